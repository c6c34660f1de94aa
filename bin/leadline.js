#!/usr/bin/env node
// Starts the command line: from the sources in a checkout, from dist/ in an installed package.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const source = join(root, "src", "cli", "main.ts");
const entry = existsSync(source) ? source : join(root, "dist", "cli", "main.js");
const [major, minor] = process.versions.node.split(".").map(Number);
const own = join(root, "node_modules", "node", "bin", "node");
const runsSources = major > 22 || (major === 22 && minor >= 18);

// Each running statement of the embedded engine holds one of Node's worker threads; four are too few for a server.
process.env.UV_THREADPOOL_SIZE ??= "8";
if (!runsSources && existsSync(own)) {
  const done = spawnSync(own, [entry, ...process.argv.slice(2)], { stdio: "inherit" });
  process.exit(done.status ?? 1);
}
if (!runsSources) {
  process.stderr.write(
    `leadline needs Node 22.18 or newer; this is ${process.version}. In a checkout, run "npm start" once.\n`,
  );
  process.exit(1);
}
await import(pathToFileURL(entry).href);
