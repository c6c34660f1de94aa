import { type AddCommand, printJson } from "../command.ts";
import { printProblem } from "../print/print-error.ts";
import { table } from "../print/table.ts";
import { wordsIn } from "../words/index.ts";

export const listKpis: AddCommand = (program, { world, run }) => {
  program
    .command("kpis [dir]")
    .description("the catalogue; with a workspace its own and overridden KPIs too")
    .option("--json", "print JSON")
    .action((given: string | undefined, flags: { json?: boolean }) =>
      run(async () => {
        const { listKpis: kpisOf } = await import("../../service/kpis/list-kpis.ts");
        const { kpis, problems, language } = kpisOf(given ?? world.env.LEADLINE_WORKSPACE);
        for (const problem of problems) printProblem(world, problem, language);
        const words = wordsIn(language).kpi;
        if (flags.json) printJson(world, kpis);
        else
          world.out(
            table(
              [words.id, words.name, words.family, words.unit, words.formula].map((title) => ({ title })),
              kpis.map((kpi) => [kpi.id, kpi.name[language], kpi.family, kpi.unit, kpi.formula]),
            ),
          );
        return undefined;
      }),
    );
};
