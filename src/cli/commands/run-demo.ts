import type { AddCommand } from "../command.ts";
import { progress } from "../print/progress.ts";
import { tellParent, whenParentEnds } from "../tell-parent.ts";
import { languageOf, wordsIn } from "../words/index.ts";
import { readPort, type ServeFlags } from "./serve-workspace.ts";

export const runDemo: AddCommand = (program, { world, run }) => {
  program
    .command("demo [dir]")
    .description("a made-up company's exports in real file formats, loaded")
    .option("--serve", "serve it when it is filled")
    .option("--port <port>", "port to listen on", "8080")
    .option("--host <host>", "address to listen on", "127.0.0.1")
    .option("--allow-remote", "listen on an address that others can reach, although there are no users yet")
    .action((dir: string | undefined, flags: ServeFlags & { serve?: boolean }) =>
      run(async () => {
        const { fillDemo } = await import("../../service/demo/fill-demo.ts");
        const folder = dir ?? world.env.LEADLINE_WORKSPACE ?? "demo-workspace";
        const bar = progress(world, "Demo");
        whenParentEnds(world.env, () => process.exit(1));
        const demo = await fillDemo(folder, {
          now: world.now,
          env: world.env,
          onProgress(step, done, total) {
            bar.report(step, done, total);
            tellParent(world.env, { step, done, total });
          },
        });
        bar.end();
        const words = wordsIn(languageOf(["demo", folder], world.env));
        const rows = demo.rows.toLocaleString("en");
        world.err(`${demo.filled ? words.demoFilled(folder, String(demo.files), rows) : words.demoThere(folder)}\n`);
        if (flags.serve) {
          const { serve } = await import("../serve.ts");
          await serve(
            folder,
            { port: readPort(flags.port), host: flags.host, allowRemote: flags.allowRemote ?? false },
            world,
          );
        } else world.err(`${words.tryThis(`leadline scorecard ${folder} --period last-month`)}\n`);
        return undefined;
      }),
    );
};
