import type { Segment } from "./grid.ts";

/** Segments as a table: a line for each value of one dimension, a column for each combination of the others. */
export interface Crossed {
  readonly rows: readonly string[];
  /** Values of the other dimensions. */
  readonly columns: readonly Segment["by"][];
  readonly segment: (row: number, column: number) => Segment | undefined;
}

/** Lays segments out in lines and columns, in the order given. */
export function crossed(segments: readonly Segment[], first: string, others: readonly string[]): Crossed {
  const keyOf = (by: Segment["by"]) => JSON.stringify(others.map((one) => by[one] ?? ""));
  const rows = [...new Set(segments.map(({ by }) => by[first] ?? ""))];
  const columns = new Map(segments.map(({ by }) => [keyOf(by), by]));
  const cells = new Map(segments.map((one) => [JSON.stringify([one.by[first] ?? "", keyOf(one.by)]), one]));
  const keys = [...columns.keys()];
  return {
    rows,
    columns: [...columns.values()],
    segment: (row, column) => cells.get(JSON.stringify([rows[row], keys[column]])),
  };
}
