import { LeadlineError } from "../../language/leadline-error.ts";
import { SUBJECTS } from "../../service/reconciliation/reconciliation.ts";
import { type AddCommand, list, printJson } from "../command.ts";
import { printReconciliation } from "../print/print-reconciliation.ts";
import { withWorkspace, workspaceArguments } from "../with-workspace.ts";

export const reconcileSources: AddCommand = (program, { world, run }) => {
  program
    .command("reconcile [args...]")
    .usage("DIR --period P [--only leads,spend]")
    .description("what CRM, ad platforms, web analytics and ledger each say, and of what their differences are made")
    .requiredOption("--period <period>", "as in ask: 2026, 2026-Q1, 2026-03, FROM..TO, last-30-days, …")
    .option("--only <subjects>", `some of ${SUBJECTS.join(", ")}`)
    .option("--json", "print JSON")
    .action((args: string[], flags: { period: string; only?: string; json?: boolean }) =>
      run(async () => {
        const { dir } = workspaceArguments(args, world);
        const asked = flags.only === undefined ? SUBJECTS : list(flags.only);
        const subjects = asked.map((name) => {
          const found = SUBJECTS.find((one) => one === name);
          if (found !== undefined) return found;
          throw new LeadlineError(
            "reconcile.only",
            `There is no ${name} to reconcile.`,
            `There are ${SUBJECTS.join(", ")}.`,
            {
              key: "only",
            },
          );
        });
        return withWorkspace(dir, world, async (workspace) => {
          const { reconcile } = await import("../../service/reconciliation/reconcile.ts");
          const found = await reconcile(workspace, { period: flags.period, subjects });
          if (flags.json) printJson(world, found);
          else printReconciliation(world, workspace, found);
          return undefined;
        });
      }),
    );
};
