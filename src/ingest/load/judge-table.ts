import { FACTS } from "../../model/facts.ts";
import { textLiteral } from "../../sql/channel/text-literal.ts";
import { type Judgement, judgement, rowChecks } from "../../sql/load/row-verdict.ts";
import { type CompiledFact, compileFacts, type TableColumns, type TableInput, tableCompiler } from "./compile-table.ts";
import { figureColumn } from "./figure-column.ts";
import { MEND_COLUMNS } from "./mend-columns.ts";

/** From here on it pays to read dates and numbers once instead of twice. */
export const MANY_ROWS = 200_000;

/** What decides which tables go straight from the file into their fact. */
export interface LargeTables {
  /** Whether the engine reads this machine's files itself. */
  readonly readsFiles: boolean;
  readonly manyRows: number;
}

export interface TableJudgement {
  /** Over the file's cells, while the rows are stored. */
  readonly early: Judgement;
  /** Over the stored cells, while the rows are mapped; null where the early one has said all. */
  readonly late: Judgement | null;
  /** For a table whose rows go straight from the file into its fact; null where they are stored first. */
  readonly direct: DirectMapping | null;
}

/** How a table's rows are mapped as the file is read; those with a reason against them take the usual way. */
export interface DirectMapping {
  readonly fact: CompiledFact;
  /** Also against rows that a person is to be told of. */
  readonly judgement: Judgement;
}

type Mended = readonly { readonly load: string; readonly line: number }[];

/** What becomes of each row of a table, judged by its cells as they stand in the file. */
export function judgeTable(
  input: TableInput,
  columns: TableColumns,
  mended: Mended,
  { readsFiles, manyRows }: LargeTables,
): TableJudgement {
  const { layout, header, lineColumn } = input.table;
  const compiler = tableCompiler(input, columns, "file");
  const condition = (expression: string, key: string): string =>
    compiler.condition(expression, `layouts.${layout.id}.${key}`).value;
  const cells = columns.stored.map((position) => `ifNull(c${position}, '') = ''`);
  const last = header.length - 1;
  const cell = (title: string): string => `ifNull(c${header.indexOf(title)}, '')`;
  const isMend = [MEND_COLUMNS.load, MEND_COLUMNS.line].every((title) => header.includes(title));
  const known = mended.map(({ load, line }) => `(${textLiteral(load)}, ${textLiteral(String(line))})`);
  const checks = rowChecks({
    blank: cells.join(" AND "),
    ragged: `ifNull(extra, '') != ''${last === lineColumn ? "" : ` OR isNull(c${last})`}`,
    total: layout.totals === undefined ? null : condition(layout.totals, "totals"),
    mended:
      isMend && known.length > 0
        ? `(${cell(MEND_COLUMNS.load)}, ${cell(MEND_COLUMNS.line)}) IN (${known.join(", ")})`
        : null,
    skip: layout.skip.map(({ when }, index) => condition(when, `skip.${index}.when`)),
    reject: layout.reject.map(({ when }, index) => condition(when, `reject.${index}.when`)),
  });
  const isLarge = columns.personal.size === 0 && layout.facts.length === 1 && input.table.records >= manyRows;
  if (!isLarge) return { early: judgement(checks, compileFacts(input, columns, "file")), late: null, direct: null };
  const facts = compileFacts(input, columns, "file");
  const [only] = facts;
  if (only !== undefined && readsFiles && lineColumn === null && !isMend && goesDirectly(input, only)) {
    const told = layout.notice.map(({ when }, index) => condition(when, `notice.${index}.when`));
    const apart = told.map((when) => [when, { verdict: "skipped", code: "skip", place: "" }] as const);
    return {
      early: judgement(checks, facts),
      late: null,
      direct: { fact: only, judgement: judgement([...checks, ...apart], facts) },
    };
  }
  return { early: judgement(checks, []), late: judgement([], compileFacts(input, columns, "stored")), direct: null };
}

/** Rows that are read twice must not number or leave out one another, and every total must be a column's. */
function goesDirectly({ table: { layout, fields } }: TableInput, only: CompiledFact): boolean {
  return (
    only.oncePer === null &&
    (layout.notice.length === 0 || FACTS[only.fact].loading === "segment") &&
    layout.totals_check.every((field) => !fields.includes(field) || figureColumn([only], field) !== null)
  );
}
