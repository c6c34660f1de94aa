import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestWorkspace, testWorkspace } from "../support/workspace.ts";
import { type ApiClient, apiClient } from "./api-client.ts";

const ads = (rows: readonly string[]): string =>
  ["Campaign report", "Day,Campaign,Currency code,Cost,Impr.,Clicks", ...rows, ""].join("\n");

let team: TestWorkspace;
let api: ApiClient;
beforeAll(async () => {
  team = await testWorkspace();
  api = apiClient(team.workspace);
});
afterAll(async () => {
  api.close();
  await team.close();
});

// biome-ignore lint/suspicious/noExplicitAny: what the API answers
type Any = any;
const load = async (name: string, text: string): Promise<Any> => {
  const path = join(team.workspace.dir, name);
  writeFileSync(path, text);
  return team.load(path);
};
const ended = async (job: Any): Promise<Any> => {
  for (let one = job; ; one = (await api.get(`/api/jobs/${job.id}`)).body) {
    if (one.state !== "running") return one;
    await new Promise((done) => setTimeout(done, 20));
  }
};
const clicks = async () =>
  (await api.post("/api/questions", { kpis: ["clicks"], period: "2026-09" })).body.rows[0].value;

describe("what a file would do is seen before it is loaded", () => {
  it("mapping, first rows with what is wrong in them, and what they give", async () => {
    const upload = await api.upload(
      "ads.csv",
      ads(["2026-09-01,Brand,EUR,10.00,100,5", "soon,Brand,EUR,10.00,100,5", "2026-09-02,Brand,EUR,7.00,90,4"]),
    );
    const { status, body } = await api.post(`/api/uploads/${upload}/preview`, {});
    expect(status).toBe(200);
    expect(body.preview).toMatchObject({ status: "dry-run", preset: "google_ads", rows_quarantined: 1 });
    const [table] = body.preview.look.tables;
    expect(table.mapping).toContainEqual(
      expect.objectContaining({ fact: "ad_daily", column: "clicks", titles: ["Clicks"] }),
    );
    expect(table.rows.map((row: Any) => [row.line, row.verdict, row.column])).toEqual([
      [3, "data", ""],
      [4, "quarantined", "Day"],
      [5, "data", ""],
    ]);
    expect(table.rejects).toEqual([
      expect.objectContaining({ line: 4, column: "Day", cells: expect.arrayContaining(["soon"]) }),
    ]);
    const [fact] = table.facts;
    const place = fact.columns.indexOf("clicks");
    expect(fact.rows.map((row: Any) => [row.line, row.values[place]])).toEqual([
      [3, "5"],
      [5, "4"],
    ]);
    expect(body.preview.look.replaces).toEqual([]);
  });

  it("and what is loaded and would be replaced, as many rows as then are", async () => {
    await load(
      "first.csv",
      ads(["2026-09-01,Brand,EUR,1,10,1", "2026-09-02,Brand,EUR,1,10,1", "2026-09-03,Other,EUR,1,10,1"]),
    );
    const upload = await api.upload("second.csv", ads(["2026-09-02,Brand,EUR,1,10,7", "2026-09-03,Other,EUR,1,10,7"]));
    const { preview } = (await api.post(`/api/uploads/${upload}/preview`, {})).body;
    expect(preview.look.replaces).toEqual([
      {
        fact: "ad_daily",
        connection: "google_ads",
        how: "replaces",
        rows: 2,
        from: "2026-09-02",
        to: "2026-09-03",
        files: ["first.csv"],
      },
    ]);
    expect(await clicks()).toBe(3);
    const { body: job } = await api.post("/api/loads", { files: [{ upload }] });
    expect((await ended(job)).result.files[0].status).toBe("committed");
    expect(await clicks()).toBe(15);
  });
});

describe("rejected rows are mended in the page", () => {
  it("checked first, then loaded, and then they wait no more", async () => {
    const { load_id } = await load(
      "broken.csv",
      ads(["2026-09-10,Brand,EUR,1,10,2", "soon,Brand,EUR,1,10,3", "later,Brand,EUR,1,10,x"]),
    );
    const before = await clicks();
    const { rows, tables } = (await api.get("/api/quarantine")).body;
    expect(rows.map((row: Any) => row.line)).toEqual([4, 5]);
    const [table] = tables;
    expect(table.header).toEqual(["Day", "Campaign", "Currency code", "Cost", "Impr.", "Clicks"]);
    const mended = [
      { line: 4, cells: ["2026-09-11", "Brand", "EUR", "1", "10", "3"] },
      { line: 5, cells: ["2026-09-12", "Brand", "EUR", "1", "10", "x"] },
    ];
    const checked = await ended(
      (await api.post("/api/quarantine/mends", { load: load_id, rows: mended, check: true })).body,
    );
    expect(checked.result.files[0]).toMatchObject({ status: "dry-run", rows_loaded: 1, rows_quarantined: 1 });
    expect(checked.result.files[0].look.tables[0].rejects[0]).toMatchObject({ column: "Clicks" });
    expect(await clicks()).toBe(before);

    const done = await ended(
      (await api.post("/api/quarantine/mends", { load: load_id, rows: mended.slice(0, 1) })).body,
    );
    expect(done.result.files[0]).toMatchObject({ status: "committed", rows_loaded: 1 });
    expect(await clicks()).toBe(before + 3);
    expect((await api.get("/api/quarantine")).body.rows.map((row: Any) => row.line)).toEqual([5]);
    const again = await api.post("/api/quarantine/mends", { load: load_id, rows: mended.slice(0, 1) });
    expect(again).toMatchObject({ status: 422, body: { code: "load.mend_row" } });
  });

  it("in the notation of their file, although the few rows alone leave it open", async () => {
    const { load_id } = await load(
      "german.csv",
      ads(["25.09.2026,Brand,EUR,1,10,1", "03.09.2026,Brand,EUR,1,10,many"]).replaceAll("2026-", "2026-"),
    );
    const mended = [{ line: 4, cells: ["03.09.2026", "Brand", "EUR", "1", "10", "2"] }];
    const done = await ended((await api.post("/api/quarantine/mends", { load: load_id, rows: mended })).body);
    expect(done).toMatchObject({
      state: "done",
      result: { files: [{ status: "committed", rows_loaded: 1, period: { from: "2026-09-03" } }] },
    });
  });

  it.each([["of a load that is not there", { load: "none", rows: [{ line: 1, cells: [] }] }, 404, "load.unknown"]])(
    "but not %s",
    async (_case, body, status, code) => {
      expect(await api.post("/api/quarantine/mends", body)).toMatchObject({ status, body: { code } });
    },
  );
});
