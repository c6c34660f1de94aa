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
  const verdicts = ["data", ...judgement.reasons.map(({ verdict }) => verdict)];
  const named = Object.entries(judgement.values).map(([name, value]) => `${value} AS ${name}`);
  const reasons = ["", ...judgement.reasons.map(reasonText)];
  return `INSERT INTO raw_row (load_no, line, section, cells, verdict, reason)
SELECT
  ${table.loadNo},
  file_line,
  ${textLiteral(table.section)},
  kept,
  arrayElement(${textArray(verdicts)}, judged + 1),
  arrayElement(${textArray(reasons)}, judged + 1)
FROM (
  SELECT
    ${table.line} AS file_line,
    [${table.cells.join(", ")}] AS kept,
    ${judgement.sql} AS judged
  FROM (
    SELECT ${["*", ...named].join(",\n      ")}
    FROM (
      SELECT ${["*", ...table.named].join(",\n        ")}
      FROM ${firstRecords(source, records)}
    )
  )
)`;
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
