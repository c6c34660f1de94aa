type Row = Readonly<Record<string, unknown>>;

/** Shown apart from the others. */
const APART = new Set(["counts_for", "file", "line"]);

const empty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === "" ||
  (typeof value === "object" && Object.keys(value as object).length === 0);

/** Columns in which at least one of the rows holds something: the day first, further attributes last. */
export function columnsShown(rows: readonly Row[]): string[] {
  const all = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((column) => !APART.has(column));
  const place = (column: string) => (column === "date" ? 0 : column === "attributes" ? 2 : 1);
  return all.filter((column) => rows.some((row) => !empty(row[column]))).toSorted((a, b) => place(a) - place(b));
}
