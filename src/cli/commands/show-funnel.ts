import { type AddCommand, collect, printJson } from "../command.ts";
import { printFunnel } from "../print/print-funnel.ts";
import { type QuestionFlags, questionOf } from "../question-options.ts";
import { withWorkspace, workspaceArguments } from "../with-workspace.ts";

export const showFunnel: AddCommand = (program, { world, run }) => {
  program
    .command("funnel [args...]")
    .usage("DIR --period P [options]")
    .description("visits, leads, MQLs, SQLs, opportunities, won: counts, rates, median days, deals and money")
    .requiredOption("--period <period>", "as in ask: 2026, 2026-Q1, 2026-03, FROM..TO, last-30-days, …")
    .option("--mode <mode>", "period: entries ÷ entries; cohort: of those who entered, the share that went on in time")
    .option("--window <days>", "cohort window in days; without it each rate's own")
    .option("--by <dims>", "a funnel for each channel, country, market, …")
    .option("--where <dim=value>", "only these; may be repeated", collect, [])
    .option("--compare <with>", "previous or last-year")
    .option("--as-of <date>", "take this day for today")
    .option("--json", "print JSON")
    .action((args: string[], flags: QuestionFlags) =>
      run(async () => {
        const { dir } = workspaceArguments(args, world);
        return withWorkspace(dir, world, async (workspace) => {
          const { showFunnel: show } = await import("../../service/funnel/show-funnel.ts");
          const { kpis: _, ...question } = questionOf([], flags);
          const funnel = await show(workspace, question);
          if (flags.json) printJson(world, funnel);
          else printFunnel(world, workspace, funnel);
          return undefined;
        });
      }),
    );
};
