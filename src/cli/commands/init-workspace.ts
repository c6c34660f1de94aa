import { type AddCommand, printJson } from "../command.ts";
import { wordsIn } from "../words/index.ts";

export const initWorkspace: AddCommand = (program, { world, run }) => {
  program
    .command("init <dir>")
    .description("make a workspace: a folder with leadline.yaml")
    .option("--name <name>", "the company's or team's name")
    .option("--currency <code>", "currency of all answers, such as EUR")
    .option("--timezone <zone>", "business time zone, such as Asia/Shanghai")
    .option("--fiscal-year-start <month>", "first month of the fiscal year, 1 to 12", Number)
    .option("--week-start <day>", "monday, sunday or saturday")
    .option("--language <code>", "en or zh")
    .option("--json", "print JSON")
    .action((dir: string, options) =>
      run(async () => {
        const { initWorkspace: init } = await import("../../service/workspace/init-workspace.ts");
        const { fiscalYearStart, weekStart, json, ...rest } = options;
        const made = init(dir, {
          ...rest,
          ...(fiscalYearStart !== undefined && { fiscal_year_start: fiscalYearStart }),
          ...(weekStart !== undefined && { week_start: weekStart }),
        });
        if (json) printJson(world, { dir: made.dir, settings: made.settings });
        else {
          const { name, currency, timezone, language } = made.settings;
          const words = wordsIn(language);
          world.out(`${words.made(name, made.dir, currency, timezone)}\n`);
          world.out(`${words.next(`leadline load ${made.dir} your-exports/*`)}\n`);
        }
        return undefined;
      }),
    );
};
