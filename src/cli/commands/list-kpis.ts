import { type AddCommand, printJson } from "../command.ts";
import { table } from "../print/table.ts";

export const listKpis: AddCommand = (program, { world, run }) => {
  program
    .command("kpis [dir]")
    .description("the catalogue; with a workspace its own and overridden KPIs too")
    .option("--json", "print JSON")
    .action((given: string | undefined, flags: { json?: boolean }) =>
      run(async () => {
        const { listKpis: kpisOf } = await import("../../service/kpis/list-kpis.ts");
        const { kpis, problems, language } = kpisOf(given ?? world.env.LEADLINE_WORKSPACE);
        for (const problem of problems) {
          const { file, line } = problem.place;
          world.err(
            `${[file, line && `line ${line}`].filter(Boolean).join(", ")}: ${problem.message} ${problem.remedy}\n`,
          );
        }
        if (flags.json) printJson(world, kpis);
        else
          world.out(
            table(
              [{ title: "id" }, { title: "name" }, { title: "family" }, { title: "unit" }, { title: "formula" }],
              kpis.map((kpi) => [kpi.id, kpi.name[language], kpi.family, kpi.unit, kpi.formula]),
            ),
          );
        return undefined;
      }),
    );
};
