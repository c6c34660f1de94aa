import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { builtInAnnotations } from "../../src/service/annotations/built-in-annotations.ts";
import { type TestWorkspace, testWorkspace } from "../support/workspace.ts";
import { type ApiClient, apiClient } from "./api-client.ts";

const root = join(import.meta.dirname, "../..");
let team: TestWorkspace;
let api: ApiClient;
beforeAll(async () => {
  team = await testWorkspace();
  api = apiClient(team.workspace);
  await team.load(join(root, "presets/google_ads/sample/campaign_report_en_utf8.csv"));
});
afterAll(async () => {
  api.close();
  await team.close();
});

const ads = { name: { en: "Ads", zh: "广告" }, kpis: ["ctr", "clicks"] };

describe("a team composes boards", () => {
  it("which are answered as scorecards, in their groups and order", async () => {
    const made = await api.post("/api/boards", { name: { en: "Weekly review", zh: "每周回顾" }, groups: [ads] });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ origin: "own", revision: 1, groups: [ads], unknown_kpis: [] });
    expect(made.body.id).toMatch(/^weekly_review_[0-9a-f]{6}$/);
    const shown = await api.get(`/api/scorecards/${made.body.id}?period=2026-09&lang=zh`);
    expect(shown.body.rows.map((row: { kpi: string; group: string }) => [row.kpi, row.group])).toEqual([
      ["ctr", "广告"],
      ["clicks", "广告"],
    ]);
    const listed = (await api.get("/api/workspace")).body.boards.map((board: { id: string }) => board.id);
    expect(listed).toEqual(expect.arrayContaining(["cmo", made.body.id]));
  });

  it("named in one language, the other shows the same", async () => {
    const { body } = await api.post("/api/boards", {
      name: { zh: "周会" },
      groups: [{ ...ads, name: { zh: "广告" } }],
    });
    expect(body.name).toEqual({ en: "周会", zh: "周会" });
    expect(body.id).toMatch(/^board_[0-9a-f]{6}$/);
  });

  it("and two tabs do not overwrite each other in silence", async () => {
    const { body: board } = await api.post("/api/boards", { name: { en: "Shared" }, groups: [ads] });
    const path = `/api/boards/${board.id}`;
    const left = await api.put(path, { revision: 1, board: { name: { en: "Left" }, groups: [ads] } });
    expect(left.body).toMatchObject({ revision: 2, name: { en: "Left" } });
    const right = await api.put(path, { revision: 1, board: { name: { en: "Right" }, groups: [ads] } });
    expect(right.status).toBe(409);
    expect(right.body).toMatchObject({ code: "state.changed", current: left.body });
    expect((await api.remove(`${path}?revision=1`)).body).toMatchObject({ code: "state.changed", current: left.body });
    expect((await api.get(path)).body).toEqual(left.body);
    expect((await api.remove(`${path}?revision=2`)).body).toEqual(left.body);
    expect((await api.get(path)).status).toBe(404);
    const late = await api.put(path, { revision: 2, board: { name: { en: "Late" }, groups: [ads] } });
    expect(late).toMatchObject({ status: 404, body: { code: "board.unknown" } });
  });

  it("beginning with a copy of a built-in one, which itself stays as it is", async () => {
    const copy = await api.post("/api/boards", { copy_of: "cmo", name: { en: "Ours" } });
    const original = (await api.get("/api/boards/cmo")).body;
    expect(copy.body.groups).toEqual(original.groups);
    expect(original).toMatchObject({ origin: "built-in", revision: null });
    const touched = await api.put("/api/boards/cmo", { revision: 1, board: { name: { en: "Mine" }, groups: [ads] } });
    expect(touched).toMatchObject({ status: 422, body: { code: "board.read_only" } });
    expect((await api.remove("/api/boards/cmo?revision=1")).body.code).toBe("board.read_only");
  });

  it.each([
    ["a KPI that is not there", [{ ...ads, kpis: ["clickz"] }], 422, "board.unknown_kpi"],
    ["the same KPI twice", [ads, ads], 422, "board.kpi_twice"],
    ["no KPI", [{ ...ads, kpis: [] }], 400, "request.invalid"],
    ["no name of a group", [{ name: {}, kpis: ["ctr"] }], 400, "request.invalid"],
  ])("but not with %s", async (_case, groups, status, code) => {
    expect(await api.post("/api/boards", { name: { en: "Wrong" }, groups })).toMatchObject({ status, body: { code } });
  });

  it("and a board outlives a KPI of it that goes", async () => {
    const { boards } = await team.workspace.store();
    await boards.add("older", { name: { en: "Older", zh: "旧" }, groups: [{ ...ads, kpis: ["gone", "ctr"] }] });
    expect((await api.get("/api/boards/older")).body.unknown_kpis).toEqual(["gone"]);
    const { body } = await api.get("/api/scorecards/older?period=2026-09");
    expect(body.rows.map((row: { kpi: string }) => row.kpi)).toEqual(["ctr"]);
  });
});

