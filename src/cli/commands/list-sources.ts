import { type AddCommand, printJson } from "../command.ts";
import { table } from "../print/table.ts";
import { withWorkspace, workspaceArguments } from "../with-workspace.ts";
import { wordsIn } from "../words/index.ts";

export const listSources: AddCommand = (program, { world, run }) => {
  program
    .command("sources [args...]")
    .usage("DIR")
    .description("what is loaded: rows, covered period, freshness, loads")
    .option("--json", "print JSON")
    .action((args: string[], flags: { json?: boolean }) =>
      run(async () => {
        const { dir } = workspaceArguments(args, world);
        return withWorkspace(dir, world, async (workspace) => {
          const { listSources: sourcesOf } = await import("../../service/sources/list-sources.ts");
          const sources = await sourcesOf(workspace);
          if (flags.json) {
            printJson(world, { sources });
            return undefined;
          }
          const words = wordsIn(workspace.settings.language);
          if (sources.length === 0)
            world.out(`${words.nothingLoaded} ${words.next(`leadline load ${dir} your-exports/*`)}\n`);
          for (const source of sources) {
            const covers = source.from ? words.span(source.from, source.to ?? "") : words.noDates;
            const named =
              source.connection === source.system ? source.connection : `${source.connection} (${source.system})`;
            world.out(`${[`${named}: ${words.rows(String(source.rows))}`, covers].join(words.join)}\n`);
            for (const { stream, records } of source.streams ?? [])
              world.out(`  ${words.landed(stream, String(records))}\n`);
            world.out(
              table(
                [
                  { title: words.load },
                  { title: words.file },
                  { title: words.rowsTitle, align: "right" },
                  { title: words.loadedAt },
                  { title: "" },
                ],
                source.loads.map((load) => [
                  load.load_id,
                  load.file,
                  String(load.rows_loaded),
                  load.committed_at.slice(0, 16).replace("T", " "),
                  words.status[load.status] ?? load.status,
                ]),
              ),
            );
          }
          return undefined;
        });
      }),
    );
};
