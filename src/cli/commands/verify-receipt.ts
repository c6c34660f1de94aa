import { readFileSync } from "node:fs";
import { LeadlineError } from "../../language/leadline-error.ts";
import { type AddCommand, EXIT, printJson } from "../command.ts";
import { withWorkspace, workspaceArguments } from "../with-workspace.ts";
import { wordsIn } from "../words/index.ts";

function readReceipt(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new LeadlineError(
      "receipt.unreadable",
      `${file} is not a receipt: ${error instanceof Error ? error.message : String(error)}`,
      'Make one with "leadline explain DIR KPI --period P --json > receipt.json".',
      { file },
    );
  }
}

export const verifyReceipt: AddCommand = (program, { world, run }) => {
  program
    .command("verify <args...>")
    .usage("DIR RECEIPT.json")
    .description("run a receipt again: exit 0 equal, 1 not")
    .option("--json", "print JSON")
    .action((args: string[], flags: { json?: boolean }) =>
      run(async () => {
        const { dir, rest } = workspaceArguments(args, world);
        const file = rest[0];
        if (!file) throw new LeadlineError("usage.receipt", "Which receipt?", "Name its file after the workspace.");
        const receipt = readReceipt(file);
        return withWorkspace(dir, world, async (workspace) => {
          const { verify } = await import("../../service/receipts/verify.ts");
          const result = await verify(workspace, receipt);
          const words = wordsIn(workspace.settings.language);
          if (flags.json) printJson(world, result);
          else if (result.equal) world.out(`${words.equal}\n`);
          else {
            world.out(`${words.notEqual}\n`);
            for (const difference of result.differences)
              world.out(`  ${words.differs(difference.what, String(difference.receipt), String(difference.now))}\n`);
          }
          return result.equal ? EXIT.done : EXIT.failed;
        });
      }),
    );
};
