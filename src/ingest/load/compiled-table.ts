import { textLiteral } from "../../sql/channel/text-literal.ts";
import { nameCells } from "../../sql/load/cell-names.ts";
import type { Reason } from "../../sql/load/row-verdict.ts";
import type { RowCompiler } from "./compile-row.ts";
import {
  type CompiledFact,
  compileFacts,
  type TableColumns,
  type TableInput,
  tableColumns,
  tableCompiler,
} from "./compile-table.ts";
import { judgeTable, type LargeTables, type TableJudgement } from "./judge-table.ts";
import { MEND_COLUMNS } from "./mend-columns.ts";

/** Everything that the steps of a load need to know of one table. */
export interface CompiledTable {
  readonly input: TableInput;
  readonly columns: TableColumns;
  readonly judgement: TableJudgement;
  /** Every reason against a row that its judgement knows. */
  readonly reasons: readonly Reason[];
  /** Over the stored cells. */
  readonly facts: readonly CompiledFact[];
  readonly stored: RowCompiler;
  /** First and last line of the table in the original file. */
  readonly lines: readonly [number, number];
  /** Line in the original file, over the file's cells. */
  readonly line: string;
  /** Titles of the stored cells. */
  readonly header: readonly string[];
  /** Places (from 1) of the columns that come from our own CSV of rejected rows; null where they are not there. */
  readonly mend: { readonly load: number; readonly line: number } | null;
}

/**
 * A table's stored rows of one verdict as a table expression: `line` and the cells that compiled expressions read. Rows
 * that went straight into their fact are not among them: nothing needs to be told of these.
 */
export function storedRows({ columns, lines }: CompiledTable, loadNo: number, verdict: string): string {
  const named = nameCells(columns.cells.stored);
  const kept = `${rowsOf(lines, loadNo, verdict)} AND notEmpty(cells)`;
  return `(SELECT ${["line", ...named].join(", ")} FROM raw_row WHERE ${kept})`;
}

/** Condition for the stored rows of some lines and one verdict. */
export function rowsOf(lines: readonly [number, number], loadNo: number, verdict: string): string {
  return `load_no = ${loadNo} AND verdict = ${textLiteral(verdict)} AND line BETWEEN ${lines[0]} AND ${lines[1]}`;
}

/** Lines beyond any file. */
const LAST_LINE = 4_000_000_000;

/** Compiles all tables of a file; `mended` are the rows that were mended and loaded before. */
export function compiledTables(
  inputs: readonly TableInput[],
  mended: readonly { readonly load: string; readonly line: number }[],
  { readsFiles, manyRows }: LargeTables,
): CompiledTable[] {
  return inputs.map((input, index) => {
    const { table } = input;
    const columns = tableColumns(table);
    const next = inputs[index + 1]?.table;
    const header = columns.stored.map((position) => table.header[position] ?? "");
    const place = (title: string): number => header.indexOf(title) + 1;
    const judgement = judgeTable(input, columns, mended, {
      readsFiles: readsFiles && inputs.length === 1,
      manyRows,
    });
    const mend = { load: place(MEND_COLUMNS.load), line: place(MEND_COLUMNS.line) };
    return {
      input,
      columns,
      header,
      judgement,
      reasons: [...judgement.early.reasons, ...(judgement.late?.reasons ?? [])],
      facts: compileFacts(input, columns, "stored"),
      stored: tableCompiler(input, columns, "stored"),
      lines: [table.firstLine, next === undefined ? LAST_LINE : next.headerLine],
      line:
        table.lineColumn === null
          ? `line + ${table.firstLine - 1}`
          : `toUInt64OrZero(ifNull(c${table.lineColumn}, ''))`,
      mend: mend.load > 0 && mend.line > 0 ? mend : null,
    };
  });
}
