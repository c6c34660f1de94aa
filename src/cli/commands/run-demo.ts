import type { AddCommand } from "../command.ts";
import { progress } from "../print/progress.ts";
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
        const demo = await fillDemo(folder, { now: world.now, env: world.env, onProgress: bar.report });
        bar.end();
        world.err(
          demo.filled
            ? `The demo company stands in ${folder}: ${demo.files} export files loaded, ${demo.rows.toLocaleString("en")} rows.\n`
            : `The demo company is in ${folder} already.\n`,
        );
        if (flags.serve) {
          const { serve } = await import("../serve.ts");
          await serve(
            folder,
            { port: readPort(flags.port), host: flags.host, allowRemote: flags.allowRemote ?? false },
            world,
          );
        } else world.err(`Try: leadline scorecard ${folder} --period last-month\n`);
        return undefined;
      }),
    );
};
