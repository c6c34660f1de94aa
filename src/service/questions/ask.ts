import type { Answer } from "../../model/answer.ts";
import { answerQuestion } from "../../plan/answer/answer-question.ts";
import { type LeftOutRow, machineShares } from "../../plan/receipt/machine-shares.ts";
import { machinesStatement } from "../../sql/question/machines-statement.ts";
import type { OpenWorkspace } from "../workspace/open-workspace.ts";
import { askEngine } from "./plan-for.ts";

/** Answers a question; every surface asks through here. Throws LeadlineError for what cannot be asked. */
export async function ask(workspace: OpenWorkspace, question: unknown, language?: "en" | "zh"): Promise<Answer> {
  const { plan, rows } = await askEngine(workspace, question, language);
  const answer = answerQuestion(plan, rows);
  const statement = machinesStatement(plan);
  if (statement === null) return answer;
  const machines = machineShares(await workspace.engine.query<LeftOutRow>(statement.sql, statement.parameters));
  return machines.length === 0 ? answer : { ...answer, machines };
}
