import { spawn } from "node:child_process";
import { join } from "node:path";

const command = join(import.meta.dirname, "../../bin/leadline.js");

/** Serves a workspace as its user does, on a free port. */
export function serveSite(dir: string): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [command, "serve", dir, "--port", "0"], {
      stdio: ["ignore", "ignore", "pipe"],
    });
    const ended = new Promise<void>((done) => child.once("exit", () => done()));
    let said = "";
    child.stderr.on("data", (chunk) => {
      said += chunk;
      const port = /http:\/\/localhost:(\d+)\//.exec(said)?.[1];
      if (port === undefined) return;
      resolve({
        url: `http://localhost:${port}`,
        async stop() {
          child.kill("SIGTERM");
          await ended;
        },
      });
    });
    void ended.then(() => reject(new Error(`leadline serve ended: ${said}`)));
  });
}
