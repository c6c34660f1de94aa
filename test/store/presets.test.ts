import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import iconv from "iconv-lite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { type TestWorkspace, testWorkspace } from "../support/workspace.ts";
import { type ApiClient, apiClient } from "./api-client.ts";

const costs = [
  "Partner network report",
  "Made on,2026-10-01",
  "",
  "Day,Campaign,Spend (net),Impressions,Clicks,Contact Email,Remark",
  "2026-09-01,Autumn,12.50,1000,10,ann@acme.example,",
  "2026-09-02,Autumn,7.50,800,9,bob@acme.example,late",
  '2026-09-03,"Winter, early",30.00,2000,25,cai@acme.example,',
].join("\n");

const dir = mkdtempSync(join(tmpdir(), "leadline-files-"));
let team: TestWorkspace;
let api: ApiClient;
beforeAll(async () => {
  team = await testWorkspace();
  api = apiClient(team.workspace);
});
afterAll(async () => {
  api.close();
  await team.close();
  rmSync(dir, { recursive: true, force: true });
});

// biome-ignore lint/suspicious/noExplicitAny: what the API answers
type Any = any;
const column = (draft: Any, title: string): Any => draft.columns.find((one: Any) => one.title === title);

describe("a file that no preset knows is mapped in the page", () => {
  it("beginning with a draft: columns, examples, types, and what they may fill", async () => {
    const upload = await api.upload("Partner network.csv", costs);
    const { status, body: draft } = await api.post("/api/presets/draft", { upload });
    expect(status).toBe(200);
    expect(draft.file).toMatchObject({ encoding: "utf-8", delimiter: ",", header_line: 4, rows_seen: 3 });
    expect(draft.columns.map((one: Any) => [one.field, one.type])).toEqual([
      ["day", "date"],
      ["campaign", "text"],
      ["spend_net", "money"],
      ["impressions", "number"],
      ["clicks", "number"],
      ["contact_email", "email"],
      ["remark", "text"],
    ]);
    expect(column(draft, "Campaign").examples).toEqual(["Autumn", "Winter, early"]);
    expect(column(draft, "Remark")).toMatchObject({ examples: ["late"], empty_share: 2 / 3 });
    expect(column(draft, "Contact Email").personal).toBe("email");
    expect(column(draft, "Clicks").candidates).toContainEqual(
      expect.objectContaining({
        fact: "ad_daily",
        column: "clicks",
        expression: "integer([clicks])",
        because: "title",
      }),
    );
    expect(draft).toMatchObject({ fact: "ad_daily", missing: [] });
    expect(draft.preset.layouts[0].facts[0].set).toMatchObject({
      date: "date([day])",
      campaign: "text([campaign])",
      impressions: "integer([impressions])",
      clicks: "integer([clicks])",
      currency: "setting('currency')",
    });
    const asCost = (await api.post("/api/presets/draft", { upload, fact: "cost" })).body;
    expect(asCost).toMatchObject({ fact: "cost", missing: ["category"] });
    expect(asCost.preset.layouts[0].facts[0].set).toMatchObject({ date: "date([day])", amount: "money([spend_net])" });
    const required = draft.facts.find((one: Any) => one.id === "ad_daily").columns.filter((one: Any) => one.required);
    expect(required.map((one: Any) => one.name)).toEqual(["date"]);
  });

  it("tried before it is saved, saved into the workspace, and then read by it", async () => {
    const upload = await api.upload("Partner network.csv", costs);
    const { preset } = (await api.post("/api/presets/draft", { upload })).body;
    preset.layouts[0].facts[0].set.cost = "money([spend_net])";
    preset.layouts[0].columns.spend_net = ["Spend (net)"];
    const tried = await api.post("/api/presets/try", { upload, preset });
    expect(tried.body.preview).toMatchObject({ status: "dry-run", rows_loaded: 3, rows_quarantined: 0 });
    expect((await api.get("/api/sources")).body.sources).toEqual([]);

    const saved = await api.put(`/api/presets/${preset.id}`, { revision: null, preset });
    expect(saved.body).toMatchObject({ id: "partner_network", origin: "own", layouts: ["rows"] });
    const listed = (await api.get("/api/presets")).body.presets;
    expect(listed.find((one: Any) => one.id === "google_ads")).toMatchObject({ origin: "built-in", revision: null });
    const given = join(dir, "partner.csv");
    writeFileSync(given, costs);
    const { load_id } = await team.load(given);
    expect(load_id).toBe("partner_network-1");
    const { body } = await api.post("/api/questions", { kpis: ["ad_spend", "clicks"], period: "2026-09" });
    expect(body.rows.map((row: Any) => row.value)).toEqual([50, 44]);
  });

  it("and changed by one tab at a time, with what people wrote into the file", async () => {
    const path = join(team.workspace.dir, "presets/partner_network/preset.yaml");
    const { preset: _, ...first } = (await api.get("/api/presets/partner_network")).body;
    const written = parse(readFileSync(path, "utf8"));
    writeFileSync(path, `# asked Ann about the columns\n${readFileSync(path, "utf8")}`);
    const renamed = { ...written, name: { en: "Partner", zh: "伙伴" } };
    const stale = await api.put("/api/presets/partner_network", { revision: first.revision, preset: renamed });
    expect(stale).toMatchObject({ status: 409, body: { code: "state.changed", current: { id: "partner_network" } } });
    const { revision } = stale.body.current;
    expect((await api.put("/api/presets/partner_network", { revision, preset: renamed })).status).toBe(200);
    expect(readFileSync(path, "utf8")).toMatch(/^# asked Ann about the columns\n[\s\S]*伙伴/);
  });

  it.each([
    ["a built-in one", "google_ads", {}, "preset.built_in"],
    ["one that calls itself otherwise", "other", {}, "preset.other_id"],
    [
      "a fact that is not there",
      "new_one",
      { id: "new_one", facts: [{ fact: "ads", set: {} }] },
      "preset.unknown_fact",
    ],
    [
      "an expression that cannot be read",
      "new_one",
      { id: "new_one", facts: [{ fact: "ad_daily", set: { date: "date([day]" } }] },
      "formula.unclosed_bracket",
    ],
  ])("but not %s", async (_case, id, part: Any, code) => {
    const { preset } = (await api.get("/api/presets/partner_network")).body;
    const layout = { ...preset.layouts[0], ...(part.facts && { facts: part.facts }) };
    const wrong = { ...preset, ...(part.id && { id: part.id }), layouts: [layout] };
    const { status, body } = await api.put(`/api/presets/${id}`, { revision: null, preset: wrong });
    expect(status).toBe(422);
    expect(body.code).toBe(code);
    expect(body.remedy).toBeTruthy();
  });

  it.each([["../evil"], ["%2e%2e%2fevil"]])("and an id never leads out of the workspace: %s", async (id) => {
    expect((await api.put(`/api/presets/${id}`, { revision: null, preset: {} })).status).toBeGreaterThanOrEqual(400);
  });

  it("also Chinese files in GB18030 with semicolons, of a system whose titles are known", async () => {
    const text = "日期;推广计划;展现;点击;消费\n2026-09-01;秋季;1,000;10;88.00\n2026-09-02;秋季;900;8;70.50\n";
    const upload = await api.upload("渠道.csv", iconv.encode(text, "gb18030"));
    const { body: draft } = await api.post("/api/presets/draft", { upload });
    expect(draft.file).toMatchObject({ encoding: "gb18030", delimiter: ";", header_line: 1 });
    expect(draft.columns.map((one: Any) => [one.title, one.type])).toEqual([
      ["日期", "date"],
      ["推广计划", "text"],
      ["展现", "number"],
      ["点击", "number"],
      ["消费", "money"],
    ]);
    expect(draft.preset.id).toBe("my_source");
  });

  it("also figures with the units of Chinese and English dashboards, to the last digit", async () => {
    const rows = ['2026-09-01,秋季,1.2万,980,"¥3,456.7万"', "2026-09-02,秋季,1.5亿,12.5K,0.12345万元"];
    const upload = await api.upload("看板.csv", ["日期,推广计划,展现,点击,消费", ...rows, ""].join("\n"));
    const { body: draft } = await api.post("/api/presets/draft", { upload, fact: "ad_daily" });
    expect(draft.columns.map((one: Any) => one.type)).toEqual(["date", "text", "number", "number", "money"]);
    // As a person types, several tries of one file run at once.
    const tries = [1, 2, 3].map(() => api.post("/api/presets/try", { upload, preset: draft.preset }));
    const [{ preview }, ...others] = (await Promise.all(tries)).map(({ body }) => body) as [Any, ...Any[]];
    expect(others.map((one: Any) => one.preview?.rows_loaded)).toEqual([2, 2]);
    expect(preview).toMatchObject({ rows_loaded: 2, rows_quarantined: 0 });
    expect(preview.notices.join()).toContain("Figures such as 1.2万 are written in short");
    const [{ columns, rows: read }] = preview.look.tables[0].facts;
    const values = (name: string) => read.map((row: Any) => row.values[columns.indexOf(name)]);
    expect(values("impressions")).toEqual(["12000", "150000000"]);
    expect(values("clicks")).toEqual(["980", "12500"]);
    expect(values("cost")).toEqual(["34567000", "1234.5"]);
  });

  it("but not one without rows: what it is, is said instead", async () => {
    const told = async (name: string, text: string, language: string) => {
      const upload = await api.upload(name, text);
      const { body } = await api.post(`/api/uploads/${upload}/preview?lang=${language}`, {});
      return { upload, ...body.preview.error };
    };
    const known = await told(
      "九月.csv",
      'Report\n"September 1, 2026 - September 30, 2026"\nDay,Campaign,Cost,Currency code,Impr.,Clicks\n',
      "en",
    );
    expect([known.code, known.message]).toEqual([
      "load.no_rows",
      "九月.csv is an export of Google Ads · By day without rows, for 2026-09-01 to 2026-09-30: a header in line 3 and nothing below it.",
    ]);
    const { body } = await api.post(`/api/uploads/${known.upload}/preview?lang=zh`, {});
    expect(body.preview.error.message).toBe(
      "九月.csv 里没有数据：这是“Google Ads（谷歌广告） · 按天”的导出文件（2026-09-01 至 2026-09-30），第 3 行是表头，下面没有数据行。",
    );
    const unknown = await told("netz.csv", "Bericht\nDatum,Netz,Geld,Ort\n", "en");
    expect([unknown.code, unknown.message]).toEqual([
      "file.header_only",
      "netz.csv is an export without rows: a header (Datum, Netz, Geld, …) and nothing below it.",
    ]);
    expect((await api.post("/api/presets/draft", { upload: unknown.upload })).body.code).toBe("file.header_only");
  });

  it("or beginning with the preset that knows the file, adjusted in its place", async () => {
    const text = "Day,Campaign,Currency code,Cost,Impr.,Clicks,Team\n2026-09-05,Brand,EUR,3.00,10,1,north\n";
    const upload = await api.upload("ads.csv", text);
    const { body: draft } = await api.post("/api/presets/draft", { upload, preset: "google_ads" });
    expect(draft).toMatchObject({ origin: "built-in", revision: null, fact: "ad_daily", preset: { id: "google_ads" } });
    const layout = draft.preset.layouts[draft.layout];
    expect(column(draft, "Clicks").field in layout.columns).toBe(true);
    const team_ = column(draft, "Team");
    expect(team_.field in layout.columns).toBe(false);
    layout.columns[team_.field] = ["Team"];
    layout.facts[draft.mapping].set["attributes.team"] = `text([${team_.field}])`;
    const saved = await api.put("/api/presets/google_ads", {
      revision: null,
      preset: draft.preset,
      over_built_in: true,
    });
    expect(saved).toMatchObject({ status: 200, body: { origin: "own" } });
    const { preview } = (await api.post(`/api/uploads/${upload}/preview`, {})).body;
    expect(preview).toMatchObject({ preset: "google_ads", rows_loaded: 1 });
    expect(preview.look.tables[0].mapping).toContainEqual(
      expect.objectContaining({ column: "attributes.team", titles: ["Team"] }),
    );
  });

  it("and what is no table is refused as ever", async () => {
    const upload = await api.upload("x.csv", "%PDF-1.7 nothing");
    expect((await api.post("/api/presets/draft", { upload })).body.code).toBe("file.not_a_table");
    expect((await api.post("/api/presets/draft", { upload: "none" })).body.code).toBe("upload.unknown");
  });
});
