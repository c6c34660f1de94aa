import type { QuarantinedRow, QuarantineTable, SeenTable } from "../../uploads/uploads-api.ts";

/** Rejected rows of one table of one file, with the table's columns. */
export interface QuarantineGroup {
  readonly load: string;
  readonly file: string;
  readonly connection: string;
  readonly header: readonly string[];
  readonly rows: readonly QuarantinedRow[];
}

/** Rejected rows by the file and table that they stand in, the newest load first. */
export function groupRows(rows: readonly QuarantinedRow[], tables: readonly QuarantineTable[]): QuarantineGroup[] {
  const tableOf = (row: QuarantinedRow) =>
    tables.find((one) => one.load_id === row.load_id && row.line >= one.first_line && row.line <= one.last_line);
  const groups = Map.groupBy(rows, (row) => `${row.load_id} ${tableOf(row)?.first_line ?? ""}`);
  return [...groups.values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const header = tableOf(first)?.header ?? first.cells.map(() => "");
    return [{ load: first.load_id, file: first.file, connection: first.connection, header, rows: own }];
  });
}

/** Edits of a group: line -> place of the cell -> its new text. */
export type Edits = Readonly<Record<number, Readonly<Record<number, string>>>>;

/** Rows that a person changed, with all their cells. */
export function mendedRows(group: QuarantineGroup, edits: Edits): { line: number; cells: string[] }[] {
  return group.rows.flatMap(({ line, cells }) => {
    const changed = Object.entries(edits[line] ?? {}).some(([place, text]) => text !== (cells[Number(place)] ?? ""));
    return changed ? [{ line, cells: group.header.map((_, place) => edits[line]?.[place] ?? cells[place] ?? "") }] : [];
  });
}

/** What is still wrong with mended rows, by their line in the original file. */
export function stillWrong(tables: readonly SeenTable[]): Map<number, { column: string; reason: string }> {
  return new Map(
    tables.flatMap(({ header, rejects }) => {
      const place = header.indexOf("leadline_line");
      return rejects.map(({ cells, column, reason }) => [Number(cells[place]), { column, reason }] as const);
    }),
  );
}
