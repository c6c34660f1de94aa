import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

export interface WireServer {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Starts `wire-server.ts` on a data directory, in a process of its own. */
export async function startWireServer(directory: string): Promise<WireServer> {
  const script = fileURLToPath(new URL("./wire-server.ts", import.meta.url));
  const child = spawn(process.execPath, [script, directory], { stdio: ["ignore", "pipe", "inherit"] });
  const exited = once(child, "exit");
  const url = await Promise.race([
    once(child.stdout, "data").then(([data]) => String(data).trim()),
    exited.then(([code]) => Promise.reject(new Error(`the wire server ended with code ${code}`))),
  ]);
  return {
    url,
    stop: async () => {
      child.kill("SIGTERM");
      await exited;
    },
  };
}
