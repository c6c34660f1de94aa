import { textLiteral } from "../../sql/channel/text-literal.ts";
import { type Judgement, judgement, rowChecks } from "../../sql/load/row-verdict.ts";
import { compileFacts, type TableColumns, type TableInput, tableCompiler } from "./compile-table.ts";
import { MEND_COLUMNS } from "./mend-columns.ts";

/** From here on it pays to read dates and numbers once instead of twice. */
const MANY_ROWS = 200_000;

export interface TableJudgement {
  /** Over the file's cells, while the rows are stored. */
  readonly early: Judgement;
  /** Over the stored cells, while the rows are mapped; null where the early one has said all. */
  readonly late: Judgement | null;
}

type Mended = readonly { readonly load: string; readonly line: number }[];

/** What becomes of each row of a table, judged by its cells as they stand in the file. */
export function judgeTable(input: TableInput, columns: TableColumns, mended: Mended): TableJudgement {
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
  const late = columns.personal.size === 0 && input.table.layout.facts.length === 1 && input.table.records >= MANY_ROWS;
  return late
    ? { early: judgement(checks, []), late: judgement([], compileFacts(input, columns, "stored")) }
    : { early: judgement(checks, compileFacts(input, columns, "file")), late: null };
}
