import { errorIn } from "../../service/chinese/error-in.ts";
import { type AddCommand, EXIT, printJson } from "../command.ts";
import { workspaceArguments } from "../with-workspace.ts";
import { languageOf } from "../words/index.ts";

export const checkHealth: AddCommand = (program, { world, run }) => {
  program
    .command("doctor [args...]")
    .usage("DIR")
    .description("engine, state, disk, sources: what is wrong and what to do")
    .option("--json", "print JSON")
    .action((args: string[], flags: { json?: boolean }) =>
      run(async () => {
        const { dir } = workspaceArguments(args, world);
        const language = languageOf(["doctor", dir], world.env);
        const { checkWorkspace } = await import("../../service/health/check-workspace.ts");
        const checks = await checkWorkspace(dir, { now: world.now, env: world.env });
        if (flags.json) printJson(world, { checks });
        else
          for (const check of checks) {
            const mark = { ok: "ok  ", warn: "warn", fail: "FAIL" }[check.level];
            const { sentence, remedy } = errorIn({ message: check.text, remedy: check.remedy }, language);
            world.out(`${mark}  ${sentence}${check.level === "ok" ? "" : `\n      ${remedy}`}\n`);
          }
        return checks.some((check) => check.level === "fail") ? EXIT.failed : EXIT.done;
      }),
    );
};
