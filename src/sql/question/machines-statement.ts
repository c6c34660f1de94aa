import type { Plan, Scan } from "../../plan/plan.ts";
import type { Statement } from "./question-statement.ts";
import { rowsSql, type ScanContext } from "./scan-sql.ts";
import { type SqlParameters, sqlParameters } from "./sql-parameters.ts";
import { wholeScans } from "./whole-scans.ts";

/** Which people a figure of mailings leaves out because machines opened or clicked in their name, and out of how many. */
const MACHINES: Readonly<
  Record<string, { readonly rule: string; readonly column: string; readonly signals: string; readonly of: string }>
> = {
  human_opens: {
    rule: "machine_opens",
    column: "machine_opens",
    signals: "machine_open_signals",
    of: "unique_opens",
  },
  openers: { rule: "machine_opens", column: "machine_opens", signals: "machine_open_signals", of: "unique_opens" },
  unique_clicks: {
    rule: "machine_clicks",
    column: "machine_clicks",
    signals: "machine_click_signals",
    of: "raw_clickers",
  },
};

/**
 * SELECTs of `rule`, `n` and `base` for each kind of machine that a scan's figures leave out: one of the people left out and
 * of all, and one of those left out by signal, as `rule:signal`.
 */
export function machineSelects(scan: Scan, context: ScanContext, parameters: SqlParameters): readonly string[] {
  if (scan.table !== "email_send") return [];
  const columns = scan.slots.flatMap(({ aggregate }) => ("column" in aggregate ? [aggregate.column] : []));
  const rules = new Map(columns.flatMap((name) => MACHINES[name] ?? []).map((each) => [each.rule, each]));
  if (rules.size === 0) return [];
  const { from, where } = rowsSql({ ...scan, convert: false }, context, parameters);
  const rows = where.join("\n  AND ");
  return [...rules.values()].flatMap(({ rule, column, signals, of }) => [
    `SELECT '${rule}' AS rule, toUInt64(sum(ifNull(${column}, 0))) AS n, toUInt64(sumIf(${of}, ${column} IS NOT NULL)) AS base\nFROM ${from}\nWHERE ${rows}`,
    `SELECT concat('${rule}:', splitByChar('=', told)[1]) AS rule, sum(toUInt64(splitByChar('=', told)[2])) AS n, toUInt64(0) AS base\nFROM (\n  SELECT arrayJoin(splitByChar(',', ${signals})) AS told\n  FROM ${from}\n  WHERE ${rows}\n  AND ${signals} != ''\n)\nGROUP BY rule`,
  ]);
}

/** Who is left out as a machine in a question's figures; null where these tell no people from machines. */
export function machinesStatement(plan: Plan): Statement | null {
  const parameters = sqlParameters();
  const context = { asOf: plan.asOf, currency: plan.settings.currency, buildNo: plan.buildNo };
  const selects = wholeScans(plan, null).flatMap((scan) => machineSelects(scan, context, parameters));
  if (selects.length === 0) return null;
  const sql = `SELECT rule, sum(n) AS rows, sum(base) AS of FROM (\n${selects.join("\nUNION ALL\n")}\n)\nGROUP BY rule\nORDER BY rule`;
  return { sql, parameters: parameters.valuesOf(sql) };
}
