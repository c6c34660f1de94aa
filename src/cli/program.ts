import { Command, CommanderError } from "commander";
import { LeadlineError } from "../language/leadline-error.ts";
import { VERSION } from "../service/version.ts";
import { type Context, EXIT } from "./command.ts";
import { commands } from "./commands/index.ts";
import { printError } from "./print/print-error.ts";
import { languageOf } from "./words/index.ts";
import type { World } from "./world.ts";

/** Runs one command line; returns its exit code: 0 done, 1 failed, 2 wrong usage, 3 loaded with quarantined rows. */
export async function main(args: readonly string[], world: World): Promise<number> {
  let code: number = EXIT.done;
  const context: Context = {
    world,
    async run(work) {
      try {
        code = (await work()) ?? EXIT.done;
      } catch (error) {
        printError(world, error, languageOf(args, world.env));
        code = error instanceof LeadlineError && error.code.startsWith("usage.") ? EXIT.usage : EXIT.failed;
      }
    },
  };
  const program = new Command("leadline")
    .description("A marketing team's real exports in, agreed KPIs with receipts out.")
    .version(VERSION)
    .showHelpAfterError("(run leadline --help for the commands)")
    .exitOverride()
    .configureOutput({ writeOut: world.out, writeErr: world.err });
  for (const add of commands) add(program, context);
  for (const command of program.commands)
    command.exitOverride().configureOutput({ writeOut: world.out, writeErr: world.err });
  try {
    await program.parseAsync([...args], { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    throw error;
  }
  return code;
}
