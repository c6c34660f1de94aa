import { describe, expect, test } from "vitest";
import { prepareFile } from "./prepare-file.ts";
import { firstText, testFolder } from "./test-folder.ts";
import { PLAIN, testPreset } from "./test-presets.ts";

const { workDir, write, prepare } = testFolder();

describe("headers", () => {
  test("a header without rows is a table of none, and told", async () => {
    const file = await prepare("Date,Amount\n");
    expect(file.tables[0]?.records).toBe(0);
    expect(file.notices.map(({ code }) => code)).toEqual(["file.no_rows"]);
    await file.dispose();
  });

  test("a row of units under the header and a repeated header are left out with their lines", async () => {
    const file = await prepare("Date,Name,Amount\n,,(EUR)\n2026-09-01,a,1.50\nDate,Name,Amount\n2026-09-02,b,2.50\n");
    expect(firstText(file)).toBe("3,2026-09-01,a,1.50\n5,2026-09-02,b,2.50\n");
    expect(file.tables[0]?.leftOut.map(({ line }) => line)).toEqual([2, 4]);
    await file.dispose();
  });

  test("a row of group titles above the header is no header", async () => {
    const file = await prepare("Date,Amount,,\nDate,Name,Amount,Count\n2026-09-01,a,1.50,3\n");
    expect(file.tables[0]).toMatchObject({ headerLine: 2, records: 1 });
    await file.dispose();
  });

  test("two columns of one name are refused where the layout needs them, else they do not matter", async () => {
    await expect(prepare("Date,Amount,Amount\n2026-09-01,1.50,2.50\n")).rejects.toMatchObject({
      code: "file.duplicate_column",
      place: { line: 1, column: 3 },
    });
    const file = await prepare("Date,Amount,Extra,Extra\n2026-09-01,1.50,x,y\n");
    expect(file.tables[0]?.fields).toEqual(["date", "amount", null, null]);
    await file.dispose();
  });

  test("titles are found in other cases, with blanks, no-break blanks and full width", async () => {
    const file = await prepare("\u00A0DATE ,　Ｎａｍｅ,“amount”\n2026-09-01,a,1.50\n");
    expect(file.tables[0]?.fields).toEqual(["date", "name", "amount"]);
    await file.dispose();
  });

  test.each([
    ["semicolon", ";"],
    ["tab", "\t"],
    ["pipe", "|"],
  ])("a %s is found from the header, also under a preamble full of commas", async (_, delimiter) => {
    const rows = [
      ["Date", "Name", "Amount"],
      ["2026-09-01", "a, b", "1.50"],
    ];
    const file = await prepare(
      `One, two, three, four\nfive, six\n\n${rows.map((row) => row.join(delimiter)).join("\n")}\n`,
    );
    expect(file.delimiter).toBe(delimiter);
    expect(file.tables[0]?.records).toBe(1);
    await file.dispose();
  });

  test("the delimiter can be named", async () => {
    await expect(prepare("Date;Amount\n2026-09-01;1,5\n", { delimiter: "comma" })).rejects.toMatchObject({
      code: "file.unknown",
    });
    await expect(prepare("Date;Amount\n", { delimiter: "x" })).rejects.toMatchObject({ code: "file.bad_setting" });
  });

  test("near misses are named with what they lack", async () => {
    await expect(prepare("Date,Name,Count\n2026-09-01,a,3\n")).rejects.toMatchObject({
      code: "file.unknown",
      message: expect.stringMatching(/plain\/rows.*misses "Amount"/),
    });
  });

  test("two sources that fit equally well are not chosen between", async () => {
    const twin = testPreset("twin", [
      { id: "rows", columns: { date: ["Date"], amount: ["Amount"] }, required: ["date", "amount"] },
    ]);
    const path = write("Date,Amount\n2026-09-01,1.50\n");
    await expect(prepareFile(path, [PLAIN, twin], { workDir })).rejects.toMatchObject({
      code: "file.ambiguous",
      message: expect.stringMatching(/plain\/rows, twin\/rows/),
    });
    const file = await prepareFile(path, [PLAIN, twin], { workDir, presetId: "twin" });
    expect(file.tables[0]?.preset.id).toBe("twin");
    await file.dispose();
    await expect(prepareFile(path, [PLAIN], { workDir, presetId: "none" })).rejects.toMatchObject({
      code: "file.no_preset",
    });
  });
});

