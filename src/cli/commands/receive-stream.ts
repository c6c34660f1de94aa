import { LeadlineError } from "../../language/leadline-error.ts";
import { type AddCommand, collect, EXIT } from "../command.ts";
import { streamLines } from "../print/print-streams.ts";
import { readSettings } from "../read-settings.ts";
import { withWorkspace, workspaceArguments } from "../with-workspace.ts";

interface Flags {
  readonly connection?: string;
  readonly format: string;
  readonly preset?: string;
  readonly set: string[];
  readonly landed?: boolean;
}

export const receiveStream: AddCommand = (program, { world, run }) => {
  program
    .command("singer [args...]")
    .usage("DIR --connection NAME [options]")
    .description(
      "take in what a tap writes: tap | leadline singer DIR --connection NAME; states come out on stdout once all before them is kept",
    )
    .option("--connection <name>", "which account of the system the tap reads")
    .option("--format <format>", "what the tap speaks: singer or airbyte", "singer")
    .option("--preset <id>", "only this preset; without it every preset that names a stream")
    .option("--set <key=value>", "what the streams do not say: currency=EUR; may be repeated", collect, [])
    .option("--landed", "read no input; map what has landed before and a preset now reads")
    .action((args: string[], flags: Flags) =>
      run(async () => {
        const { dir } = workspaceArguments(args, world);
        const { connection, format, preset } = flags;
        if (!connection)
          throw new LeadlineError("usage.connection", "Which connection?", "Name it: --connection NAME.");
        if (format !== "singer" && format !== "airbyte")
          throw new LeadlineError("usage.format", `There is no format "${format}".`, "Use singer or airbyte.");
        const input = flags.landed ? nothing() : world.input?.();
        if (!input)
          throw new LeadlineError(
            "usage.input",
            "No tap writes to this command.",
            `Pipe one in: tap | leadline singer ${dir} --connection ${connection}`,
          );
        const settings = readSettings(flags.set);
        return withWorkspace(dir, world, async (workspace) => {
          const { receiveTap } = await import("../../service/taps/receive-tap.ts");
          const outcome = await receiveTap(workspace, input, {
            connection,
            format,
            ...(preset && { preset }),
            settings,
            onStates: (states) => {
              for (const message of states.giveOut()) world.out(`${message}\n`);
            },
            log: (text) => world.err(`${text}\n`),
          });
          world.err(streamLines(outcome, workspace.settings.language));
          return outcome.streams.some((stream) => stream.rows_quarantined > 0) ? EXIT.quarantined : EXIT.done;
        });
      }),
    );
};

async function* nothing(): AsyncGenerator<Uint8Array> {}
