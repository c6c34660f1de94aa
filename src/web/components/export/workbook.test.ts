import ExcelJS from "exceljs";
import { expect, test } from "vitest";
import { numberFormat, workbook } from "./workbook.ts";

test("a workbook holds real numbers and dates with their formats, and says where they are from", async () => {
  const blob = await workbook(
    [
      {
        name: "Data",
        table: {
          columns: [
            { title: "Name", kind: "text" },
            { title: "From", kind: "date" },
            { title: "Value", kind: "mixed" },
          ],
          rows: [
            ["=HYPERLINK(1)", "2026-03-05", 0.123456789],
            ["渠道", "2026-03-06", 12.5],
            ["none", "2026-03-07", null],
          ],
          units: ["ratio", "money", "money"],
        },
      },
    ],
    { name: "About", lines: [["Question", "Which?"]] },
    "EUR",
  );
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(await blob.arrayBuffer());
  expect(book.worksheets.map(({ name }) => name)).toEqual(["Data", "About"]);
  const sheet = book.getWorksheet("Data");
  // A text stays a text, whatever it begins with.
  expect(sheet?.getCell("A2").value).toBe("=HYPERLINK(1)");
  expect(sheet?.getCell("B2").value).toEqual(new Date("2026-03-05T00:00:00Z"));
  expect(sheet?.getCell("C2").value).toBe(0.123456789);
  expect(sheet?.getCell("C2").numFmt).toBe("0.0%");
  expect(sheet?.getCell("C3").numFmt).toBe("#,##0.00 [$EUR]");
  expect(sheet?.getCell("C4").value).toBeNull();
  expect(book.getWorksheet("About")?.getCell("B1").value).toBe("Which?");
});

test("a count that is whole has no decimals", () => {
  expect(numberFormat("count", 12, "EUR")).toBe("#,##0");
  expect(numberFormat("count", 12.5, "EUR")).toBe("#,##0.00");
});