describe("rows", () => {
  test("lines stay right through quoted line ends, blank rows and footers", async () => {
    const file = await prepare(
      'Date,Name,Amount\n2026-09-01,"a\nb",1.50\n\n2026-09-02,c,2.50\n\n"Confidential Information"\n"Copyright (c) 2026"\n',
    );
    expect(firstText(file)).toBe('2,2026-09-01,"a\nb",1.50\n5,2026-09-02,c,2.50\n');
    expect(file.tables[0]?.surroundings.footer).toEqual(["Confidential Information", "Copyright (c) 2026"]);
    await file.dispose();
  });

  test("a ragged last row is data, for the engine to tell", async () => {
    const file = await prepare("Date,Name,Amount\n2026-09-01,a,1.50\n2026-09-0\n");
    expect(file.tables[0]).toMatchObject({ records: 2, lineLimit: null });
    await file.dispose();
  });

  test("cells that look like formulas are data", async () => {
    const file = await prepare("Date,Name,Amount\n2026-09-01,=HYPERLINK(1),1.50\n2026-09-02,@x,2.50\n");
    expect(firstText(file)).toContain("=HYPERLINK(1)");
    expect(file.tables[0]?.records).toBe(2);
    await file.dispose();
  });

  test("odd quotes are mended, so that every reader sees the same cells", async () => {
    const file = await prepare('Date,Name,Amount\n2026-09-01,"Brand" search,1.50\n');
    expect(firstText(file)).toBe("2,2026-09-01,Brand search,1.50\n");
    await file.dispose();
  });

  test("a trailing delimiter in every row is no cell", async () => {
    const file = await prepare("Date,Name,Amount\n2026-09-01,a,1.50,\n2026-09-02,b,2.50,\n");
    expect(firstText(file)).toBe("2,2026-09-01,a,1.50\n3,2026-09-02,b,2.50\n");
    await file.dispose();
  });

  test("a cell with a tab-delimited file's comma is quoted in the copy", async () => {
    const file = await prepare('Date\tName\tAmount\n2026-09-01\tGeneric, DE\t"1,033.50"\n2026-09-02\tsay "hi"\t2\n');
    expect(firstText(file)).toBe('2,2026-09-01,"Generic, DE","1,033.50"\n3,2026-09-02,"say ""hi""",2\n');
    await file.dispose();
  });
});

describe("notation", () => {
  test("dates that can be read both ways are asked for, and the answer is taken", async () => {
    const content = "Date,Amount\n1/5/2026,1.50\n2/6/2026,2.50\n";
    await expect(prepare(content)).rejects.toMatchObject({
      code: "file.ambiguous_dates",
      remedy: expect.stringContaining("--set dates=dmy"),
    });
    const file = await prepare(content, { dates: "dmy" });
    expect(file.tables[0]?.dateOrder).toBe("dmy");
    await file.dispose();
  });

  test("amounts that can be read both ways are asked for where the delimiter tells nothing", async () => {
    const content = "Date\tAmount\n2026-09-01\t1.234\n";
    await expect(prepare(content)).rejects.toMatchObject({ code: "file.ambiguous_numbers" });
    const file = await prepare(content, { numbers: "comma" });
    expect(file.tables[0]?.decimal).toBe("comma");
    await file.dispose();
  });

  test("European notation is found as a whole", async () => {
    const file = await prepare("Date;Name;Amount;Count\n01.09.2026;a;12,50 €;3.000\n");
    expect(file.tables[0]).toMatchObject({ decimal: "comma", dateOrder: "dmy" });
    await file.dispose();
  });

  test("a wrong answer names the right ones", async () => {
    await expect(prepare("Date,Amount\n2026-09-01,1\n", { dates: "american" })).rejects.toMatchObject({
      code: "file.bad_setting",
      remedy: expect.stringContaining("mdy"),
    });
  });
});
