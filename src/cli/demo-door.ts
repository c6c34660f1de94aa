import { type ChildProcess, fork } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { DemoDoor } from "../api/context.ts";
import { LeadlineError } from "../language/leadline-error.ts";
import { PRODUCT_ROOT } from "../service/workspace/product-root.ts";
import { TOLD_VARIABLE, type Told } from "./tell-parent.ts";
import type { World } from "./world.ts";

/**
 * A way to the demo company from a running server, whose address `home` tells; its process ends with this one's. `stop`
 * ends it earlier.
 */
export function demoDoor(dataDir: string, world: World, home: () => string): DemoDoor & { readonly stop: () => void } {
  let child: ChildProcess | null = null;
  let url: string | null = null;
  const stop = (): void => void child?.kill();
  return {
    url: () => url,
    stop,
    open: (report) =>
      url !== null
        ? Promise.resolve(url)
        : new Promise((opened, failed) => {
            const folder = freshFolder(dataDir, world.now());
            const started = fork(
              join(PRODUCT_ROOT, "bin", "leadline.js"),
              ["demo", folder, "--serve", "--port", "0", "--host", "127.0.0.1"],
              {
                env: { ...world.env, CLICKHOUSE_URL: "", [TOLD_VARIABLE]: home() },
                stdio: ["ignore", "ignore", "pipe", "ipc"],
              },
            );
            child = started;
            let said = "";
            started.stderr?.on("data", (text: Buffer) => {
              said = (said + text.toString()).slice(-2000);
            });
            started.on("message", (told: Told) => {
              if ("url" in told) {
                url = told.url;
                opened(told.url);
              } else report(told.step, told.done, told.total);
            });
            started.on("exit", () => {
              url = null;
              failed(
                new LeadlineError(
                  "demo.ended",
                  `The demo company could not be opened: ${said.trim()}`,
                  "Your own workspace is as it was. Try again, or run: leadline demo --serve",
                ),
              );
            });
          }),
  };
}

/** The demo ends with the month before today's; those of earlier months are removed. */
function freshFolder(dataDir: string, now: Date): string {
  const name = `demo-${now.toISOString().slice(0, 7)}`;
  for (const other of readdirSync(dataDir))
    if (/^demo-\d{4}-\d{2}/.test(other) && other !== name)
      rmSync(join(dataDir, other), { recursive: true, force: true });
  return join(dataDir, name);
}
