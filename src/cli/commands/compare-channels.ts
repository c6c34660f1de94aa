import { type AddCommand, collect, printJson, readFilters } from "../command.ts";
import { printComparison } from "../print/print-comparison.ts";
import { withWorkspace, workspaceArguments } from "../with-workspace.ts";

interface Flags {
  readonly period: string;
  readonly stage?: string;
  readonly by?: string;
  readonly against?: string;
  readonly where: string[];
  readonly asOf?: string;
  readonly json?: boolean;
}

export const compareChannels: AddCommand = (program, { world, run }) => {
  program
    .command("compare [args...]")
    .usage("DIR --period P [options]")
    .description("channels side by side: spend, leads to revenue, cost per each, share of spend against conversions")
    .requiredOption("--period <period>", "as in ask: 2026, 2026-Q1, 2026-03, FROM..TO, last-30-days, …")
    .option("--stage <stage>", "what counts as a conversion: lead, mql, sql (default), demo, opportunity or won")
    .option("--by <dim>", "channel (default), program or campaign")
    .option("--against <name>", "set all against this one; without it the one that brings most for its spend")
    .option("--where <dim=value>", "only these; may be repeated", collect, [])
    .option("--as-of <date>", "take this day for today")
    .option("--json", "print JSON")
    .action((args: string[], flags: Flags) =>
      run(async () => {
        const { dir } = workspaceArguments(args, world);
        return withWorkspace(dir, world, async (workspace) => {
          const { compareChannels: compare } = await import("../../service/comparison/compare-channels.ts");
          const { readComparison } = await import("../../service/comparison/read-comparison.ts");
          const question = {
            period: flags.period,
            where: readFilters(flags.where),
            ...(flags.asOf && { asOf: flags.asOf }),
          };
          const comparison = await compare(workspace, readComparison(flags), question);
          if (flags.json) printJson(world, comparison);
          else printComparison(world, workspace, comparison);
          return undefined;
        });
      }),
    );
};
