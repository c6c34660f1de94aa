import { LeadlineError } from "../../language/leadline-error.ts";
import { rowsStatements } from "../../sql/question/rows-statement.ts";
import { planFor } from "../questions/plan-for.ts";
import type { OpenWorkspace } from "../workspace/open-workspace.ts";

/** The records of one table behind a number: which measures each counts for, its file and line, its columns. */
export interface RowsOfTable {
  readonly table: string;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  /** There are more than were asked for. */
  readonly more: boolean;
}

/** Which of the records: of one table only, after the first `offset`. */
export interface RowsPage {
  readonly table?: string;
  readonly offset?: number;
}

/** The records behind one KPI's value for the whole period, at most `limit` a table; never personal data. */
export async function listRows(
  workspace: OpenWorkspace,
  given: unknown,
  limit: number,
  { table: only, offset = 0 }: RowsPage = {},
): Promise<{ parts: RowsOfTable[] }> {
  const plan = await planFor(workspace, given);
  const [kpi, ...others] = plan.question.kpis;
  if (kpi === undefined || others.length > 0)
    throw new LeadlineError("rows.one_kpi", "Rows are shown of one KPI.", "Ask for each KPI's rows by itself.");
  const parts: RowsOfTable[] = [];
  for (const { table, sql, parameters } of rowsStatements(plan, kpi, limit + 1, offset)) {
    if (only !== undefined && table !== only) continue;
    const rows = await workspace.engine.query<Record<string, unknown>>(sql, parameters);
    parts.push({ table, rows: rows.slice(0, limit), more: rows.length > limit });
  }
  return { parts };
}
