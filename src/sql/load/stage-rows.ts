import { textLiteral } from "../channel/text-literal.ts";
import type { Judgement } from "./row-verdict.ts";

export interface StagedTable {
  readonly loadNo: number;
  readonly section: string;
  /** Line in the original file. */
  readonly line: string;
  /** Texts to keep, in the order of the stored header; personal cells hashed already. */
  readonly cells: readonly string[];
  /** `… AS name` for the cells that the judgement reads. */
  readonly named: readonly string[];
  readonly judgement: Judgement;
  /** Records to read; null = all. */
  readonly records: number | null;
}

/** `INSERT INTO raw_row …`: every record of a table, judged. `raw_row.reason` holds `code` or `code:place`. */
export function stageRows(table: StagedTable, source: string): string {
  const { judgement, records } = table;
  return `INSERT INTO raw_row (load_no, line, section, cells, verdict, reason)
SELECT ${table.loadNo}, file_line, ${textLiteral(table.section)}, kept, ${verdictAndReason(judgement)}
FROM (
  SELECT
    ${table.line} AS file_line,
    [${table.cells.join(", ")}] AS kept,
    ${judgement.sql} AS judged
  FROM ${withValues(judgement, `(SELECT ${["*", ...table.named].join(", ")} FROM ${firstRecords(source, records)})`)}
)`;
}

/** A table expression with the values that a judgement speaks of beside its columns. */
export function withValues({ values }: Judgement, rows: string): string {
  const named = Object.entries(values).map(([name, value]) => `${value} AS ${name}`);
  return named.length === 0 ? rows : `(SELECT ${["*", ...named].join(",\n    ")}\n  FROM ${rows})`;
}

export interface RejudgedTable {
  readonly loadNo: number;
  readonly judgement: Judgement;
  /** The table's stored data rows: `line` and the cells that the judgement reads. */
  readonly rows: string;
}

/** `INSERT INTO raw_row …`: a copy with verdict and reason of each stored row that was taken for data and is not. */
export function rejudgeRows({ loadNo, judgement, rows }: RejudgedTable): string {
  return `INSERT INTO raw_row (load_no, line, section, cells, verdict, reason)
SELECT load_no, line, section, cells, ${verdictAndReason(judgement)}
FROM raw_row
INNER JOIN (
  SELECT line AS at, ${judgement.sql} AS judged FROM ${withValues(judgement, rows)} WHERE judged != 0
) AS wrong ON line = wrong.at
WHERE load_no = ${loadNo} AND verdict = 'data'`;
}

function verdictAndReason({ reasons }: Judgement): string {
  const verdicts = ["data", ...reasons.map(({ verdict }) => verdict)];
  const texts = ["", ...reasons.map(reasonText)];
  return `arrayElement(${textArray(verdicts)}, judged + 1), arrayElement(${textArray(texts)}, judged + 1)`;
}

/** The first records of a source; what follows is footer. */
export function firstRecords(source: string, records: number | null): string {
  return records === null ? source : `(SELECT * FROM ${source} WHERE line <= ${records})`;
}

export function reasonText({ code, place }: Judgement["reasons"][number]): string {
  return place === "" ? code : `${code}:${place}`;
}

function textArray(texts: readonly string[]): string {
  return `[${texts.map((text) => `toLowCardinality(${textLiteral(text)})`).join(", ")}]`;
}
