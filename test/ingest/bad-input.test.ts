import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { guarded, listQuarantine, quarantineCsv } from "../../src/ingest/load/list-quarantine.ts";
import { adExport, openSite, type TestSite } from "./fixtures/open-site.ts";

const HEADER = "Day,Campaign,Device,Currency,Cost,Impressions,Clicks,Note";
const row = (day: string, campaign: string, cost: string, note = ""): string =>
  `${day},${campaign},desktop,EUR,${cost},10,1,${note}`;

describe("bad input", () => {
  let test: TestSite;
  beforeAll(async () => {
    test = await openSite();
    await test.load("good.csv", adExport([["2025-12-31", "Brand", "1", "1"]]));
  });
  afterAll(() => test.close());

  const refused: readonly (readonly [what: string, content: string | Buffer])[] = [
    ["an empty file", ""],
    ["a file of blank lines", "\n\n\n"],
    ["a binary file", Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256))],
    ["a picture", Buffer.from("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000a", "hex")],
    ["a header without rows", `${HEADER}\n`],
    ["columns that nothing knows", "a,b,c\n1,2,3\n"],
    ["a column that stands twice", "Day,Campaign,Cost,Cost\n2026-01-01,Brand,1,2\n"],
    [
      "a quote that is never closed",
      `${HEADER}\n2026-01-01,"Brand,desktop,EUR,1,10,1,\n${row("2026-01-02", "x", "1")}\n`,
    ],
  ];

  it.each(refused)("%s is refused with a reason and a remedy, and changes nothing", async (_, content) => {
    const before = await test.inventory();
    const failure = await test.load("bad.csv", content).then(
      () => null,
      (error: unknown) => error,
    );
    expect(failure).toMatchObject({
      name: "LeadlineError",
      code: expect.stringMatching(/^(file|load|engine)\./),
      remedy: expect.stringMatching(/\w{3}/),
    });
    expect(await test.inventory()).toEqual(before);
    expect(await test.engine.query("SELECT count() AS n FROM raw_row WHERE load_no > 1")).toEqual([{ n: "0" }]);
  });

  it("an unknown setting, a missing one and a wrong zone are refused", async () => {
    const good = adExport([["2026-01-01", "Brand", "1", "1"]]);
    await expect(test.load("a.csv", good, { settings: { curency: "EUR" } })).rejects.toMatchObject({
      code: "load.unknown_setting",
    });
    await expect(test.load("a.csv", good, { settings: { timezone: "Mars" } })).rejects.toMatchObject({
      code: "load.bad_setting",
    });
    await expect(test.load("a.csv", good, { preset: "nothing" })).rejects.toMatchObject({ name: "LeadlineError" });
    await expect(test.load("a.csv", good, { preset: "nothing.yaml" })).rejects.toMatchObject({ name: "LeadlineError" });
  });

  it("a header that is repeated further down is skipped", async () => {
    const outcome = await test.load(
      "twice.csv",
      [HEADER, row("2026-01-01", "A", "1"), HEADER, row("2026-01-02", "A", "2")].join("\n"),
    );
    expect(outcome).toMatchObject({ rows_read: 3, rows_loaded: 2, rows_skipped: 1, rows_quarantined: 0 });
  });

  it("ragged rows are quarantined with their line", async () => {
    const content = [
      HEADER,
      row("2026-01-03", "A", "1"),
      "2026-01-03,A,desktop",
      `${row("2026-01-03", "A", "1")},x,y`,
    ].join("\n");
    expect(await test.load("ragged.csv", content)).toMatchObject({
      rows_read: 3,
      rows_loaded: 1,
      rows_quarantined: 2,
      quarantined: { "The row has more or fewer cells than the header.": 2 },
    });
    const rejected = await listQuarantine(test.engine);
    expect(rejected.map(({ file, line, code }) => [file, line, code])).toEqual([
      ["ragged.csv", 3, "ragged"],
      ["ragged.csv", 4, "ragged"],
    ]);
    expect(rejected[0]?.cells.slice(0, 4)).toEqual(["2026-01-03", "A", "desktop", ""]);
  });

  it("a giant quoted field with line breaks is one cell, and lines below it stay right", async () => {
    const giant = `"${'many words, and ""quotes""\n'.repeat(4000)}"`;
    const content = [HEADER, row("2026-01-04", "A", "1", giant), row("2026-01-04", "A", "oops")].join("\n");
    expect(await test.load("giant.csv", content)).toMatchObject({ rows_loaded: 1, rows_quarantined: 1 });
    const [length] = await test.visible<{ n: string }>("ad_daily", "max(length(attributes['note'])) AS n");
    expect(Number(length?.n)).toBeGreaterThan(90_000);
    const [last] = await listQuarantine(test.engine, { limit: 1 });
    expect(last).toMatchObject({ file: "giant.csv", line: 4003, column: "Cost" });
  });

  it("NUL bytes are taken out", async () => {
    const content = Buffer.from([HEADER, row("2026-01-05", "Bra\0nd", "1\0")].join("\n"));
    const outcome = await test.load("nul.csv", content);
    expect(outcome).toMatchObject({ rows_loaded: 1, rows_quarantined: 0 });
    expect(outcome.notices.join(" ")).toContain("NUL");
  });

  it("bytes of another encoding are read as what they are", async () => {
    const text = [HEADER, row("2026-01-06", "Größe", "1")].join("\n");
    expect(await test.load("latin.csv", Buffer.from(text, "latin1"))).toMatchObject({ encoding: "windows-1252" });
    expect(await test.visible("ad_daily", "countIf(campaign = 'Größe') AS n")).toEqual([{ n: "1" }]);
  });

  it("cells that look like formulas are kept as text, and guarded when they are written out", async () => {
    const content = [
      HEADER,
      row("2026-01-07", "=cmd|' /C calc'!A0", "1"),
      row("2026-01-07", "@SUM(1)", "oops", "-2+3"),
    ].join("\n");
    const outcome = await test.load("formula.csv", content);
    expect(outcome).toMatchObject({ rows_loaded: 1, notices: ["1 rows: campaigns that look like formulas"] });
    const [file] = await quarantineCsv(test.engine, { loadId: outcome.load_id ?? "" });
    expect(file?.csv.split("\r\n")[1]).toMatch(/^2026-01-07,'@SUM\(1\),desktop,EUR,oops,10,1,'-2\+3,test_ads-\d+,3,/);
    expect(["-12.50", "-1,234", "text", "5"].map(guarded)).toEqual(["-12.50", "-1,234", "text", "5"]);
    expect(["=1", "+1", "-x", "\tx", "@x"].map(guarded)).toEqual(["'=1", "'+1", "'-x", "'\tx", "'@x"]);
  });

  it("dates beyond reason and amounts beyond measure are quarantined", async () => {
    const content = [
      HEADER,
      row("0206-01-08", "A", "1"),
      row("2999-01-08", "A", "1"),
      row("2026-02-30", "A", "1"),
      row("2026-01-08", "A", "99999999999999999999"),
      row("2026-01-08", "A", "1"),
    ].join("\n");
    expect(await test.load("beyond.csv", content)).toMatchObject({ rows_loaded: 1, rows_quarantined: 4 });
  });

  it("totals that do not add up are told, and the rows are loaded all the same", async () => {
    const content = `${adExport([
      ["2026-01-09", "A", "1.10", "1"],
      ["2026-01-09", "B", "2.20", "1"],
      ["Total", "", "3.40", "2"],
    ])}\n`;
    expect(await test.load("totals.csv", content)).toMatchObject({
      status: "committed",
      rows_loaded: 2,
      totals_checked: {
        Cost: { file: "3.4", loaded: "3.3", equal: false },
        Clicks: { file: "2", loaded: "2", equal: true },
      },
    });
  });

  it("a file whose every row is wrong is loaded with nothing but its quarantine", async () => {
    const outcome = await test.load("all wrong.csv", adExport([["x", "A", "y", "z"]]));
    expect(outcome).toMatchObject({
      status: "committed",
      rows_loaded: 0,
      rows_quarantined: 1,
      facts: {},
      period: null,
    });
  });
});
