import type { AnswerRow } from "../../model/answer.ts";

/** A cell that spreadsheets read as text, never as a formula. */
function cell(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Lines of cells as CSV. */
export function csvText(lines: readonly (readonly (string | number | null)[])[]): string {
  return `${lines.map((line) => line.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** An answer's rows as CSV: every digit, empty where there is no value, and its state. */
export function toCsv(rows: readonly AnswerRow[]): string {
  const dimensions = [...new Set(rows.flatMap((row) => Object.keys(row.by)))];
  const header = [
    "kpi",
    "period",
    "from",
    "to",
    ...dimensions,
    "value",
    "unit",
    "state",
    "n",
    "low",
    "high",
    "previous",
  ];
  const lines = rows.map((row) => [
    row.kpi,
    row.period.label,
    row.period.from,
    row.period.to,
    ...dimensions.map((dimension) => row.by[dimension] ?? ""),
    row.value,
    row.unit,
    row.state,
    row.n ?? null,
    row.interval?.[0] ?? null,
    row.interval?.[1] ?? null,
    row.previous?.value ?? null,
  ]);
  return csvText([header, ...lines]);
}
