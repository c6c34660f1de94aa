import type { Plan, Scan } from "../../plan/plan.ts";
import { keepsExcluded } from "../../plan/sources/plan-measure.ts";
import { machineSelects } from "./machines-statement.ts";
import type { Statement } from "./question-statement.ts";
import { type Meant, rowsSql, type ScanContext } from "./scan-sql.ts";
import type { SlotConditions } from "./slot-sql.ts";
import { type SqlParameters, sqlParameters } from "./sql-parameters.ts";
import { wholeScans } from "./whole-scans.ts";

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
    ...machineSelects(scan, context, parameters),
  ]);
  if (selects.length === 0) return null;
  const sql = `SELECT rule, sum(n) AS rows, sum(base) AS of FROM (\n${selects.join("\nUNION ALL\n")}\n)\nGROUP BY rule\nHAVING rows > 0\nORDER BY rule`;
  return { sql, parameters: parameters.valuesOf(sql) };
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
