import { type AddCommand, printJson } from "../command.ts";
import { table } from "../print/table.ts";
import { withWorkspace, workspaceArguments } from "../with-workspace.ts";
import { wordsIn } from "../words/index.ts";

export const listQuarantine: AddCommand = (program, { world, run }) => {
  program
    .command("quarantine [args...]")
    .usage("DIR")
    .description("rejected rows with file, line and reason")
    .option("--csv", "write them as CSV, to be mended and loaded again")
    .option("--json", "print JSON")
    .action((args: string[], flags: { csv?: boolean; json?: boolean }) =>
      run(async () => {
        const { dir } = workspaceArguments(args, world);
        return withWorkspace(dir, world, async (workspace) => {
          const { listQuarantine: quarantineOf, quarantineCsv } = await import(
            "../../service/sources/list-quarantine.ts"
          );
          const words = wordsIn(workspace.settings.language);
          if (flags.csv) {
            const files = await quarantineCsv(workspace);
            for (const { file, rows, csv } of files) {
              if (files.length > 1) world.err(`${file}: ${words.rows(String(rows))}\n`);
              world.out(csv);
            }
          } else {
            const rows = await quarantineOf(workspace);
            if (flags.json) printJson(world, { rows });
            else if (rows.length === 0) world.out(`${words.noQuarantine}\n`);
            else
              world.out(
                table(
                  [
                    { title: words.file },
                    { title: words.lineTitle, align: "right" },
                    { title: words.columnTitle },
                    { title: words.reason },
                  ],
                  rows.map((row) => [row.file, String(row.line), row.column, row.reason]),
                ),
              );
          }
          return undefined;
        });
      }),
    );
};
