import { LeadlineError } from "../../language/leadline-error.ts";
import { type AddCommand, printJson } from "../command.ts";
import { withWorkspace, workspaceArguments } from "../with-workspace.ts";

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
          if (flags.json) printJson(world, done);
          else if (done.found)
            world.out(
              "Erased. No table or raw row holds this person any more; later loads will not bring them back.\n",
            );
          else
            world.out("No record held this address. It is kept on the list of people not to be stored, as a hash.\n");
          return undefined;
        });
      }),
    );
};
