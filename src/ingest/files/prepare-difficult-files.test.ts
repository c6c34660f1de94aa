import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import ExcelJS from "exceljs";
import { zipSync } from "fflate";
import iconv from "iconv-lite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type PrepareOptions, prepareFile } from "./prepare-file.ts";
import type { PreparedFile } from "./prepared.ts";
import { PLAIN, testPreset } from "./test-presets.ts";

let folder = "";
let workDir = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "leadline-difficult-"));
  workDir = join(folder, "work");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(content: string | Buffer, name = "file.csv"): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function prepare(content: string | Buffer, settings: Record<string, string> = {}, more: Partial<PrepareOptions> = {}) {
  return prepareFile(write(content), [PLAIN], { workDir, settings, ...more });
}

const text = (file: PreparedFile) => readFileSync(file.tables[0]?.path ?? "", "utf8");

describe("files that are no table", () => {
  test.each<[string, string | Buffer, string, RegExp]>([
    ["an empty file", "", "file.empty", /empty/],
    ["a file of blanks", " \n\n ", "file.empty", /empty/],
    ["a gzip archive", gzipSync("Date,Amount\n2026-01-01,5\n"), "file.not_a_table", /gzip/],
    ["a PDF", "%PDF-1.7\n%âãÏÓ\n", "file.not_a_table", /PDF/],
    ["an old workbook", Buffer.from("d0cf11e0a1b11ae1000000000000", "hex"), "file.not_a_table", /old Excel/],
    ["a web page", "<html><table><tr><td>Date</td></tr></table></html>", "file.not_a_table", /web page/],
    ["XML", '<?xml version="1.0"?><rows/>', "file.not_a_table", /XML/],
    [
      "binary data",
      Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 73) % 256)),
      "file.not_a_table",
      /binary/,
    ],
    ["a file of zeros", Buffer.alloc(4096), "file.not_a_table", /binary/],
    ["a text without known columns", "Dear all,\nplease find attached\n", "file.unknown", /No source/],
    ["a Parquet file without the engine", Buffer.from("PAR1....PAR1"), "file.parquet_unsupported", /Parquet/],
  ])("%s is named", async (_, content, code, sentence) => {
    await expect(prepare(content)).rejects.toMatchObject({ code, message: expect.stringMatching(sentence) });
  });

  test("a ZIP archive is named with what is inside", async () => {
    const archive = Buffer.from(zipSync({ "report.csv": Buffer.from("Date,Amount\n") }));
    await expect(prepare(archive)).rejects.toMatchObject({
      code: "file.not_a_table",
      message: expect.stringMatching(/ZIP.*report\.csv/),
    });
  });

  test("a missing file and a folder are told apart", async () => {
    const options = { workDir };
    await expect(prepareFile(join(folder, "nowhere.csv"), [PLAIN], options)).rejects.toMatchObject({
      code: "file.missing",
    });
    await expect(prepareFile(folder, [PLAIN], options)).rejects.toMatchObject({ code: "file.folder" });
  });

  test("a refused file leaves nothing behind", async () => {
    await expect(prepare(iconv.encode("Foo\tBar\n1\t2\n", "utf-16le", { addBOM: true }))).rejects.toMatchObject({
      code: "file.unknown",
    });
    expect(readdirSync(workDir)).toEqual([]);
  });
});

