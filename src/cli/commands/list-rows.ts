import { LeadlineError } from "../../language/leadline-error.ts";
import { type AddCommand, printJson } from "../command.ts";
import { table } from "../print/table.ts";
import { addQuestionFlags, type QuestionFlags, questionOf } from "../question-options.ts";
import { withWorkspace, workspaceArguments } from "../with-workspace.ts";
import { wordsIn } from "../words/index.ts";

export const listRows: AddCommand = (program, { world, run }) => {
  addQuestionFlags(program.command("rows <args...>").usage("DIR KPI --period P [--where …] [--limit N]"))
    .description("the records behind a number, each with its file and line")
    .option("--limit <n>", "how many rows", Number, 50)
    .action((args: string[], flags: QuestionFlags & { limit: number }) =>
      run(async () => {
        if (!Number.isInteger(flags.limit) || flags.limit < 1)
          throw new LeadlineError(
            "usage.limit",
            "--limit takes a whole number above 0.",
            "Write for example --limit 100.",
          );
        const { dir, rest } = workspaceArguments(args, world);
        return withWorkspace(dir, world, async (workspace) => {
          const { listRows: rowsOf } = await import("../../service/receipts/list-rows.ts");
          const found = await rowsOf(workspace, questionOf(rest, flags), flags.limit);
          const words = wordsIn(workspace.settings.language);
          if (flags.json) printJson(world, found);
          else
            for (const part of found.parts) {
              world.out(`${words.shown(part.table, String(part.rows.length), part.more)}\n`);
              const shown = (value: unknown): string =>
                value !== null && typeof value === "object"
                  ? Object.entries(value)
                      .map(([key, one]) => (Array.isArray(value) ? String(one) : `${key}=${one}`))
                      .join(" ")
                  : String(value ?? "");
              const titles = Object.keys(part.rows[0] ?? {}).filter((title) =>
                part.rows.some((row) => shown(row[title]) !== ""),
              );
              world.out(
                table(
                  titles.map((title) => ({ title })),
                  part.rows.map((row) => titles.map((title) => shown(row[title]))),
                ),
              );
            }
          return undefined;
        });
      }),
    );
};
