import { type AddCommand, printJson } from "../command.ts";
import { printReceipt } from "../print/print-receipt.ts";
import { addQuestionFlags, type QuestionFlags, questionOf } from "../question-options.ts";
import { withWorkspace, workspaceArguments } from "../with-workspace.ts";

export const explainKpi: AddCommand = (program, { world, run }) => {
  addQuestionFlags(program.command("explain <args...>").usage("DIR KPI --period P [options]"))
    .description("the receipt of a number: definition, measures, exclusions, loads, SQL")
    .action((args: string[], flags: QuestionFlags) =>
      run(async () => {
        const { dir, rest } = workspaceArguments(args, world);
        return withWorkspace(dir, world, async (workspace) => {
          const { explain } = await import("../../service/receipts/explain.ts");
          const receipt = await explain(workspace, questionOf(rest, flags));
          if (flags.json) printJson(world, receipt);
          else printReceipt(world, workspace, receipt);
          return undefined;
        });
      }),
    );
};
