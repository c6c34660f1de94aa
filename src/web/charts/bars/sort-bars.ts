import type { AnswerRow } from "../../../model/answer.ts";

/** Largest first; then those without a value; what has no name last. */
export function sortBars<Row extends Pick<AnswerRow, "by" | "value">>(rows: readonly Row[], dimension: string): Row[] {
  const unnamed = (row: Row) => Number(/^\(|^$/.test(row.by[dimension] ?? ""));
  const size = (row: Row) => row.value ?? Number.NEGATIVE_INFINITY;
  return rows.toSorted((a, b) => {
    if (unnamed(a) !== unnamed(b)) return unnamed(a) - unnamed(b);
    return size(a) === size(b) ? (a.by[dimension] ?? "").localeCompare(b.by[dimension] ?? "") : size(b) - size(a);
  });
}
