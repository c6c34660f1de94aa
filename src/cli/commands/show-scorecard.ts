import { type AddCommand, printJson } from "../command.ts";
import { printAnswer } from "../print/print-answer.ts";
import { addQuestionFlags, type QuestionFlags, questionOf } from "../question-options.ts";
import { withWorkspace, workspaceArguments } from "../with-workspace.ts";

export const showScorecard: AddCommand = (program, { world, run }) => {
  addQuestionFlags(program.command("scorecard [args...]").usage("DIR [BOARD] --period P [options]"))
    .description("a board's KPIs in their groups: cmo, marketing, b2b, or the workspace's own")
    .option("--compare <with>", "previous or last-year", "previous")
    .action((args: string[], flags: QuestionFlags) =>
      run(async () => {
        const { dir, rest } = workspaceArguments(args, world);
        return withWorkspace(dir, world, async (workspace) => {
          const { showScorecard: show } = await import("../../service/questions/show-scorecard.ts");
          const { kpis: _, ...question } = questionOf([], flags);
          const answer = await show(workspace, rest[0] ?? "cmo", question);
          if (flags.json) printJson(world, answer);
          else printAnswer(world, workspace, answer);
          return undefined;
        });
      }),
    );
};
