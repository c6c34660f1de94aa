import type { Plan, Scan } from "../../plan/plan.ts";
import { keepsExcluded } from "../../plan/sources/plan-measure.ts";
import type { Statement } from "./question-statement.ts";
import { type Meant, rowsSql, type ScanContext } from "./scan-sql.ts";
import type { SlotConditions } from "./slot-sql.ts";
import { type SqlParameters, sqlParameters } from "./sql-parameters.ts";
import { wholeScans } from "./whole-scans.ts";

/** A row of the statement: the rule and how many rows it left out of the period. */
export interface ExclusionRow {
  readonly rule: string;
  readonly rows: number | string;
  /** What they are a part of, where the rows that count are no record of their own; 0 = not told. */
  readonly of?: number | string;
}

/** The rule that the receipt names for ledger rows that repeat an ad platform's own figures. */
export const PLATFORM_COST_RULE = "platform_cost_counts_once";

/** Counts the rows that named rules leave out of a KPI, by rule; null where no rule could apply. */
export function exclusionsStatement(plan: Plan, kpi: string | null = null): Statement | null {
  const parameters = sqlParameters();
  const context = { asOf: plan.asOf, currency: plan.settings.currency, buildNo: plan.buildNo };
  const selects = wholeScans(plan, kpi).flatMap((scan) => [
    ...(keepsExcluded(scan.table) ? [counted(scan, "excluded", "toString(excluded)", context, parameters)] : []),
    ...(scan.repeatedCost.length > 0
      ? [counted(scan, "repeated", `'${PLATFORM_COST_RULE}'`, context, parameters)]
      : []),
    ...machinesLeftOut(scan, context, parameters),
  ]);
  if (selects.length === 0) return null;
  const sql = `SELECT rule, sum(n) AS rows, sum(base) AS of FROM (\n${selects.join("\nUNION ALL\n")}\n)\nGROUP BY rule\nHAVING rows > 0\nORDER BY rule`;
  return { sql, parameters: parameters.valuesOf(sql) };
}

/** Which people a figure of mailings leaves out because machines opened or clicked in their name, and out of how many. */
const MACHINES: Readonly<Record<string, { readonly rule: string; readonly column: string; readonly of: string }>> = {
  human_opens: { rule: "machine_opens", column: "machine_opens", of: "unique_opens" },
  openers: { rule: "machine_opens", column: "machine_opens", of: "unique_opens" },
  unique_clicks: { rule: "machine_clicks", column: "machine_clicks", of: "raw_clickers" },
};

/** One SELECT for each kind of machine that the scan's figures leave out. */
function machinesLeftOut(scan: Scan, context: ScanContext, parameters: SqlParameters): readonly string[] {
  if (scan.table !== "email_send") return [];
  const columns = scan.slots.flatMap(({ aggregate }) => ("column" in aggregate ? [aggregate.column] : []));
  const rules = new Map(columns.flatMap((name) => MACHINES[name] ?? []).map((each) => [each.rule, each]));
  if (rules.size === 0) return [];
  const { from, where } = rowsSql({ ...scan, convert: false }, context, parameters);
  return [...rules.values()].map(
    ({ rule, column, of }) =>
      `SELECT '${rule}' AS rule, toUInt64(sum(ifNull(${column}, 0))) AS n, toUInt64(sumIf(${of}, ${column} IS NOT NULL)) AS base\nFROM ${from}\nWHERE ${where.join("\n  AND ")}`,
  );
}

function counted(scan: Scan, meant: Meant, rule: string, context: ScanContext, parameters: SqlParameters): string {
  const { from, where, conditions } = rowsSql({ ...scan, convert: false }, context, parameters, meant);
  const any = anyOf(conditions);
  return `SELECT ${rule} AS rule, count() AS n, toUInt64(0) AS base\nFROM ${from}\nWHERE ${[...where, ...any].join("\n  AND ")}\nGROUP BY rule`;
}

/** Rows that at least one slot asks for. */
export function anyOf(conditions: readonly SlotConditions[]): readonly string[] {
  const each = conditions.map(({ where, known }) => [...where, ...known]);
  if (each.some((own) => own.length === 0)) return [];
  const alternatives = [...new Set(each.map((own) => own.join(" AND ")))];
  return alternatives.length === 1 ? alternatives : [`(${alternatives.map((one) => `(${one})`).join(" OR ")})`];
}
