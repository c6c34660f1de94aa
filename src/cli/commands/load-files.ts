import { LeadlineError } from "../../language/leadline-error.ts";
import { type AddCommand, collect, EXIT, printJson } from "../command.ts";
import { printLoads } from "../print/print-loads.ts";
import { progress } from "../print/progress.ts";
import { readSettings } from "../read-settings.ts";
import { withWorkspace, workspaceArguments } from "../with-workspace.ts";
import { wordsIn } from "../words/index.ts";

interface Flags {
  readonly preset?: string;
  readonly connection?: string;
  readonly set: string[];
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

export const loadFiles: AddCommand = (program, { world, run }) => {
  program
    .command("load <args...>")
    .usage("DIR FILE… [options]")
    .description("load export files; each is recognised, checked and loaded whole or not at all")
    .option("--preset <id>", "the preset, or a mapping file of your own")
    .option("--connection <name>", "which account of the system the files come from")
    .option("--set <key=value>", "what the file does not say: currency=EUR, dates=dmy; may be repeated", collect, [])
    .option("--dry-run", "show what would be loaded; change nothing")
    .option("--json", "print JSON")
    .action((args: string[], flags: Flags) =>
      run(async () => {
        const { dir, rest } = workspaceArguments(args, world);
        if (rest.length === 0) throw new LeadlineError("usage.files", "Which files?", "Name them after the workspace.");
        const settings = readSettings(flags.set);
        return withWorkspace(dir, world, async (workspace) => {
          const { loadFiles: load } = await import("../../service/sources/load-files.ts");
          const { language } = workspace.settings;
          const bar = progress(world, wordsIn(language).loading);
          const { files } = await load(workspace, rest, {
            ...(flags.preset && { preset: flags.preset }),
            ...(flags.connection && { connection: flags.connection }),
            settings,
            dryRun: flags.dryRun ?? false,
            onProgress: bar.report,
          });
          bar.end();
          if (flags.json) printJson(world, { files });
          else printLoads(world, files, language);
          if (files.some((file) => file.status === "failed")) return EXIT.failed;
          return files.some((file) => file.rows_quarantined > 0) ? EXIT.quarantined : EXIT.done;
        });
      }),
    );
};
