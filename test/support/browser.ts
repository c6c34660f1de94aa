import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts a headless Chromium: `LEADLINE_CHROMIUM`, else the system's. Throws a plain sentence when there is none. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = process.env.LEADLINE_CHROMIUM ?? "/usr/bin/chromium";
  if (!existsSync(executablePath)) {
    throw new Error(
      `There is no browser at ${executablePath}: install Chromium, or name one in the environment variable LEADLINE_CHROMIUM.`,
    );
  }
  return chromium.launch({ executablePath, args: FLAGS });
}
