import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { shared, sharedDir, sharedNote } from "../support/shared-data.ts";
import { type TestWorkspace, testWorkspace, valuesBy } from "../support/workspace.ts";

const file = (name: string) => shared("data/attribution-playbook", `${name}.csv`);

/** The rows of a file without quotes, split by hand. */
function cellsOf(name: string): string[][] {
  const lines = readFileSync(file(name), "utf8").trimEnd().split(/\r?\n/);
  return lines.map((line) => line.split(","));
}

/** Sums by one column, of rows as wide as the header. */
function sums(name: string, by: number, of: number | null): Record<string, number> {
  const [header = [], ...rows] = cellsOf(name);
  const found: Record<string, number> = {};
  for (const row of rows) {
    if (row.length !== header.length) continue;
    const key = row[by] ?? "";
    found[key] = (found[key] ?? 0) + (of === null ? 1 : Number(row[of]));
  }
  return found;
}

describe.skipIf(!sharedDir)(`attribution-playbook: rows with a missing cell are quarantined${sharedNote}`, () => {
  let team: TestWorkspace;
  const period = "2020-02";
  beforeAll(async () => {
    team = await testWorkspace(`${import.meta.dirname}/attribution-playbook`);
  });
  afterAll(() => team?.close());

  it("sessions: 33 of 90 rows lack the last cell; each is kept with its line and reason", async () => {
    const [header = [], ...rows] = cellsOf("sessions");
    const ragged = rows.flatMap((row, index) => (row.length === header.length ? [] : [index + 2]));
    const loaded = await team.load(file("sessions"));
    expect(loaded).toMatchObject({ status: "committed", rows_read: 90, rows_loaded: 57, rows_quarantined: 33 });
    const kept = await team.workspace.engine.query<{ line: string; code: string }>(
      "SELECT line, code FROM quarantine ORDER BY line",
    );
    expect(kept.map(({ line }) => Number(line))).toEqual(ragged);
    expect(new Set(kept.map(({ code }) => code))).toEqual(new Set(["ragged"]));
  });

  it("the rest counts: sessions by source, spend by source, revenue", async () => {
    expect(await team.load(file("customer_conversions"))).toMatchObject({ rows_loaded: 21, rows_quarantined: 0 });
    expect(await team.load(file("ad_spend"))).toMatchObject({ rows_loaded: 42, rows_quarantined: 0 });
    const bySource = await team.ask({ kpis: ["sessions", "ad_spend"], period, by: ["source"] });
    expect(valuesBy(bySource, "sessions", "source")).toMatchObject(sums("sessions", 4, null));
    expect(valuesBy(bySource, "ad_spend", "source")).toMatchObject(sums("ad_spend", 1, 4));
    const [revenue] = (await team.ask({ kpis: ["sales_revenue"], period })).total;
    expect(revenue?.value).toBe(275);
  });

  it("hours without a leading zero are read", async () => {
    const [early] = await team.workspace.engine.query<{ at: string }>(
      "SELECT toString(started_at) AS at FROM web_session WHERE external_id = '21' OR started_at < '2020-02-04 09:59:59' AND started_at > '2020-02-04 00:00:00' ORDER BY started_at LIMIT 1",
    );
    expect(early?.at).toMatch(/^2020-02-04 0\d:/);
  });
});
