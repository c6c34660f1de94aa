// Finds a Chromium for the browser tests; installs one when there is none.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { runTool } from "./set-up.mjs";

const places = [
  process.env.LEADLINE_CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

function playwrights() {
  try {
    return createRequire(import.meta.url)("playwright-core").chromium.executablePath();
  } catch {
    return undefined;
  }
}

const find = () => [...places, playwrights()].find((path) => path && existsSync(path));

/** The path of a Chromium: a system one, else Playwright's, else Debian's package when we are root; undefined if none can be had. */
export function chromium() {
  const found = find();
  if (found) return found;
  process.stderr.write("No Chromium found; trying Playwright's download …\n");
  runTool("playwright-core/cli.js", ["install", "chromium-headless-shell", "chromium"], {
    stdio: "ignore",
    timeout: 300_000,
  });
  const downloaded = find();
  if (downloaded) return downloaded;
  if (process.platform === "linux" && process.getuid?.() === 0) {
    process.stderr.write("… and now the system's package manager …\n");
    const quiet = { stdio: "ignore", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
    spawnSync("apt-get", ["update", "-qq"], quiet);
    spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-noto-cjk"], quiet);
  }
  return find();
}
