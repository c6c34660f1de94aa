import ExcelJS from "exceljs";
import { fileErrors } from "./file-errors.ts";
import { CellWriter } from "./write-cells.ts";

export interface Sheet {
  readonly name: string;
  readonly path: string;
  readonly rows: number;
}

/** Writes each sheet of a workbook as a comma-delimited file, row for row: dates as ISO text, formulas as their values. */
export async function convertXlsx(
  file: string,
  from: string,
  pathOf: (index: number) => string,
  onRows: (rows: number) => void,
): Promise<Sheet[]> {
  const sheets: Sheet[] = [];
  try {
    const reader = new ExcelJS.stream.xlsx.WorkbookReader(from, {
      sharedStrings: "cache",
      hyperlinks: "ignore",
      styles: "cache",
      worksheets: "emit",
      entries: "ignore",
    });
    for await (const sheet of reader) {
      const writer = new CellWriter(pathOf(sheets.length));
      let last = 0;
      try {
        for await (const row of sheet) {
          for (; last < row.number - 1; last += 1) writer.write([""]);
          writer.write(cellsOf(row));
          last = row.number;
          if (last % 10_000 === 0) onRows(last);
        }
      } finally {
        writer.close();
      }
      sheets.push({ name: nameOf(sheet), path: writer.path, rows: last });
    }
  } catch (error) {
    throw fileErrors.brokenWorkbook(file, error instanceof Error ? error.message : String(error));
  }
  return sheets;
}

function nameOf(sheet: unknown): string {
  return typeof sheet === "object" && sheet !== null && "name" in sheet ? String(sheet.name) : "";
}

function cellsOf(row: ExcelJS.Row): string[] {
  const cells: string[] = [];
  for (let column = 1; column <= row.cellCount; column += 1) cells.push(textOf(row.getCell(column).value));
  return cells;
}

function textOf(value: ExcelJS.CellValue | undefined): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return dateText(value);
  if (typeof value === "number") return numberText(value);
  if (typeof value !== "object") return String(value);
  if ("richText" in value) return value.richText.map((part) => part.text).join("");
  if ("error" in value) return "";
  if ("formula" in value || "sharedFormula" in value)
    return textOf("result" in value ? (value.result as ExcelJS.CellValue | undefined) : undefined);
  if ("text" in value) return textOf(value.text as ExcelJS.CellValue);
  return "";
}

/** Excel stores binary fractions: 0.1 + 0.2 is shown as 0.3, as Excel itself does with its fifteen digits. */
function numberText(value: number): string {
  if (Number.isInteger(value)) return Math.abs(value) < 1e21 ? BigInt(value).toString() : String(value);
  const plain = String(Number(value.toPrecision(15)));
  return plain.includes("e") ? value.toFixed(15).replace(/0+$/, "") : plain;
}

/** Excel dates have no zone; those of whole days are days, those before 1900-01-02 are times. */
function dateText(value: Date): string {
  if (Number.isNaN(value.getTime())) return "";
  const iso = value.toISOString();
  const time = iso.slice(11, 19);
  if (iso < "1900") return time;
  return time === "00:00:00" ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${time}`;
}
