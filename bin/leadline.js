#!/usr/bin/env node
// Starts the command line: from the sources in a checkout, from dist/ in an installed package.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import module from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const source = join(root, "src", "cli", "main.ts");
const isCheckout = existsSync(source);
const entry = isCheckout ? source : join(root, "dist", "src", "cli", "main.js");
// Node reads TypeScript without being asked from 22.18 on, and SQLite from 22.13 on.
const [neededMajor, neededMinor] = isCheckout ? [22, 18] : [22, 13];
const [major, minor] = process.versions.node.split(".").map(Number);
const own = join(root, "node_modules", "node", "bin", "node");
const isNewEnough = major > neededMajor || (major === neededMajor && minor >= neededMinor);

// Each running statement of the embedded engine holds one of Node's worker threads; four are too few for a server.
process.env.UV_THREADPOOL_SIZE ??= "8";
if (!isNewEnough && existsSync(own)) {
  const done = spawnSync(own, [entry, ...process.argv.slice(2)], { stdio: "inherit" });
  process.exit(done.status ?? 1);
}
if (!isNewEnough) {
  const remedy = isCheckout ? 'Run "npm start" once: it installs its own.' : "Install it from https://nodejs.org/.";
  process.stderr.write(
    `leadline needs Node ${neededMajor}.${neededMinor} or newer; this is ${process.version}. ${remedy}\n`,
  );
  process.exit(1);
}
// What was compiled for the last command need not be compiled for the next.
module.enableCompileCache?.();
await import(pathToFileURL(entry).href);
