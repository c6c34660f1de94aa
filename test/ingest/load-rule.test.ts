import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listQuarantine, quarantineCsv } from "../../src/ingest/load/list-quarantine.ts";
import { listSources } from "../../src/ingest/load/list-sources.ts";
import { revertLoad } from "../../src/ingest/load/revert-load.ts";
import { adExport, openSite, type TestSite } from "./fixtures/open-site.ts";

const JANUARY = adExport([
  ["2026-01-01", "Brand", "10.00", "1"],
  ["2026-01-01", "Brand", "2.50", "2"],
  ["2026-01-02", "Brand", "20", "3"],
  ["2026-01-03", "Generic", "30", "4"],
  ["Total", "", "62.50", "10"],
]);

describe("loading", () => {
  let test: TestSite;
  beforeAll(async () => {
    test = await openSite();
  });
  afterAll(() => test.close());

  const byDay = async (): Promise<string[]> => {
    const { visible } = await test.inventory();
    expect(visible.length).toBeGreaterThan(0);
    const rows = await test.visible<{ line: string }>(
      "ad_daily",
      "arrayJoin(arraySort(groupArray(concat(toString(date), ' ', campaign, ' ', toString(cost))))) AS line",
    );
    return rows.map(({ line }) => line);
  };

  it("keeps equal keys of one segmented export as rows that add up, and leaves the total out", async () => {
    const outcome = await test.load("january.csv", JANUARY);
    expect(outcome).toMatchObject({
      status: "committed",
      load_id: "test_ads-1",
      preset: "test_ads",
      connection: "test_ads",
      rows_read: 5,
      rows_loaded: 4,
      rows_quarantined: 0,
      rows_skipped: 1,
      facts: { ad_daily: 4 },
      skipped: { "total row": 1 },
      period: { from: "2026-01-01", to: "2026-01-03" },
      totals_checked: {
        Cost: { file: "62.5", loaded: "62.5", equal: true },
        Clicks: { file: "10", loaded: "10", equal: true },
      },
    });
    expect(await byDay()).toEqual([
      "2026-01-01 Brand 10",
      "2026-01-01 Brand 2.5",
      "2026-01-02 Brand 20",
      "2026-01-03 Generic 30",
    ]);
  });

  it("tells which dimensions, currencies and measures a part holds", async () => {
    const { visible } = await test.inventory();
    expect(visible).toMatchObject([
      {
        fact: "ad_daily",
        grain: "campaign",
        dimensions: ["platform", "channel", "source", "medium", "campaign"],
        currencies: ["EUR"],
        platforms: ["test_ads"],
        measures: ["cost", "clicks"],
        rows: 4,
      },
    ]);
  });

  it("classifies the channel from source and medium where the mapping gives none", async () => {
    expect(await test.visible("ad_daily", "DISTINCT channel")).toEqual([{ channel: "Paid Search" }]);
  });

  it("does nothing when the same file comes again", async () => {
    const before = await test.inventory();
    const outcome = await test.load("copy of january.csv", JANUARY);
    expect(outcome).toMatchObject({ status: "unchanged", load_id: "test_ads-1", rows_loaded: 4 });
    expect(await test.inventory()).toEqual(before);
  });

  it("shows a dry run's result and changes nothing", async () => {
    const before = await test.inventory();
    const outcome = await test.load("dry.csv", adExport([["2026-01-02", "Brand", "99", "9"]]), { dryRun: true });
    expect(outcome).toMatchObject({ status: "dry-run", load_id: null, rows_loaded: 1, facts: { ad_daily: 1 } });
    expect(await test.inventory()).toEqual(before);
    expect(await test.engine.query("SELECT count() AS n FROM raw_row WHERE load_no > 1")).toEqual([{ n: "0" }]);
  });

  it("lets a corrected export change exactly the days it covers", async () => {
    const corrected = adExport([
      ["2026-01-02", "Brand", "21", "3"],
      ["2026-01-02", "Generic", "5", "1"],
      ["2026-01-03", "Generic", "31", "4"],
    ]);
    expect(await test.load("corrected.csv", corrected)).toMatchObject({ status: "committed", load_id: "test_ads-2" });
    expect(await byDay()).toEqual([
      "2026-01-01 Brand 10",
      "2026-01-01 Brand 2.5",
      "2026-01-02 Brand 21",
      "2026-01-02 Generic 5",
      "2026-01-03 Generic 31",
    ]);
  });

  it("lets an export of a single campaign replace that campaign alone, and says so", async () => {
    const outcome = await test.load("brand.csv", adExport([["2026-01-02", "Brand", "22", "3"]]));
    expect(outcome.notices).toEqual([
      'The file holds only the campaign "Brand" where earlier data holds others, so only that campaign is replaced.',
    ]);
    expect(await byDay()).toContain("2026-01-02 Generic 5");
    expect(await byDay()).toContain("2026-01-02 Brand 22");
    expect(await byDay()).not.toContain("2026-01-02 Brand 21");
  });

  it("keeps another connection apart", async () => {
    await test.load("other.csv", adExport([["2026-01-02", "Brand", "7", "1"]]), { connection: "second account" });
    const lines = await byDay();
    expect(lines).toContain("2026-01-02 Brand 22");
    expect(lines).toContain("2026-01-02 Brand 7");
  });

  it("brings back what a load had replaced when it is reverted", async () => {
    await revertLoad(test.site, "test_ads-4");
    expect(await revertLoad(test.site, "test_ads-3")).toEqual({ load_id: "test_ads-3", file: "brand.csv", rows: 1 });
    expect(await byDay()).toContain("2026-01-02 Brand 21");
    await revertLoad(test.site, "test_ads-2");
    expect(await byDay()).toEqual([
      "2026-01-01 Brand 10",
      "2026-01-01 Brand 2.5",
      "2026-01-02 Brand 20",
      "2026-01-03 Generic 30",
    ]);
    await expect(revertLoad(test.site, "test_ads-2")).rejects.toMatchObject({ code: "load.reverted" });
    await expect(revertLoad(test.site, "nonsense")).rejects.toMatchObject({ code: "load.unknown" });
  });

  it("lists sources with every load and what became of it", async () => {
    expect(await listSources(test.engine)).toMatchObject([
      {
        connection: "second account",
        rows: 0,
        loads: [{ load_id: "test_ads-4", status: "reverted" }],
      },
      {
        connection: "test_ads",
        system: "test_ads",
        rows: 4,
        from: "2026-01-01",
        to: "2026-01-03",
        loads: [
          { load_id: "test_ads-3", status: "reverted" },
          { load_id: "test_ads-2", status: "reverted" },
          { load_id: "test_ads-1", status: "standing", file: "january.csv", rows_loaded: 4 },
        ],
      },
    ]);
  });

  it("loads a reverted file again under a new number", async () => {
    expect(await test.load("brand again.csv", adExport([["2026-01-02", "Brand", "22", "3"]]))).toMatchObject({
      status: "committed",
    });
  });

  it("runs loads one after another however many are asked for at once", async () => {
    const outcomes = await Promise.all(
      [1, 2, 3].map((n) => test.load(`at-once-${n}.csv`, adExport([[`2026-02-0${n}`, "Brand", "1", "1"]]))),
    );
    expect(new Set(outcomes.map(({ load_id }) => load_id)).size).toBe(3);
    expect((await byDay()).filter((line) => line.startsWith("2026-02"))).toHaveLength(3);
  });

  it("counts every row once as loaded, quarantined or skipped, and tells why", async () => {
    const outcome = await test.load(
      "mixed.csv",
      [
        "Day,Campaign,Cost,Clicks",
        "2026-03-01,Brand,1.00,1",
        "2026-03-01,ignored,1.00,1",
        "yesterday,Brand,1.00,1",
        "2026-03-02,Brand,a lot,1",
        "2026-03-02,Brand,-5,1",
        "2026-03-03,Brand,1.00,1.5",
        ",Brand,1.00,1",
        "1887-03-03,Brand,1.00,1",
        "2026-03-04,Brand,1.00",
        "2026-03-05,Brand,1.00,1,surplus",
        "Total,,5.00,9",
      ].join("\n"),
    );
    expect(outcome).toMatchObject({
      rows_read: 11,
      rows_loaded: 1,
      rows_quarantined: 8,
      rows_skipped: 2,
      skipped: { "total row": 1, "campaign that is ignored": 1 },
      totals_checked: { Cost: { file: "5", loaded: "1", equal: false } },
    });
    expect((await listQuarantine(test.engine)).map(({ line, column, code }) => [line, column, code])).toEqual([
      [4, "Day", "invalid"],
      [5, "Cost", "invalid"],
      [6, "", "reject"],
      [7, "Clicks", "invalid"],
      [8, "Day", "required"],
      [9, "Day", expect.stringMatching(/day|invalid/)],
      [10, "", "ragged"],
      [11, "", "ragged"],
    ]);
  });

  it("takes mended rows as an addition to their load, once", async () => {
    const [file] = await quarantineCsv(test.engine);
    expect(file).toMatchObject({ file: "mixed.csv", rows: 8 });
    const lines = (file?.csv ?? "").trimEnd().split("\r\n");
    expect(lines[0]).toBe("Day,Campaign,Cost,Clicks,leadline_load,leadline_line,leadline_reason");
    const mended = [lines[0], lines[1]?.replace("yesterday", "2026-03-02"), lines[2]?.replace("a lot", "4")].join(
      "\r\n",
    );
    const outcome = await test.load("mended.csv", mended);
    expect(outcome).toMatchObject({ status: "committed", rows_loaded: 2, connection: "test_ads" });
    const march = async () => (await byDay()).filter((line) => line.startsWith("2026-03"));
    const expected = ["2026-03-01 Brand 1", "2026-03-02 Brand 1", "2026-03-02 Brand 4"];
    expect(await march()).toEqual(expected);
    expect((await listQuarantine(test.engine)).map(({ line }) => line)).toEqual([6, 7, 8, 9, 10, 11]);

    const again = await test.load("mended again.csv", `${mended}\r\n`);
    expect(again).toMatchObject({
      rows_loaded: 0,
      rows_skipped: 2,
      skipped: { "mended row that was loaded before": 2 },
    });
    expect(await march()).toEqual(expected);

    await test.load(
      "march.csv",
      adExport([
        ["2026-03-01", "Brand", "9", "9"],
        ["2026-03-03", "Brand", "9", "9"],
      ]),
    );
    expect(await march()).toEqual(["2026-03-01 Brand 9", "2026-03-03 Brand 9"]);
  });

  it("covers the days of its rows, not the day on which the export was made", async () => {
    const table = adExport([["2026-04-01", "Brand", "1", "1"]]);
    const april = (await test.load("april.csv", `Campaign report\nMade on,2026-06-01\n\n${table}`)).period;
    expect(april).toEqual({ from: "2026-04-01", to: "2026-04-01" });
    const may = table.replace("04-01", "05-01");
    const report = await test.load("may.csv", `2026-05-01 - 2026-05-31\nExported 2026-06-01\n\n${may}`);
    expect(report.period).toEqual({ from: "2026-05-01", to: "2026-05-31" });
  });
});
