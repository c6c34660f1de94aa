import writeWorkbook, { type Cell, type Sheet } from "write-excel-file/universal";
import type { KpiUnit } from "../../../model/kpi.ts";
import type { ColumnKind, DataTable } from "./data-table.ts";

/** One sheet's name and table. */
export interface NamedTable {
  readonly name: string;
  readonly table: DataTable;
}

/** Where the numbers are from: lines of a name and a text, on a sheet of their own. */
export interface About {
  readonly name: string;
  readonly lines: readonly (readonly [string, string])[];
}

const plain = (digits: number) => (digits === 0 ? "#,##0" : `#,##0.${"0".repeat(digits)}`);

/** The number format of a unit in a spreadsheet; money names its currency. */
export function numberFormat(kind: ColumnKind, value: number, currency: string): string {
  const money = `${plain(2)} [$${currency}]`;
  const formats: Readonly<Record<KpiUnit, string>> = {
    count: plain(Number.isInteger(value) ? 0 : 2),
    ratio: "0.0%",
    money,
    money_per_day: money,
    days: plain(1),
    seconds: plain(1),
    months: plain(1),
    multiple: plain(2),
  };
  return kind in formats ? formats[kind as KpiUnit] : plain(Number.isInteger(value) ? 0 : 2);
}

function cellOf(value: string | number | null, kind: ColumnKind, currency: string): Cell {
  if (value === null || value === "") return null;
  if (typeof value === "number") {
    return { type: Number, value, format: numberFormat(kind, value, currency), align: "right" };
  }
  if (kind === "date") return { type: Date, value: new Date(`${value}T00:00:00Z`), format: "yyyy-mm-dd" };
  return { type: String, value };
}

const width = (texts: readonly (string | number | null)[], most: number) =>
  Math.min(
    most,
    Math.max(
      8,
      ...texts.map((text) => [...String(text ?? "")].reduce((sum, sign) => sum + (sign > "\u2e80" ? 2 : 1), 2)),
    ),
  );

function sheetOf({ name, table }: NamedTable, currency: string): Sheet<Blob> {
  const { columns, rows, units } = table;
  return {
    sheet: sheetName(name),
    stickyRowsCount: 1,
    columns: columns.map(({ title, kind }, i) => ({
      width: kind === "text" ? width([title, ...rows.map((row) => row[i] ?? null)], 48) : width([title], 16) + 4,
    })),
    data: [
      columns.map(
        ({ title, kind }): Cell => ({ value: title, fontWeight: "bold", align: kind === "text" ? "left" : "right" }),
      ),
      ...rows.map((row, line) =>
        row.map((value, i) => {
          const kind = columns[i]?.kind ?? "text";
          return cellOf(value, kind === "mixed" ? (units?.[line] ?? "number") : kind, currency);
        }),
      ),
    ],
  };
}

/** What a sheet may be called: at most 31 characters, none of `\ / ? * [ ] :`. */
function sheetName(name: string): string {
  return name.replaceAll(/[\\/?*[\]:]/g, " ").slice(0, 31);
}

/** A workbook with typed cells: each table on a sheet, and a last one that says where the numbers are from. */
export function workbook(tables: readonly NamedTable[], about: About, currency: string): Promise<Blob> {
  const sheets: Sheet<Blob>[] = [
    ...tables.map((table) => sheetOf(table, currency)),
    {
      sheet: sheetName(about.name),
      columns: [{ width: 28 }, { width: 96 }],
      data: about.lines.map(([label, text]): Cell[] => [
        { value: label, fontWeight: "bold", alignVertical: "top" },
        { type: String, value: text, wrap: true },
      ]),
    },
  ];
  return writeWorkbook(sheets).toBlob();
}
