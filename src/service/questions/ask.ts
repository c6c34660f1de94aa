import type { Answer } from "../../model/answer.ts";
import { answerQuestion } from "../../plan/answer/answer-question.ts";
import { type LeftOutRow, machineShares } from "../../plan/receipt/machine-shares.ts";
import { machinesStatement } from "../../sql/question/machines-statement.ts";
import type { OpenWorkspace } from "../workspace/open-workspace.ts";
import { planFor, readPlanned } from "./plan-for.ts";

/**
 * Answers a question; every surface asks through here. `windows`: each KPI in cohort mode with each of these, days, in one
 * statement. Throws LeadlineError for what cannot be asked.
 */
export async function ask(
  workspace: OpenWorkspace,
  question: unknown,
  language?: "en" | "zh",
  windows?: readonly number[],
): Promise<Answer> {
  const plan = await planFor(workspace, question, language, windows);
  const machines = machinesStatement(plan);
  const [{ rows }, leftOut] = await Promise.all([
    readPlanned(workspace, plan),
    machines === null ? [] : workspace.engine.query<LeftOutRow>(machines.sql, machines.parameters),
  ]);
  const answer = answerQuestion(plan, rows);
  const shares = machineShares(leftOut);
  return shares.length === 0 ? answer : { ...answer, machines: shares };
}
