import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listQuarantine } from "../../src/ingest/load/list-quarantine.ts";
import { revertLoad } from "../../src/ingest/load/revert-load.ts";
import { openSite, type TestSite } from "./fixtures/open-site.ts";

const HEADER = "Day,Campaign,Device,Currency,Cost,Impressions,Clicks,Note";
const GOOD = 200_000;
/** Every notation that a figure may have; each row is data. */
const DRESSED = [
  `2026-01-02,"Brand, ""new"" ",desktop,EUR,"EUR 1,000.25",7,1,`,
  "2 Jan 2026,Brand,desktop,EUR,1e3,7,1,",
  "2026-01-02,\u00a0Brand\u00a0,desktop,EUR,$5.50,7,1,",
  "2026-01-02,Brand,desktop,EUR, --,7,1,",
  `2026-01-02,Brand,desktop,EUR,"1,234,567.123456","1,234",1,`,
  "2026-01-02,Brand,desktop,EUR,007.5,0007,1,",
];
const WRONG = ["someday,Brand,desktop,EUR,1,1,1,", `2026-01-01,Brand,desktop,EUR,"1,2,3.5",1,1,`];
const good = (index: number): string =>
  `2026-01-${String((index % 28) + 1).padStart(2, "0")},Campaign ${index % 50},desktop,EUR,"1,000.25",${index % 7},1,`;
const rows = Array.from({ length: GOOD }, (_, index) => good(index));
const text = [HEADER, ...DRESSED, ...rows.slice(0, 1000), ...WRONG, ...rows.slice(1000)].join("\r\n");

describe("a large export that goes straight from the file into its fact", () => {
  let test: TestSite;
  beforeAll(async () => {
    test = await openSite();
    await test.load("large.csv", text);
    await test.load("small.csv", [HEADER, ...DRESSED, good(0)].join("\n"), { connection: "small" });
  });
  afterAll(() => test.close());

  it("keeps the text of every row that is loaded, and the cells of those that are not", async () => {
    expect(
      await test.engine.query(
        "SELECT verdict, notEmpty(text) AS is_text, count() AS n FROM raw_row WHERE load_no = 1 GROUP BY ALL ORDER BY 1",
      ),
    ).toEqual([
      { verdict: "data", is_text: 1, n: String(GOOD + DRESSED.length) },
      { verdict: "quarantined", is_text: 0, n: String(WRONG.length) },
    ]);
    expect(
      await test.engine.query("SELECT text FROM raw_row WHERE load_no = 1 AND line IN (2, 8) ORDER BY line"),
    ).toEqual([{ text: DRESSED[0] }, { text: good(0) }]);
    expect((await listQuarantine(test.engine)).map(({ line, cells }) => [line, cells[0]])).toEqual([
      [1008, "someday"],
      [1009, "2026-01-01"],
    ]);
  });

  it("reads figures and texts as a small one does", async () => {
    const read = async (load: number) =>
      test.engine.query(
        `SELECT raw_row, * EXCEPT (load_no, raw_row, connection) FROM ad_daily WHERE load_no = ${load} AND raw_row <= ${DRESSED.length + 2} ORDER BY raw_row`,
      );
    const small = await read(2);
    expect(small).toHaveLength(DRESSED.length + 1);
    expect(await read(1)).toEqual(small);
  });

  it("counts lines from the file's first, wherever it is cut for reading", async () => {
    expect(
      await test.engine.query(
        `SELECT count() AS n, countIf(raw.text NOT LIKE concat(toString(fact.date), ',', fact.campaign, ',%')) AS other
         FROM ad_daily AS fact INNER JOIN raw_row AS raw ON raw.line = fact.raw_row AND raw.load_no = fact.load_no
         WHERE fact.load_no = 1 AND fact.raw_row > ${DRESSED.length + 1}`,
      ),
    ).toEqual([{ n: String(GOOD), other: "0" }]);
  });

  it("counts lines of what stands above the header, too, and reads nothing below the last row", async () => {
    const above = ["Campaign report", "", '"January 1, 2026 - January 31, 2026"', ""];
    const below = ["", "Report made by somebody"];
    const outcome = await test.load("around.csv", [...above, HEADER, ...rows, ...below].join("\n"), {
      connection: "around",
    });
    expect(outcome).toMatchObject({ rows_read: GOOD, rows_loaded: GOOD, header_line: 5 });
    const loadNo = Number(outcome.load_id?.split("-").at(-1));
    expect(
      await test.engine.query(
        `SELECT min(raw_row) AS first, max(raw_row) AS last, countIf(raw.text != '') AS texts
         FROM ad_daily AS fact LEFT JOIN raw_row AS raw ON raw.line = fact.raw_row AND raw.load_no = fact.load_no
         WHERE load_no = ${loadNo}`,
      ),
    ).toEqual([{ first: "6", last: String(GOOD + 5), texts: String(GOOD) }]);
    expect(await test.engine.query(`SELECT text FROM raw_row WHERE load_no = ${loadNo} AND line = 6`)).toEqual([
      { text: good(0) },
    ]);
  });

  it("shows the cells of its first rows before it counts", async () => {
    const outcome = await test.load("look.csv", `${text}\r\n`, { dryRun: true, look: true, connection: "look" });
    expect(outcome.look?.tables[0]?.rows.slice(0, 2).map(({ cells }) => cells)).toEqual([
      ["2026-01-02", 'Brand, "new" ', "desktop", "EUR", "EUR 1,000.25", "7", "1", ""],
      ["2 Jan 2026", "Brand", "desktop", "EUR", "1e3", "7", "1", ""],
    ]);
  });

  it("is reverted as any other", async () => {
    const [load] = (await test.inventory()).loads.filter(({ loadNo }) => loadNo === 1);
    await revertLoad(test.site, load?.loadId ?? "");
    expect(await test.visible("ad_daily", "count() AS n")).toEqual([{ n: String(GOOD + DRESSED.length + 1) }]);
  });
});
