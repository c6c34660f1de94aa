// Takes the pictures of the docs from the served demo company: `npm run pictures [-- DIR]`, DIR being a filled demo.
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fillDemo } from "../src/service/demo/fill-demo.ts";
import { launchBrowser } from "../test/support/browser.ts";

const ROOT = join(import.meta.dirname, "..");
const IMAGES = join(ROOT, "docs", "images");
const MOST_BYTES = 300_000;
/** The demo's data ends in November 2026; October is its last whole month. */
const PERIOD = "2026-10";
/** Each is taken in English and, as `name-zh`, in Chinese. */
const PICTURES = [
  { name: "board", path: `/?period=${PERIOD}`, ready: "[data-kpi] svg" },
  { name: "kpi", path: `/kpis/lead_to_sql_rate?period=${PERIOD}`, ready: "[data-section=receipt] details" },
  { name: "channels", path: `/channels?period=${PERIOD}`, ready: "main svg, main canvas" },
  { name: "explore", path: `/explore?period=${PERIOD}`, ready: "main svg, main canvas" },
] as const;

const [given] = process.argv.slice(2);
const folder = given ?? join(mkdtempSync(join(tmpdir(), "leadline-pictures-")), "demo");
await fillDemo(folder, { now: () => new Date(), env: process.env });
const server = spawn(process.execPath, [join(ROOT, "bin", "leadline.js"), "serve", folder, "--port", "0"], {
  stdio: ["ignore", "ignore", "pipe"],
});
const url = await new Promise<string>((ready, failed) => {
  let said = "";
  server.stderr.on("data", (text: Buffer) => {
    said += text.toString();
    const found = /http:\/\/\S+?:\d+/.exec(said);
    if (found) ready(found[0]);
  });
  server.on("exit", () => failed(new Error(said)));
});
const browser = await launchBrowser();
mkdirSync(IMAGES, { recursive: true });
try {
  const taken = PICTURES.flatMap(({ name, path, ready }) => [
    { name, path: `${path}&lang=en`, ready },
    { name: `${name}-zh`, path: `${path}&lang=zh`, ready },
  ]);
  for (const { name, path, ready } of taken) {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      colorScheme: "light",
      reducedMotion: "reduce",
    });
    const page = await context.newPage();
    await page.goto(url + path);
    await page.locator(ready).first().waitFor();
    await page.waitForLoadState("networkidle");
    const file = join(IMAGES, `${name}.png`);
    await page.screenshot({ path: file });
    await context.close();
    const bytes = statSync(file).size;
    if (bytes > MOST_BYTES) throw new Error(`${name}.png has ${bytes} bytes; at most ${MOST_BYTES} may be kept.`);
    process.stdout.write(`docs/images/${name}.png ${Math.round(bytes / 1000)} kB\n`);
  }
} finally {
  await browser.close();
  server.kill("SIGTERM");
  if (given === undefined) rmSync(folder, { recursive: true, force: true });
}
