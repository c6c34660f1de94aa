import { LeadlineError } from "../../language/leadline-error.ts";
import { type AddCommand, printJson } from "../command.ts";
import { withWorkspace, workspaceArguments } from "../with-workspace.ts";
import { wordsIn } from "../words/index.ts";

export const revertLoad: AddCommand = (program, { world, run }) => {
  program
    .command("revert <args...>")
    .usage("DIR LOAD")
    .description("take a load back; what it replaced stands again")
    .option("--json", "print JSON")
    .action((args: string[], flags: { json?: boolean }) =>
      run(async () => {
        const { dir, rest } = workspaceArguments(args, world);
        const load = rest[0];
        if (!load) throw new LeadlineError("usage.load", "Which load?", 'See "leadline sources DIR" for the loads.');
        return withWorkspace(dir, world, async (workspace) => {
          const { revertLoad: revert } = await import("../../service/sources/revert-load.ts");
          const done = await revert(workspace, load);
          if (flags.json) printJson(world, done);
          else {
            const words = wordsIn(workspace.settings.language);
            world.out(`${words.takenBack(done.load_id, done.file, String(done.rows))}\n`);
          }
          return undefined;
        });
      }),
    );
};
