import type { AnswerRow } from "../../../model/answer.ts";
import type { KpiUnit } from "../../../model/kpi.ts";

/** What a column holds: a text, an ISO day, a number without a unit, or a value in a unit. `mixed` takes each row's unit. */
export type ColumnKind = "text" | "date" | "number" | "mixed" | KpiUnit;

/** A table as people take it along: titles and texts in their language, numbers with every digit, null where there is none. */
export interface DataTable {
  readonly columns: readonly { readonly title: string; readonly kind: ColumnKind }[];
  readonly rows: readonly (readonly (string | number | null)[])[];
  /** The unit of each row's `mixed` cells. */
  readonly units?: readonly KpiUnit[];
}

/** What names an answer's parts in the reader's language. */
export interface TableWords {
  readonly column: (
    id:
      | "kpi"
      | "period"
      | "from"
      | "to"
      | "value"
      | "currency"
      | "state"
      | "n"
      | "low"
      | "high"
      | "previous"
      | "change"
      | "reason",
  ) => string;
  readonly kpi: (id: string) => string;
  readonly dimension: (id: string) => string;
  readonly value: (dimension: string, value: string) => string;
  readonly period: (period: AnswerRow["period"]) => string;
  readonly state: (state: AnswerRow["state"]) => string;
  readonly currency: string;
}

const MONEY = new Set<KpiUnit>(["money", "money_per_day"]);

/** An answer's rows as a table: one line a row, with dates, states, intervals and reasons. */
export function answerTable(rows: readonly AnswerRow[], words: TableWords): DataTable {
  const dimensions = [...new Set(rows.flatMap((row) => Object.keys(row.by)))];
  const text = (title: string) => ({ title, kind: "text" as const });
  const mixed = (title: string) => ({ title, kind: "mixed" as const });
  const { column } = words;
  return {
    columns: [
      text(column("kpi")),
      text(column("period")),
      { title: column("from"), kind: "date" },
      { title: column("to"), kind: "date" },
      ...dimensions.map((dimension) => text(words.dimension(dimension))),
      mixed(column("value")),
      text(column("currency")),
      text(column("state")),
      { title: column("n"), kind: "number" },
      mixed(column("low")),
      mixed(column("high")),
      mixed(column("previous")),
      { title: column("change"), kind: "ratio" },
      text(column("reason")),
    ],
    rows: rows.map((row) => [
      words.kpi(row.kpi),
      words.period(row.period),
      row.period.from,
      row.period.to,
      ...dimensions.map((dimension) => words.value(dimension, row.by[dimension] ?? "")),
      row.value,
      MONEY.has(row.unit) ? words.currency : "",
      words.state(row.state),
      row.n ?? null,
      row.interval?.[0] ?? null,
      row.interval?.[1] ?? null,
      row.previous?.value ?? null,
      row.previous?.change ?? null,
      row.reason?.text ?? "",
    ]),
    units: rows.map((row) => row.unit),
  };
}

/** The table as tab-separated text, for pasting into a sheet. */
export function tableText({ columns, rows }: DataTable): string {
  const cell = (value: string | number | null) => {
    if (value === null) return "";
    if (typeof value === "number") return String(value);
    const line = value.replaceAll(/[\t\r\n]+/g, " ");
    // A sheet takes a text that begins so for a formula.
    return /^[=+\-@]/.test(line) ? `'${line}` : line;
  };
  return [columns.map(({ title }) => title), ...rows].map((line) => line.map(cell).join("\t")).join("\n");
}
