import { type AddCommand, printJson } from "../command.ts";
import { campaignsCsv, printCampaigns } from "../print/print-campaigns.ts";
import { withWorkspace, workspaceArguments } from "../with-workspace.ts";

interface Flags {
  readonly period: string;
  readonly csv?: boolean;
  readonly json?: boolean;
}

export const listCampaigns: AddCommand = (program, { world, run }) => {
  program
    .command("campaigns [args...]")
    .usage("DIR --period P [--csv]")
    .description("campaigns under the names of each system, and which are likely the same, for campaign_aliases")
    .requiredOption("--period <period>", "as in ask: 2026, 2026-Q1, 2026-03, FROM..TO, last-30-days, …")
    .option("--csv", "print CSV")
    .option("--json", "print JSON")
    .action((args: string[], flags: Flags) =>
      run(async () => {
        const { dir } = workspaceArguments(args, world);
        return withWorkspace(dir, world, async (workspace) => {
          const { listCampaigns: list } = await import("../../service/campaigns/list-campaigns.ts");
          const listed = await list(workspace, flags.period);
          if (flags.json) printJson(world, listed);
          else if (flags.csv) world.out(campaignsCsv(listed));
          else printCampaigns(world, workspace, listed);
          return undefined;
        });
      }),
    );
};
