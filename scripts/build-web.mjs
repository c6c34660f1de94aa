// Builds the web app into dist/web when a source is newer than the last build.
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { root, runTool } from "./set-up.mjs";

function newest(path) {
  const info = statSync(path);
  if (!info.isDirectory()) return info.mtimeMs;
  return Math.max(info.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** Whether a source is newer than the last build. */
export function webIsOld() {
  const built = join(root, "dist", "web", "index.html");
  const sources = ["src/web", "src/model", "vite.config.ts", "scripts/compress-assets.mjs"].map((one) =>
    join(root, one),
  );
  const changed = Math.max(...sources.filter((path) => existsSync(path)).map(newest));
  return !existsSync(built) || statSync(built).mtimeMs <= changed;
}

/** The tool that builds, and its arguments. */
export const WEB_BUILD = ["vite/bin/vite.js", ["build", "--logLevel", "warn"]];

/** Returns the build's exit code; 0 at once when the build is up to date. */
export function buildWeb() {
  if (!webIsOld()) return 0;
  process.stderr.write("Building the web app …\n");
  return runTool(...WEB_BUILD);
}
