import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listQuarantine } from "../../src/ingest/load/list-quarantine.ts";
import { openSite, type TestSite } from "./fixtures/open-site.ts";

const HEADER = "Day,Campaign,Device,Currency,Cost,Impressions,Clicks,Note";
const GOOD = 250_000;
const ODD = [
  "Total,,,,1,1,1,",
  "2026-01-01,ignored,desktop,EUR,1,1,1,",
  "2026-01-01,Brand,desktop,EUR,-5,1,1,",
  "2026-01-01,Brand,desktop,EUR,a lot,1,1,",
  "someday,Brand,desktop,EUR,1,1,1,",
  "1887-01-01,Brand,desktop,EUR,1,1,1,",
  ",Brand,desktop,EUR,1,1,1,",
  "2026-01-01,Brand,desktop,EUR,1,1,1.5,",
  "2026-01-01,Brand",
];
const good = (index: number): string =>
  `2026-01-${String((index % 28) + 1).padStart(2, "0")}, Campaign ${index % 50} ,desktop,EUR,"1,000.25",${index % 7},1,`;

describe("a large file", () => {
  let test: TestSite;
  beforeAll(async () => {
    test = await openSite();
  });
  afterAll(() => test.close());

  it("is judged row by row just as a small one", async () => {
    const few = await test.load("small.csv", [HEADER, ...ODD, good(0)].join("\n"), { connection: "small" });
    const rejectedFew = await listQuarantine(test.engine, { loadId: few.load_id ?? "" });
    const rows = Array.from({ length: GOOD }, (_, index) => good(index));
    const many = await test.load("large.csv", [HEADER, ...ODD, ...rows].join("\n"), { connection: "large" });
    expect(many).toMatchObject({
      rows_read: GOOD + ODD.length,
      rows_loaded: GOOD,
      rows_quarantined: few.rows_quarantined,
      skipped: few.skipped,
      quarantined: few.quarantined,
      facts: { ad_daily: GOOD },
      totals_checked: { Cost: { file: "1", loaded: String(GOOD * 1000.25), equal: false } },
    });
    expect(few.rows_quarantined).toBe(7);
    const rejectedMany = await listQuarantine(test.engine, { loadId: many.load_id ?? "" });
    const told = (list: typeof rejectedMany) =>
      list.map(({ line, column, code, cells }) => [line, column, code, cells]);
    expect(told(rejectedMany)).toEqual(told(rejectedFew));
    expect(
      await test.engine.query("SELECT count() AS n, uniqExact(line) AS lines FROM raw_row WHERE load_no = 2"),
    ).toEqual([{ n: String(GOOD + ODD.length), lines: String(GOOD + ODD.length) }]);
  });

  it("has the same channels", async () => {
    expect(
      await test.engine.query(
        "SELECT load_no, channel, uniqExact(campaign) AS n FROM ad_daily GROUP BY ALL ORDER BY 1",
      ),
    ).toEqual([
      { load_no: 1, channel: "Paid Search", n: "1" },
      { load_no: 2, channel: "Paid Search", n: "50" },
    ]);
  });

  it("without a fault needs no second look", async () => {
    const rows = Array.from({ length: GOOD }, (_, index) => good(index));
    const outcome = await test.load("clean.csv", [HEADER, ...rows].join("\n"), { connection: "clean" });
    expect(outcome).toMatchObject({ rows_read: GOOD, rows_loaded: GOOD, rows_quarantined: 0, rows_skipped: 0 });
    expect(await test.engine.query("SELECT DISTINCT verdict FROM raw_row WHERE load_no = 3")).toEqual([
      { verdict: "data" },
    ]);
  });
});
