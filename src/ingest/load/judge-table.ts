import { textLiteral } from "../../sql/channel/text-literal.ts";
import { type Judgement, rowVerdict } from "../../sql/load/row-verdict.ts";
import { compileFacts, type TableColumns, type TableInput, tableCompiler } from "./compile-table.ts";
import { MEND_COLUMNS } from "./mend-columns.ts";

type Mended = readonly { readonly load: string; readonly line: number }[];

/** What becomes of each row of a table, judged by its cells as they stand in the file. */
export function judgeTable(input: TableInput, columns: TableColumns, mended: Mended): Judgement {
  const { layout, header, lineColumn } = input.table;
  const compiler = tableCompiler(input, columns, "file");
  const condition = (expression: string, key: string): string =>
    compiler.condition(expression, `layouts.${layout.id}.${key}`).value;
  const cells = columns.stored.map((position) => `ifNull(c${position}, '') = ''`);
  const last = header.length - 1;
  const cell = (title: string): string => `ifNull(c${header.indexOf(title)}, '')`;
  const isMend = [MEND_COLUMNS.load, MEND_COLUMNS.line].every((title) => header.includes(title));
  const known = mended.map(({ load, line }) => `(${textLiteral(load)}, ${textLiteral(String(line))})`);
  return rowVerdict({
    blank: cells.join(" AND "),
    ragged: `ifNull(extra, '') != ''${last === lineColumn ? "" : ` OR isNull(c${last})`}`,
    total: layout.totals === undefined ? null : condition(layout.totals, "totals"),
    mended:
      isMend && known.length > 0
        ? `(${cell(MEND_COLUMNS.load)}, ${cell(MEND_COLUMNS.line)}) IN (${known.join(", ")})`
        : null,
    skip: layout.skip.map(({ when }, index) => condition(when, `skip.${index}.when`)),
    reject: layout.reject.map(({ when }, index) => condition(when, `reject.${index}.when`)),
    facts: compileFacts(input, columns, "file"),
  });
}
