import type { Plan } from "../../plan/plan.ts";
import { bookedSql, presenceSql, scanSql } from "./scan-sql.ts";
import { sqlParameters } from "./sql-parameters.ts";

export interface Statement {
  readonly sql: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** A statement whose rows its SELECTs also give one by one. */
export interface UnionStatement extends Statement {
  readonly selects: readonly string[];
}

/** The one statement that answers a question, with rows as in `QuestionRow`; null when nothing has to be read. */
export function questionStatement(plan: Plan): UnionStatement | null {
  if (plan.scans.length === 0) return null;
  const parameters = sqlParameters();
  const context = { asOf: plan.asOf, currency: plan.settings.currency, buildNo: plan.buildNo };
  const selects = plan.scans.flatMap((scan, index) => {
    const known = [presenceSql, bookedSql].map((write) => write(scan, index, context, parameters));
    return [scanSql(scan, index, context, parameters), ...known.filter((sql) => sql !== null)];
  });
  const sql = selects.join("\nUNION ALL\n");
  return { sql, selects, parameters: parameters.valuesOf(sql) };
}
