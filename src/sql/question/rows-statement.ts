import { columnsOf, isFactId, type TableId } from "../../model/facts.ts";
import type { Plan, Scan } from "../../plan/plan.ts";
import { anyOf } from "./exclusions-statement.ts";
import type { Statement } from "./question-statement.ts";
import { indented, rowsSql, type ScanContext } from "./scan-sql.ts";
import { sqlParameters } from "./sql-parameters.ts";
import { wholeScans } from "./whole-scans.ts";

/** The records of one table behind a KPI's value. */
export interface RowsStatement extends Statement {
  readonly table: TableId;
  /** Columns of the rows, in order: `counts_for` (names of measures), `file`, `line`, then the table's own. */
  readonly columns: readonly string[];
}

/** Never shown: they stand for a person. */
const PERSONAL = new Set(["email_hash"]);
const INTERNAL = new Set(["load_no", "raw_row", "excluded"]);

/**
 * The records behind a KPI's value for the whole period, one statement a table, newest last: which measures each counts
 * for, the file and line it came from, and its columns. At most `limit` records a table, after the first
 * `offset` of them.
 */
export function rowsStatements(plan: Plan, kpi: string, limit: number, offset = 0): readonly RowsStatement[] {
  const context = { asOf: plan.asOf, currency: plan.settings.currency, buildNo: plan.buildNo };
  return wholeScans(plan, kpi).map((scan) => oneTable(plan, scan, { limit, offset }, context));
}

interface Page {
  readonly limit: number;
  readonly offset: number;
}

function oneTable(plan: Plan, scan: Scan, { limit, offset }: Page, context: ScanContext): RowsStatement {
  const parameters = sqlParameters();
  const { from, where, conditions } = rowsSql({ ...scan, convert: false }, context, parameters);
  const shown = [
    ...(isFactId(scan.table) ? ["system", "connection", "external_id"] : []),
    ...Object.keys(columnsOf(scan.table)),
  ];
  const own = shown.filter((name) => !PERSONAL.has(name) && !INTERNAL.has(name));
  const counts = scan.slots.map((slot, index) => {
    const { where: asked, known } = conditions[index] ?? { where: [], known: [] };
    const name = parameters.add("measure", "String", measureName(plan, slot.id));
    return `if(${[...asked, ...known].join(" AND ") || "1"}, [${name}], [])`;
  });
  const day = scan.dateColumn;
  const rows = [
    `SELECT\n  arrayDistinct(arrayConcat(${counts.join(", ")})) AS counts_for,\n  load_no, raw_row,\n  ${own.join(", ")}`,
    `FROM ${from}`,
    `WHERE ${[...where, ...anyOf(conditions)].join("\n  AND ")}`,
    `ORDER BY ${day}, load_no, raw_row`,
    `LIMIT ${parameters.add("limit", "UInt32", limit)}`,
    ...(offset === 0 ? [] : [`OFFSET ${parameters.add("offset", "UInt32", offset)}`]),
  ].join("\n");
  const sql = [
    `SELECT counts_for, file, raw_row AS line, ${own.join(", ")}`,
    `FROM (\n${indented(rows)}\n) AS found`,
    "LEFT ANY JOIN (SELECT load_no AS of_load, file FROM load) AS loaded ON of_load = load_no",
    `ORDER BY ${day}, load_no, raw_row`,
  ].join("\n");
  return {
    table: scan.table,
    columns: ["counts_for", "file", "line", ...own],
    sql,
    parameters: parameters.valuesOf(sql),
  };
}

function measureName(plan: Plan, slotId: string): string {
  const found = [...plan.measures.values()].find(({ slots }) => slots.some(({ slot }) => slot.id === slotId));
  return found?.name ?? slotId;
}
