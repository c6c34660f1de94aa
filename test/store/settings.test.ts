import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { revertLoad } from "../../src/ingest/load/revert-load.ts";
import { type TestWorkspace, testWorkspace } from "../support/workspace.ts";
import { type ApiClient, apiClient } from "./api-client.ts";

const root = join(import.meta.dirname, "../..");
const ads = join(root, "presets/google_ads/sample/campaign_report_en_utf8.csv");
const visits = join(root, "presets/ga4/sample/exploration_freeform_daily.csv");
const byChannel = join(root, "presets/ga4/sample/traffic_acquisition_snapshot.csv");

let team: TestWorkspace;
let api: ApiClient;
let file: string;
beforeEach(async () => {
  team = await testWorkspace();
  api = apiClient(team.workspace);
  file = join(team.workspace.dir, "leadline.yaml");
});
afterEach(async () => {
  api.close();
  await team.close();
});

const change = async (part: object, revision?: string) => {
  const { body } = await api.get("/api/settings");
  return api.put("/api/settings", { revision: revision ?? body.revision, settings: { ...body.settings, ...part } });
};

describe("settings are changed from the page", () => {
  it("into the file, whose comments and other keys stay, and count at once", async () => {
    writeFileSync(file, "# ours\nname: Acme # for now\n\n# agreed with finance\ncurrency: EUR\nlanguage: en\n");
    const done = await change({ name: "Acme Ltd", language: "zh" });
    expect(done.body).toMatchObject({ settings: { name: "Acme Ltd", language: "zh" }, applied: true });
    expect(readFileSync(file, "utf8")).toBe(
      "# ours\nname: Acme Ltd # for now\n\n# agreed with finance\ncurrency: EUR\nlanguage: zh\n",
    );
    expect((await api.get("/api/workspace")).body).toMatchObject({ name: "Acme Ltd", language: "zh" });
    expect(readdirSync(team.workspace.dir).filter((name) => name.includes(".tmp"))).toEqual([]);
  });

  it("and defaults that nobody wrote down stay unwritten", async () => {
    writeFileSync(file, "name: Acme\n");
    const exclusion = { id: "staff", kind: "internal", email_domains: ["acme.example"] };
    expect((await change({ exclusions: [exclusion] })).status).toBe(200);
    expect(readFileSync(file, "utf8")).toBe(
      "name: Acme\nexclusions:\n  - id: staff\n    kind: internal\n    email_domains:\n      - acme.example\n",
    );
    expect((await api.get("/api/settings")).body.set).toEqual(["name", "exclusions"]);
  });

  it("but not over what another tab, or an editor, saved in between", async () => {
    const { revision } = (await api.get("/api/settings")).body;
    expect((await change({ name: "Left" }, revision)).status).toBe(200);
    const right = await change({ name: "Right" }, revision);
    expect(right).toMatchObject({
      status: 409,
      body: { code: "state.changed", current: { settings: { name: "Left" } } },
    });
    writeFileSync(file, "name: By hand\n");
    const stale = await change({ name: "Right" }, right.body.current.revision);
    expect(stale.body).toMatchObject({
      code: "state.changed",
      current: { settings: { name: "By hand" }, applied: false },
    });
    expect(readFileSync(file, "utf8")).toBe("name: By hand\n");
  });

  it("and the derived tables are built anew where they rest on them", async () => {
    await team.load(ads);
    const spend = async () =>
      (await api.post("/api/questions", { kpis: ["ad_spend"], period: "2026-09" })).body.rows[0].value;
    expect(await spend()).not.toBe(1514.5);
    expect((await change({ name: "Only a name" })).body.rebuilt).toBe(false);
    const before = team.workspace.engine;
    expect((await change({ currency: "USD" })).body.rebuilt).toBe(true);
    // 1,204.50 + 10.00 + 300.00 USD
    expect(await spend()).toBe(1514.5);
    expect(team.workspace.engine).toBe(before);
  });

  it.each([
    ["a currency that is none", { currency: "euro" }, 400, "request.invalid"],
    ["a zone that is none", { timezone: "Mars/Olympus" }, 400, "request.invalid"],
    ["where the warehouse is", { warehouse: { url: "http://elsewhere" } }, 400, "request.invalid"],
    [
      "look-around in a rule",
      { channel_rules: [{ channel: "X", when: { source: "(?=a)" } }] },
      422,
      "settings.pattern",
    ],
    [
      "a pattern that RE2 refuses",
      { channel_rules: [{ channel: "X", when: { source: "a{2000}" } }] },
      422,
      "settings.pattern",
    ],
  ])("but not %s", async (_case, part, status, code) => {
    const before = readFileSync(file, "utf8");
    expect(await change(part)).toMatchObject({ status, body: { code } });
    expect(readFileSync(file, "utf8")).toBe(before);
  });

  it("and a file that is wrong by hand is told with its line", async () => {
    writeFileSync(file, "name: Acme\ncurrency: euro\n");
    const read = await api.get("/api/settings");
    expect(read).toMatchObject({
      status: 422,
      body: { code: "workspace.invalid", place: { line: 2, key: "currency" } },
    });
  });
});