describe("a question is kept under a name", () => {
  const query = { kpis: ["ctr"], period: "last-30-days", by: ["campaign"] };

  it("and comes back as it was asked and shown", async () => {
    const made = await api.post("/api/views", { name: "CTR by campaign", query, presentation: { chart: "bars" } });
    expect(made.status).toBe(201);
    const { body } = await api.get(`/api/views/${made.body.id}`);
    expect(body).toMatchObject({ name: "CTR by campaign", query, presentation: { chart: "bars" }, revision: 1 });
    const renamed = await api.put(`/api/views/${body.id}`, { revision: 1, view: { name: "CTR", query } });
    expect(renamed.body).toMatchObject({ name: "CTR", presentation: {}, revision: 2 });
    const stale = await api.put(`/api/views/${body.id}`, { revision: 1, view: { name: "Clicks", query } });
    expect(stale).toMatchObject({ status: 409, body: { code: "state.changed", current: renamed.body } });
    expect((await api.get("/api/views")).body.views).toEqual([renamed.body]);
    expect((await api.remove(`/api/views/${body.id}?revision=2`)).status).toBe(200);
    expect((await api.get(`/api/views/${body.id}`)).body.code).toBe("view.unknown");
  });

  it("only if it can be asked", async () => {
    const wrong = { name: "x", query: { ...query, kpis: ["nothing"] } };
    expect((await api.post("/api/views", wrong)).body.code).toBe("view.unknown_kpi");
    expect((await api.post("/api/views", { name: "x", query: { ...query, kpi: 1 } })).status).toBe(400);
    const huge = { name: "x", query, presentation: { text: "x".repeat(20_001) } };
    expect((await api.post("/api/views", huge)).status).toBe(400);
  });
});

describe("days are annotated", () => {
  const ids = async (query: string): Promise<string[]> =>
    (await api.get(`/api/annotations?${query}`)).body.annotations.map((one: { id: string }) => one.id);

  it("with a text, a kind and a scope", async () => {
    const annotation = {
      from: "2026-09-10",
      to: "2026-09-20",
      kind: "campaign",
      text: { en: "Fair", zh: "展会" },
      scope: { kpis: ["leads"] },
    };
    const made = await api.post("/api/annotations", annotation);
    expect(made.body).toMatchObject({ ...annotation, origin: "own", revision: 1 });
    const { id } = made.body;
    expect(await ids("from=2026-09-20&to=2026-09-30&kpi=leads")).toContain(id);
    expect(await ids("from=2026-09-21&to=2026-09-30&kpi=leads")).not.toContain(id);
    expect(await ids("from=2026-09-01&to=2026-09-30&kpi=ctr")).not.toContain(id);
    expect(await ids("origin=own&kind=campaign,note")).toEqual([id]);
    expect(await ids("origin=own&kind=note")).toEqual([]);
    const later = { ...annotation, from: "2026-09-12" };
    expect((await api.put(`/api/annotations/${id}`, { revision: 1, annotation: later })).body.from).toBe("2026-09-12");
    const stale = await api.put(`/api/annotations/${id}`, { revision: 1, annotation });
    expect(stale).toMatchObject({ status: 409, body: { current: { from: "2026-09-12", revision: 2 } } });
    expect((await api.remove(`/api/annotations/${id}?revision=2`)).status).toBe(200);
  });

  it.each([
    [{ from: "2026-02-30", text: { en: "a", zh: "b" } }, 400],
    [{ from: "2026-03-02", to: "2026-03-01", text: { en: "a", zh: "b" } }, 400],
    [{ from: "2026-03-02", text: { en: "a", zh: "b" }, scope: { kpis: ["nothing"] } }, 422],
  ])("but not %j", async (annotation, status) => {
    expect((await api.post("/api/annotations", annotation)).status).toBe(status);
  });

  it("in one language, the other shows the same", async () => {
    const { body } = await api.post("/api/annotations", { from: "2026-09-10", text: { zh: "改版上线" } });
    expect(body).toMatchObject({ kind: "note", to: "2026-09-10", text: { en: "改版上线", zh: "改版上线" } });
    expect((await api.remove(`/api/annotations/${body.id}?revision=1`)).status).toBe(200);
  });

  it("by the product, with the known breaks of instruments, which stay as they are", async () => {
    expect(await ids("from=2021-01-01&to=2021-12-31&kpi=unique_open_rate")).toEqual(["apple_mail_privacy"]);
    expect(await ids("from=2023-07-01&to=2023-07-01&kpi=sessions")).toEqual(["universal_analytics_ends"]);
    expect(await ids("from=2024-08-01&to=2024-08-31&kpi=cpc&system=google_ads")).toEqual([]);
    expect(await ids("from=2024-08-01&to=2024-08-31&kpi=cpc&system=linkedin")).toEqual(["linkedin_video_measurement"]);
    expect((await api.remove("/api/annotations/apple_mail_privacy?revision=1")).body.code).toBe("annotation.read_only");
  });

  it("also those that come back every month, once for each month asked for", async () => {
    const { body } = await api.get(
      "/api/annotations?from=2026-01-10&to=2026-03-07&system=6sense&kpi=account_penetration",
    );
    expect(body.annotations.map((one: { occurrences: unknown }) => one.occurrences)).toEqual([
      [
        { from: "2026-01-08", to: "2026-01-14" },
        { from: "2026-02-08", to: "2026-02-14" },
      ],
    ]);
  });

  it("and every KPI that a built-in annotation names is in the catalogue", () => {
    const named = builtInAnnotations().flatMap((one) => one.scope.kpis);
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((id) => !team.workspace.catalogue.kpis.has(id))).toEqual([]);
  });
});
