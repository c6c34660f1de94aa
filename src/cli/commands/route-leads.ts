import { LeadlineError } from "../../language/leadline-error.ts";
import { type AddCommand, printJson } from "../command.ts";
import { printHandouts, printRouting } from "../print/print-routing.ts";
import { withWorkspace, workspaceArguments } from "../with-workspace.ts";

interface Flags {
  readonly period?: string;
  readonly csv?: boolean;
  readonly list?: string;
  readonly again?: string | true;
  readonly json?: boolean;
}

export const routeLeads: AddCommand = (program, { world, run }) => {
  program
    .command("route [args...]")
    .usage("DIR --period P [--csv] | DIR --again [BATCH] [--csv]")
    .description("leads with an answer about their intent, shared out by the workspace's rules; handed out once each")
    .option("--period <period>", "leads of these days; without --csv it is only shown who would go where")
    .option("--csv", "hand the leads out: they are written as CSV and not handed out again")
    .option("--list <list>", "only this list: sales, nurture, …")
    .option("--again [batch]", "show a former hand-out as it was, the last one without a name; alone it lists them")
    .option("--json", "print JSON")
    .action((args: string[], flags: Flags) =>
      run(async () => {
        const { dir } = workspaceArguments(args, world);
        if (flags.period === undefined && flags.again === undefined)
          throw new LeadlineError("usage.period", "Which leads?", "Name their days with --period, or --again.");
        return withWorkspace(dir, world, async (workspace) => {
          const service = await import("../../service/routing/route-leads.ts");
          if (flags.again === true && !flags.csv) {
            const batches = await service.listHandouts(workspace);
            if (flags.json) printJson(world, { batches });
            else printHandouts(world, workspace, batches);
            return undefined;
          }
          const shown =
            flags.again !== undefined
              ? await service.showHandout(workspace, flags.again === true ? "last" : flags.again)
              : await service.routeLeads(workspace, {
                  period: flags.period ?? "",
                  hand: flags.csv === true,
                  list: flags.list,
                });
          const rows = flags.list === undefined ? shown.rows : shown.rows.filter(({ list }) => list === flags.list);
          if (flags.json) printJson(world, { ...shown, rows });
          else if (flags.csv) {
            world.out(service.routedCsv({ rows }));
            printRouting(world, workspace, shown, world.err);
          } else printRouting(world, workspace, shown, world.out);
          return undefined;
        });
      }),
    );
};