describe("sizes", () => {
  test("a file that is one quoted cell is refused with the line where the quote opens", async () => {
    await expect(prepare(`Date,Amount\n"${"x, y\n".repeat(2000)}`)).rejects.toMatchObject({
      code: "file.unclosed_quote",
      place: { line: 2 },
    });
  });

  test("a line of 200 MB is refused early and in bounded memory", async () => {
    const path = write("Date,Amount\n2026-01-01,");
    const piece = Buffer.alloc(8 * 1024 * 1024, "7");
    for (let written = 0; written < 200 * 1024 * 1024; written += piece.length) appendFileSync(path, piece);
    const before = process.memoryUsage().rss;
    await expect(prepareFile(path, [PLAIN], { workDir })).rejects.toMatchObject({
      code: "file.record_too_long",
      place: { line: 2 },
    });
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024);
    rmSync(path);
  });

  test("of a long file only a sample decides the notation, and that is said", async () => {
    const rows = Array.from(
      { length: 30_000 },
      (_, at) => `2026-01-${String((at % 28) + 1).padStart(2, "0")},x,${at}.50`,
    );
    const file = await prepare(`Date,Name,Amount\n${rows.join("\n")}\n`);
    expect(file.tables[0]).toMatchObject({ records: 30_000, decimal: "point" });
    expect(file.notices.map(({ code }) => code)).toEqual(["file.sampled"]);
    await file.dispose();
  });

  test("progress rises and stays below one until the end", async () => {
    const shares: number[] = [];
    const file = await prepare("Date,Amount\n2026-01-01,5\n", {}, { onProgress: (share) => shares.push(share) });
    expect(shares.length).toBeGreaterThan(0);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(Math.max(...shares)).toBeLessThan(1);
    await file.dispose();
  });
});

describe("encodings", () => {
  const chinese = "日期,Name,金额\n2026-09-01,推送服务,5.50\n";

  test.each<[string, Buffer, PreparedFile["encoding"]]>([
    ["UTF-8", Buffer.from(chinese), "utf-8"],
    ["UTF-8 with a mark", Buffer.from(`\uFEFF${chinese}`), "utf-8-bom"],
    ["GB18030", iconv.encode(chinese, "gb18030"), "gb18030"],
    ["UTF-16LE with a mark", iconv.encode(chinese, "utf-16le", { addBOM: true }), "utf-16le-bom"],
    ["UTF-16BE with a mark", iconv.encode(chinese, "utf-16be", { addBOM: true }), "utf-16be-bom"],
    ["UTF-16LE without a mark", iconv.encode(chinese, "utf-16le"), "utf-16le"],
    ["UTF-16BE without a mark", iconv.encode(chinese, "utf-16be"), "utf-16be"],
  ])("%s is recognised", async (_, bytes, encoding) => {
    const file = await prepare(bytes);
    expect(file.encoding).toBe(encoding);
    expect(text(file)).toContain("推送服务");
    expect(file.tables[0]?.records).toBe(1);
    await file.dispose();
  });

  test("Western text is not taken for Chinese", async () => {
    const file = await prepare(
      iconv.encode("Date,Name,Amount\n2026-09-01,Müller & Söhne – Größe,5.50\n", "windows-1252"),
    );
    expect(file.encoding).toBe("windows-1252");
    expect(text(file)).toContain("Müller & Söhne – Größe");
    await file.dispose();
  });

  test("a broken character deep in the file counts too", async () => {
    const rows = "2026-09-01,plain,5.50\n".repeat(300_000);
    const file = await prepare(
      Buffer.concat([
        Buffer.from(`Date,Name,Amount\n${rows}2026-09-02,M`),
        Buffer.from([0xfc]),
        Buffer.from("ller,1.00\n"),
      ]),
    );
    expect(file.encoding).toBe("windows-1252");
    await file.dispose();
  });

  test("the encoding a person names is taken, or refused where it cannot be", async () => {
    const latin = iconv.encode("Date,Name,Amount\n2026-09-01,Müller,5.50\n", "windows-1252");
    const file = await prepare(latin, { encoding: "latin1" });
    expect(file.encoding).toBe("windows-1252");
    await file.dispose();
    await expect(prepare(latin, { encoding: "utf-8" })).rejects.toMatchObject({ code: "file.wrong_encoding" });
    await expect(prepare("Date,Amount\n", { encoding: "utf-16le" })).rejects.toMatchObject({ code: "file.unknown" });
    await expect(prepare("Date,Amount\n", { encoding: "morse" })).rejects.toMatchObject({ code: "file.bad_setting" });
  });

  test("NUL bytes are taken out and told", async () => {
    const file = await prepare("Date,Name,Amount\n2026-09-01,A\0li\0ce,5.50\n");
    expect(text(file)).toContain("Alice");
    expect(file.notices.map(({ code }) => code)).toEqual(["file.nul_bytes"]);
    await file.dispose();
  });

  test("old Macintosh line ends are line ends", async () => {
    const file = await prepare("Date,Amount\r2026-09-01,5.50\r2026-09-02,6.50\r");
    expect(file.tables[0]?.records).toBe(2);
    await file.dispose();
  });
});

