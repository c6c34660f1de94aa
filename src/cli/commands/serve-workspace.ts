import { LeadlineError } from "../../language/leadline-error.ts";
import type { AddCommand } from "../command.ts";
import { workspaceArguments } from "../with-workspace.ts";

export interface ServeFlags {
  readonly port: string;
  readonly host: string;
  readonly allowRemote?: boolean;
}

/** A port from text; throws `usage.port`. */
export function readPort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new LeadlineError("usage.port", `--port ${text} is not a port.`, "Give a number from 0 to 65535.");
}

export const serveWorkspace: AddCommand = (program, { world, run }) => {
  program
    .command("serve [args...]")
    .usage("DIR [--port 8080] [--host 127.0.0.1]")
    .description("serve the web page and the API")
    .option("--port <port>", "port to listen on", "8080")
    .option("--host <host>", "address to listen on", "127.0.0.1")
    .option("--allow-remote", "listen on an address that others can reach, although there are no users yet")
    .action((args: string[], flags: ServeFlags) =>
      run(async () => {
        const { dir } = workspaceArguments(args, world);
        const { serve } = await import("../serve.ts");
        await serve(
          dir,
          { port: readPort(flags.port), host: flags.host, allowRemote: flags.allowRemote ?? false },
          world,
        );
        return undefined;
      }),
    );
};
