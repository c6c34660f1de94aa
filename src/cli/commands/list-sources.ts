import { type AddCommand, printJson } from "../command.ts";
import { table } from "../print/table.ts";
import { withWorkspace, workspaceArguments } from "../with-workspace.ts";

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
          if (sources.length === 0) world.out(`Nothing is loaded yet. Next: leadline load ${dir} your-exports/*\n`);
          for (const source of sources) {
            const covers = source.from ? `${source.from} to ${source.to}` : "no dates";
            world.out(`${source.connection} (${source.system}): ${source.rows} rows, ${covers}\n`);
            world.out(
              table(
                [
                  { title: "load" },
                  { title: "file" },
                  { title: "rows", align: "right" },
                  { title: "loaded at" },
                  { title: "" },
                ],
                source.loads.map((load) => [
                  load.load_id,
                  load.file,
                  String(load.rows_loaded),
                  load.committed_at,
                  load.status,
                ]),
              ),
            );
          }
          return undefined;
        });
      }),
    );
};