describe("headers", () => {
  test("a header without rows is a table of none, and told", async () => {
    const file = await prepare("Date,Amount\n");
    expect(file.tables[0]?.records).toBe(0);
    expect(file.notices.map(({ code }) => code)).toEqual(["file.no_rows"]);
    await file.dispose();
  });

  test("a row of units under the header and a repeated header are left out with their lines", async () => {
    const file = await prepare("Date,Name,Amount\n,,(EUR)\n2026-09-01,a,1.50\nDate,Name,Amount\n2026-09-02,b,2.50\n");
    expect(text(file)).toBe("3,2026-09-01,a,1.50\n5,2026-09-02,b,2.50\n");
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
    expect(text(file)).toBe('2,2026-09-01,"a\nb",1.50\n5,2026-09-02,c,2.50\n');
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
    expect(text(file)).toContain("=HYPERLINK(1)");
    expect(file.tables[0]?.records).toBe(2);
    await file.dispose();
  });

  test("odd quotes are mended, so that every reader sees the same cells", async () => {
    const file = await prepare('Date,Name,Amount\n2026-09-01,"Brand" search,1.50\n');
    expect(text(file)).toBe("2,2026-09-01,Brand search,1.50\n");
    await file.dispose();
  });

  test("a trailing delimiter in every row is no cell", async () => {
    const file = await prepare("Date,Name,Amount\n2026-09-01,a,1.50,\n2026-09-02,b,2.50,\n");
    expect(text(file)).toBe("2,2026-09-01,a,1.50\n3,2026-09-02,b,2.50\n");
    await file.dispose();
  });

  test("a cell with a tab-delimited file's comma is quoted in the copy", async () => {
    const file = await prepare('Date\tName\tAmount\n2026-09-01\tGeneric, DE\t"1,033.50"\n2026-09-02\tsay "hi"\t2\n');
    expect(text(file)).toBe('2,2026-09-01,"Generic, DE","1,033.50"\n3,2026-09-02,"say ""hi""",2\n');
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

describe("workbooks", () => {
  async function workbook(build: (book: ExcelJS.Workbook) => void): Promise<string> {
    const book = new ExcelJS.Workbook();
    build(book);
    const path = join(folder, "book.xlsx");
    await book.xlsx.writeFile(path);
    return path;
  }

  test("the first sheet with a known header is read, dates as ISO text and formulas as their values", async () => {
    const path = await workbook((book) => {
      book.addWorksheet("Notes").addRows([["Nothing here"]]);
      const sheet = book.addWorksheet("Costs");
      sheet.addRow(["Costs of March"]);
      sheet.addRow([]);
      sheet.addRow(["Date", "Name", "Amount"]);
      sheet.addRow([new Date(Date.UTC(2026, 2, 1)), "a, b", 12.5]);
      sheet.addRow([new Date(Date.UTC(2026, 2, 2, 14, 30)), "two\nlines", { formula: "C4*2", result: 25 }]);
      sheet.addRow(["2026-03-03", { richText: [{ text: "ri" }, { text: "ch" }] }, 0.1 + 0.2]);
    });
    const file = await prepareFile(path, [PLAIN], { workDir });
    expect(file).toMatchObject({ kind: "xlsx", encoding: "utf-8", delimiter: null });
    expect(file.tables[0]).toMatchObject({ headerLine: 3, firstLine: 4, records: 3 });
    const lines = readFileSync(file.tables[0]?.path ?? "", "utf8");
    expect(lines).toContain('2026-03-01,"a, b",12.5\n');
    expect(lines).toContain('2026-03-02 14:30:00,"two\nlines",25\n');
    expect(lines).toContain("2026-03-03,rich,0.3\n");
    expect(file.notices.map(({ code }) => code)).toEqual(["file.one_sheet"]);
    await file.dispose();
  });

  test("a sheet can be named, and a wrong name lists the sheets", async () => {
    const path = await workbook((book) => {
      for (const name of ["January", "February"])
        book.addWorksheet(name).addRows([
          ["Date", "Amount"],
          ["2026-01-01", name === "January" ? 1 : 2],
        ]);
    });
    const file = await prepareFile(path, [PLAIN], { workDir, settings: { sheet: "February" } });
    expect(readFileSync(file.tables[0]?.path ?? "", "utf8")).toContain("2026-01-01,2");
    await file.dispose();
    await expect(prepareFile(path, [PLAIN], { workDir, settings: { sheet: "March" } })).rejects.toMatchObject({
      code: "file.no_sheet",
      remedy: expect.stringContaining("January"),
    });
  });

  test("a broken workbook is told as such", async () => {
    const good = readFileSync(
      await workbook((book) =>
        book.addWorksheet("A").addRows([
          ["Date", "Amount"],
          ["2026-01-01", 1],
        ]),
      ),
    );
    const path = write(Buffer.concat([good.subarray(0, 200), Buffer.alloc(300), good.subarray(500)]), "broken.xlsx");
    await expect(prepareFile(path, [PLAIN], { workDir })).rejects.toMatchObject({
      code: expect.stringMatching(/^file\./),
    });
  });
});

describe("records with keys", () => {
  test("NDJSON rows may differ in their keys, nested ones are joined by dots, long ids keep their digits", async () => {
    const preset = testPreset("keyed", [
      {
        id: "rows",
        columns: { date: ["Date"], id: ["ref.id"], tags: ["tags"], amount: ["Amount"] },
        required: ["date", "id"],
      },
    ]);
    const path = write(
      '{"Date":"2026-09-01","ref":{"id":7412345678901234567}}\n{"Date":"2026-09-02","tags":["a","b"],"Amount":1.50}\n',
      "rows.ndjson",
    );
    const file = await prepareFile(path, [preset], { workDir });
    expect(file.kind).toBe("ndjson");
    expect(file.tables[0]).toMatchObject({ headerLine: 0, firstLine: 1, records: 2 });
    expect(text(file)).toContain("2026-09-01,7412345678901234567,,");
    expect(text(file)).toContain("2026-09-02,,a;b,1.50");
    await file.dispose();
  });

  test("a JSON array that ends too early is refused", async () => {
    await expect(
      prepareFile(write('[{"Date":"2026-09-01","Amount":1},{"Date":', "cut.json"), [PLAIN], { workDir }),
    ).rejects.toMatchObject({
      code: "file.bad_json",
    });
    await expect(prepareFile(write('{"a":1}', "flat.json"), [PLAIN], { workDir })).rejects.toMatchObject({
      code: expect.stringMatching(/^file\.(no_array|unknown)$/),
    });
  });

  test("Parquet goes through the engine's converter", async () => {
    const path = write("PAR1....PAR1", "rows.parquet");
    const convertParquet = async (_: string, to: string) => writeFileSync(to, "Date,Amount\n2026-09-01,5.50\n");
    const file = await prepareFile(path, [PLAIN], { workDir, convertParquet });
    expect(file).toMatchObject({ kind: "parquet", encoding: "binary" });
    expect(file.tables[0]?.records).toBe(1);
    await file.dispose();
  });
});
