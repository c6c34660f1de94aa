import { LeadlineError } from "../../language/leadline-error.ts";
import { type Question, questionSchema } from "../../model/question.ts";
import type { Plan, QuestionRow } from "../../plan/plan.ts";
import { planQuestion } from "../../plan/plan-question.ts";
import { questionStatement, type Statement } from "../../sql/question/question-statement.ts";
import type { OpenWorkspace } from "../workspace/open-workspace.ts";

/** Checks a question from outside; throws `question.invalid` with the key. */
export function readQuestion(given: unknown): Question {
  const read = questionSchema.safeParse(given);
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  const key = issue?.path.join(".") ?? "";
  throw new LeadlineError(
    "question.invalid",
    `${key || "The question"}: ${issue?.message ?? "cannot be read"}.`,
    "Check the spelling and the allowed values.",
    { key },
  );
}

/** Plans a question on what is loaded now. `language` words the reasons; the workspace's own without it. */
export async function planFor(
  workspace: OpenWorkspace,
  given: unknown,
  language?: "en" | "zh",
  windows?: readonly number[],
): Promise<Plan> {
  return planQuestion({
    question: readQuestion(given),
    catalogue: workspace.catalogue.kpis,
    workspace: language === undefined ? workspace.settings : { ...workspace.settings, language },
    inventory: await workspace.inventory(),
    today: workspace.today(),
    ...(windows && { windows }),
  });
}

/** What a plan's statement gives; the statement is null when nothing has to be read. */
export async function readPlanned(
  workspace: OpenWorkspace,
  plan: Plan,
): Promise<{ readonly statement: Statement | null; readonly rows: readonly QuestionRow[] }> {
  const statement = questionStatement(plan);
  if (statement === null) return { statement, rows: [] };
  return { statement, rows: await workspace.engine.union<QuestionRow>(statement.selects, statement.parameters) };
}
