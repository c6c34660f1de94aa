import { LeadlineError } from "../../language/leadline-error.ts";
import type { Receipt } from "../../model/answer.ts";
import { traceAnswer } from "../../plan/answer/answer-question.ts";
import type { LeftOutRow } from "../../plan/receipt/machine-shares.ts";
import { receiptOf } from "../../plan/receipt/receipt-of.ts";
import { exclusionsStatement } from "../../sql/question/exclusions-statement.ts";
import { planFor, readPlanned, readQuestion } from "../questions/plan-for.ts";
import { VERSION } from "../version.ts";
import type { OpenWorkspace } from "../workspace/open-workspace.ts";

/** The receipt of one KPI's numbers: definition, measures, exclusions, loads, SQL. Throws `receipt.one_kpi`. */
export async function explain(workspace: OpenWorkspace, given: unknown, language?: "en" | "zh"): Promise<Receipt> {
  const { kpis } = readQuestion(given);
  const [kpi, ...others] = kpis;
  if (kpi === undefined || others.length > 0) {
    throw new LeadlineError("receipt.one_kpi", "A receipt is about one KPI.", "Ask for each KPI's receipt by itself.");
  }
  const plan = await planFor(workspace, given, language);
  const excluded = exclusionsStatement(plan, kpi);
  const [{ statement, rows }, exclusions] = await Promise.all([
    readPlanned(workspace, plan),
    excluded === null ? [] : workspace.engine.query<LeftOutRow>(excluded.sql, excluded.parameters),
  ]);
  return receiptOf({
    plan,
    kpi,
    traced: traceAnswer(plan, rows),
    statement,
    exclusions,
    inventory: await workspace.inventory(),
    dialects: workspace.presets.presets,
    engine: `ClickHouse ${workspace.engine.version} (${workspace.engine.kind})`,
    product: VERSION,
  });
}
