import { spawn } from "node:child_process";
import { createReadStream, fstatSync } from "node:fs";
import { Socket } from "node:net";
import { isatty } from "node:tty";

/** Names the descriptor that holds what is piped in, in a process whose stdin is empty. */
const PIPED = "LEADLINE_PIPED_INPUT";

/**
 * The embedded engine takes what waits on the process's stdin for data of whatever statement it runs first. A command that
 * is piped into therefore runs in a child with an empty stdin and the pipe beside it; returns that child's exit code, or
 * null where no child is needed.
 */
export async function apartFromInput(command: string | undefined): Promise<number | null> {
  if (command !== "singer" || process.env[PIPED] !== undefined || isatty(0)) return null;
  const child = spawn(process.execPath, [...process.execArgv, ...process.argv.slice(1)], {
    stdio: ["ignore", "inherit", "inherit", 0],
    env: { ...process.env, [PIPED]: "3" },
  });
  const forward = (signal: NodeJS.Signals): void => void child.kill(signal);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, forward);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
  });
}

/** What is piped into this command, or undefined. */
export function pipedInput(): AsyncIterable<Uint8Array> | undefined {
  const descriptor = Number(process.env[PIPED]);
  if (!descriptor) return undefined;
  return fstatSync(descriptor).isFile()
    ? createReadStream("", { fd: descriptor })
    : new Socket({ fd: descriptor, readable: true, writable: false });
}
