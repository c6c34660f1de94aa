import { existsSync, writeFileSync } from "node:fs";
import { LeadlineError } from "../../language/leadline-error.ts";
import { type AddCommand, collect, printJson, readFilters } from "../command.ts";
import { printAudience, printSuppression } from "../print/print-audience.ts";
import { withWorkspace, workspaceArguments } from "../with-workspace.ts";

interface CheckFlags {
  readonly out?: string;
  readonly force?: boolean;
  readonly period?: string;
  readonly where: string[];
  readonly json?: boolean;
}

export const checkAudience: AddCommand = (program, { world, run }) => {
  const audience = program
    .command("audience")
    .description("lists of people to advertise to: who should not be in one, and the lists that say so");
  audience
    .command("check [args...]")
    .usage("DIR FILE [--out CLEANED] [--period P --where campaign=NAME]")
    .description("who in a list of addresses or SHA-256 hashes should not be advertised to, and why")
    .option("--out <file>", "write the list without them")
    .option("--force", "write over a file that is there")
    .option("--period <period>", "estimate what was spent on them in these days")
    .option("--where <dim=value>", "the spend of this campaign, channel, …; may be repeated", collect, [])
    .option("--json", "print JSON")
    .action((args: string[], flags: CheckFlags) =>
      run(async () => {
        const { dir, rest } = workspaceArguments(args, world);
        const file = fileOf(rest);
        if (flags.out !== undefined && existsSync(flags.out) && !flags.force)
          throw new LeadlineError(
            "audience.exists",
            `There is a file ${flags.out} already.`,
            "Name another file, or add --force.",
            {
              file: flags.out,
            },
          );
        return withWorkspace(dir, world, async (workspace) => {
          const { checkAudience: check } = await import("../../service/audience/check-audience.ts");
          const { cleaned, ...checked } = await check(workspace, file, {
            period: flags.period,
            where: readFilters(flags.where),
          });
          if (flags.out !== undefined) writeFileSync(flags.out, cleaned);
          if (flags.json) printJson(world, { ...checked, out: flags.out ?? null });
          else printAudience(world, workspace, checked, flags.out ?? null);
          return undefined;
        });
      }),
    );
  audience
    .command("suppress [args...]")
    .usage("DIR FILE --list NAME")
    .description("add a file of addresses, SHA-256 hashes or mail domains to a suppression list")
    .requiredOption("--list <name>", "the list's name")
    .option("--json", "print JSON")
    .action((args: string[], flags: { list: string; json?: boolean }) =>
      run(async () => {
        const { dir, rest } = workspaceArguments(args, world);
        const file = fileOf(rest);
        return withWorkspace(dir, world, async (workspace) => {
          const service = await import("../../service/audience/keep-lists.ts");
          const kept = await service.keepSuppressionList(workspace, file, flags.list);
          if (flags.json) printJson(world, kept);
          else printSuppression(world, workspace, await service.showSuppression(workspace));
          return undefined;
        });
      }),
    );
  audience
    .command("lists [args...]")
    .usage("DIR [--drop NAME]")
    .description("who is suppressed by what is loaded and by the workspace's rules, and the uploaded lists")
    .option("--drop <name>", "forget an uploaded list")
    .option("--json", "print JSON")
    .action((args: string[], flags: { drop?: string; json?: boolean }) =>
      run(async () => {
        const { dir } = workspaceArguments(args, world);
        return withWorkspace(dir, world, async (workspace) => {
          const service = await import("../../service/audience/keep-lists.ts");
          if (flags.drop !== undefined) await service.dropSuppressionList(workspace, flags.drop);
          const shown = await service.showSuppression(workspace);
          if (flags.json) printJson(world, shown);
          else printSuppression(world, workspace, shown);
          return undefined;
        });
      }),
    );
};

function fileOf(rest: readonly string[]): string {
  const [file] = rest;
  if (file !== undefined) return file;
  throw new LeadlineError("usage.file", "Which list?", "Give the file after the workspace.");
}
