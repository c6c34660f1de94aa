// What both commands share: install what is missing, and find the Node that the project runs on.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const npm = process.platform === "win32" ? "npm.cmd" : "npm";

/** Runs a command to its end; returns its exit code. */
export function run(command, args, options = {}) {
  const done = spawnSync(command, args, { cwd: root, stdio: "inherit", ...options });
  if (done.error) throw done.error;
  return done.status ?? 1;
}

/** Installs the dependencies when they are missing or older than the lock file. */
export function installDependencies() {
  const stamp = join(root, "node_modules", ".package-lock.json");
  const lock = join(root, "package-lock.json");
  if (existsSync(stamp) && statSync(stamp).mtimeMs >= statSync(lock).mtimeMs) return;
  process.stderr.write("Installing dependencies (about 1.2 GB on disk, most of it the embedded ClickHouse) …\n");
  // The lock file knows the native packages of 64-bit Linux alone (docs/decisions/0006); elsewhere the ranges of
  // package.json decide, or npm would leave out the embedded engine.
  const locked = process.platform === "linux" && process.arch === "x64";
  const code = run(npm, [
    "install",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
    ...(locked ? [] : ["--no-package-lock"]),
  ]);
  if (code !== 0) process.exit(code);
}

/** The project's own Node 24 where it is installed, else the one that runs now. */
export function node() {
  const own = join(root, "node_modules", "node", "bin", process.platform === "win32" ? "node.exe" : "node");
  return existsSync(own) ? own : process.execPath;
}

/** The environment with the project's Node and tools first on the PATH. */
export function environment(extra = {}) {
  const path = [dirname(node()), join(root, "node_modules", ".bin"), process.env.PATH].join(
    process.platform === "win32" ? ";" : ":",
  );
  return { ...process.env, ...extra, PATH: path };
}

/** Runs a script of an installed package under the project's Node. */
export function runTool(script, args, options = {}) {
  return run(node(), [join(root, "node_modules", script), ...args], { env: environment(), ...options });
}

/** Starts a script of an installed package under the project's Node; resolves to its exit code and all that it printed. */
export function startTool(script, args) {
  const child = spawn(node(), [join(root, "node_modules", script), ...args], {
    cwd: root,
    env: environment(process.stdout.isTTY ? { FORCE_COLOR: "1" } : {}),
    stdio: ["ignore", "pipe", "pipe"],
  });
  const printed = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (bytes) => printed.push(bytes));
  return new Promise((done, failed) => {
    child.on("error", failed);
    child.on("close", (code) => done({ code: code ?? 1, output: Buffer.concat(printed).toString() }));
  });
}
