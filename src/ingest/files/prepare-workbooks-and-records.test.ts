import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { describe, expect, test } from "vitest";
import { prepareFile } from "./prepare-file.ts";
import { firstText, testFolder } from "./test-folder.ts";
import { PLAIN, testPreset } from "./test-presets.ts";

const { folder, workDir, write } = testFolder();

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
    expect(firstText(file)).toContain("2026-09-01,7412345678901234567,,");
    expect(firstText(file)).toContain("2026-09-02,,a;b,1.50");
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
