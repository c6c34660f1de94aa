import { LeadlineError } from "../../language/leadline-error.ts";
import { type AddCommand, EXIT, printJson } from "../command.ts";
import { streamLines } from "../print/print-streams.ts";
import { withWorkspace, workspaceArguments } from "../with-workspace.ts";

export const syncConnection: AddCommand = (program, { world, run }) => {
  program
    .command("sync [args...]")
    .usage("DIR NAME [options]")
    .description("run the tap of connections/NAME.yaml from where its last run ended, and take in what it brings")
    .option("--json", "print JSON")
    .action((args: string[], flags: { json?: boolean }) =>
      run(async () => {
        const { dir, rest } = workspaceArguments(args, world);
        const [name] = rest;
        if (name === undefined) {
          const { listConnections } = await import("../../service/taps/connection-file.ts");
          const known = listConnections(dir).join(", ");
          throw new LeadlineError(
            "usage.connection",
            "Which connection?",
            known ? `Use one of: ${known}.` : "Describe one in connections/NAME.yaml; see the guide on taps.",
          );
        }
        return withWorkspace(dir, world, async (workspace) => {
          const { syncConnection: sync } = await import("../../service/taps/sync-connection.ts");
          const outcome = await sync(workspace, name, {
            env: world.env,
            onTapLog: world.err,
            log: (text) => world.err(`${text}\n`),
          });
          if (flags.json) printJson(world, outcome);
          else world.out(streamLines(outcome, workspace.settings.language));
          return outcome.streams.some((stream) => stream.rows_quarantined > 0) ? EXIT.quarantined : EXIT.done;
        });
      }),
    );
};
