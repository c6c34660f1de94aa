import { type AddCommand, list, printJson } from "../command.ts";
import { printAnswer } from "../print/print-answer.ts";
import { addQuestionFlags, type QuestionFlags, questionOf } from "../question-options.ts";
import { withWorkspace, workspaceArguments } from "../with-workspace.ts";

export const askKpis: AddCommand = (program, { world, run }) => {
  addQuestionFlags(program.command("ask <args...>").usage("DIR KPI[,KPI…] --period P [options]"))
    .description("KPIs for a period, by grain and dimensions, compared")
    .option("--compare <with>", "previous or last-year")
    .action((args: string[], flags: QuestionFlags) =>
      run(async () => {
        const { dir, rest } = workspaceArguments(args, world);
        return withWorkspace(dir, world, async (workspace) => {
          const { ask } = await import("../../service/questions/ask.ts");
          const answer = await ask(workspace, questionOf(rest.flatMap(list), flags));
          if (flags.json) printJson(world, answer);
          else printAnswer(world, workspace, answer);
          return undefined;
        });
      }),
    );
};