describe("channel rules are tried before they are made", () => {
  const rules = [
    { channel: "Brand", when: { campaign: "^brand" } },
    { channel: "LinkedIn", when: { source: "linkedin", medium: "paid" } },
  ];

  it("and every row and session that would move is counted, while nothing moves", async () => {
    await team.load(visits);
    await team.load(ads);
    await team.load(byChannel);
    const before = (await api.get("/api/workspace")).body.data_version;
    const { body } = await api.post("/api/settings/preview-channels", { channel_rules: rules });
    // Visits: 40 and 35 sessions of google / cpc with brand_us, 20 of linkedin / paid-social; 25 direct ones stay.
    // Ads: two rows of "Brand search", one of "Generic, search". The snapshot names its channels itself.
    expect(body).toEqual({
      facts: [
        {
          fact: "web_daily",
          rows: 4,
          moved: 3,
          moves: [
            { from: "Paid Search", to: "Brand", rows: 2, sessions: 75 },
            { from: "Paid Social", to: "LinkedIn", rows: 1, sessions: 20 },
          ],
        },
        { fact: "ad_daily", rows: 3, moved: 2, moves: [{ from: "Paid Search", to: "Brand", rows: 2, sessions: null }] },
      ],
      unknown_loads: [],
    });
    expect((await api.get("/api/workspace")).body.data_version).toBe(before);
  });
});

describe("channel rules that are saved", () => {
  const rules = [
    { channel: "Brand", when: { campaign: "^brand" } },
    { channel: "LinkedIn", when: { source: "linkedin", medium: "paid" } },
  ];
  const save = async (part: object) => {
    const { status, body } = await change(part);
    if (status !== 202) return { status, body };
    for (;;) {
      const job = (await api.get(`/api/jobs/${body.id}`)).body;
      if (job.state !== "running") return { status, body: job.result, job };
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const byChannelOf = async (kpi: string) => {
    const { body } = await api.post("/api/questions", { kpis: [kpi], period: "2026-09", by: ["channel"] });
    return Object.fromEntries(
      body.rows.map((row: { by: { channel: string }; value: number }) => [row.by.channel, row.value]),
    );
  };

  it("move what the preview counted, as a job, and the same file loaded again changes nothing", async () => {
    await team.load(visits);
    await team.load(ads);
    const first = { sessions: await byChannelOf("sessions"), ad_spend: await byChannelOf("ad_spend") };
    const saved = await save({ channel_rules: rules });
    expect(saved).toMatchObject({
      status: 202,
      body: { rebuilt: true, classified: true, load_again: [], settings: { channel_rules: rules } },
      job: { state: "done", step: "build" },
    });
    // As previewed above: 75 sessions to Brand, 20 to LinkedIn; 25 direct ones stay.
    expect(await byChannelOf("sessions")).toEqual({ Brand: 75, LinkedIn: 20, Direct: 25 });
    expect(Object.keys(await byChannelOf("ad_spend")).sort()).toEqual(["Brand", "Paid Search"]);
    const { body } = await api.post("/api/settings/preview-channels", { channel_rules: rules });
    expect(body.facts.map(({ moved }: { moved: number }) => moved)).toEqual([0, 0]);
    expect((await team.load(visits)).status).toBe("unchanged");
    expect((await save({ name: "Other" })).body).toMatchObject({ classified: false, load_again: [] });
    expect((await save({ channel_rules: [] })).body).toMatchObject({ classified: true });
    expect({ sessions: await byChannelOf("sessions"), ad_spend: await byChannelOf("ad_spend") }).toEqual(first);
  });

  it("let a file that names its channels itself stand", async () => {
    await team.load(byChannel);
    await team.load(ads);
    const named = await byChannelOf("sessions");
    expect(Object.values(named).every((value) => typeof value === "number")).toBe(true);
    expect((await save({ channel_rules: [{ channel: "All", when: { system: "." } }] })).body.classified).toBe(true);
    expect(await byChannelOf("sessions")).toEqual(named);
    expect(Object.keys(await byChannelOf("ad_spend"))).toEqual(["All"]);
  });

  it("count in receipts too, which say so when they are run again", async () => {
    await team.load(visits);
    const question = { kpis: ["sessions"], period: "2026-09", where: { channel: ["Brand"] } };
    const receipt = async () => (await api.post("/api/receipts", question)).body;
    const before = await receipt();
    await save({ channel_rules: rules });
    const after = await receipt();
    expect([before.answers[0].value, after.answers[0].value]).toEqual([0, 75]);
    expect((await api.post("/api/receipts/verify", after)).body.equal).toBe(true);
    expect((await api.post("/api/receipts/verify", before)).body.equal).toBe(false);
  });

  it("tell channels of what is loaded later, and of what a load taken back leaves", async () => {
    await team.load(visits);
    await save({ channel_rules: rules });
    const second = await team.load(ads);
    expect(await byChannelOf("sessions")).toEqual({ Brand: 75, LinkedIn: 20, Direct: 25 });
    expect(Object.keys(await byChannelOf("ad_spend")).sort()).toEqual(["Brand", "Paid Search"]);
    await revertLoad(team.workspace, second.load_id ?? "");
    await save({ channel_rules: [] });
    await team.load(ads);
    expect(Object.keys(await byChannelOf("ad_spend"))).toEqual(["Paid Search"]);
  });
});
