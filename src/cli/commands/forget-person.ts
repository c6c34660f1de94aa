import { LeadlineError } from "../../language/leadline-error.ts";
import { type AddCommand, printJson } from "../command.ts";
import { withWorkspace, workspaceArguments } from "../with-workspace.ts";
import { wordsIn } from "../words/index.ts";

export const forgetPerson: AddCommand = (program, { world, run }) => {
  program
    .command("forget <args...>")
    .usage("DIR EMAIL")
    .description("erase one person's data for good; the numbers stay")
    .option("--json", "print JSON")
    .action((args: string[], flags: { json?: boolean }) =>
      run(async () => {
        const { dir, rest } = workspaceArguments(args, world);
        const email = rest[0];
        if (!email) throw new LeadlineError("usage.email", "Whom?", "Give the e-mail address after the workspace.");
        return withWorkspace(dir, world, async (workspace) => {
          const { forgetPerson: forget } = await import("../../service/people/forget-person.ts");
          const done = await forget(workspace, email);
          const words = wordsIn(workspace.settings.language);
          if (flags.json) printJson(world, done);
          else if (done.found) world.out(`${words.erased}\n`);
          else world.out(`${words.unknownPerson}\n`);
          return undefined;
        });
      }),
    );
};
