// `npm test`: installs what is missing and runs every check and test; ends with `N passed, N failed, N skipped`.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { WEB_BUILD, webIsOld } from "./build-web.mjs";
import { chromium } from "./chromium.mjs";
import { environment, installDependencies, run, startTool } from "./set-up.mjs";

installDependencies();
const started = Date.now();
const count = { passed: 0, failed: 0, skipped: 0 };

/** The longest first; as many at once as there are cores. */
const checks = [
  ["types", "typescript/bin/tsc", ["-p", "tsconfig.json"]],
  ...(webIsOld() ? [["the web app builds", ...WEB_BUILD]] : []),
  ["types of the web app", "typescript/bin/tsc", ["-p", "tsconfig.web.json"]],
  ["layers", "dependency-cruiser/bin/dependency-cruise.mjs", ["--config", ".dependency-cruiser.mjs", "src", "demo"]],
  ["nothing unused", "knip/bin/knip.js", ["--no-progress"]],
  ["format, lint and file names", "@biomejs/biome/bin/biome", ["ci", "--reporter=summary", "."]],
];

async function check([name, script, args]) {
  const begun = Date.now();
  const { code, output } = await startTool(script, args);
  count[code === 0 ? "passed" : "failed"] += 1;
  const seconds = ((Date.now() - begun) / 1000).toFixed(1);
  process.stdout.write(`${output}${code === 0 ? "ok  " : "FAIL"} ${name} (${seconds} s)\n`);
}

const waiting = checks.values();
const worker = async () => {
  for (const one of waiting) await check(one);
};
await Promise.all(Array.from({ length: Math.max(1, availableParallelism()) }, worker));

const browser = chromium();
if (!browser)
  process.stdout.write("No Chromium could be found or installed: the browser tests will say so and fail.\n");
const folder = mkdtempSync(join(tmpdir(), "leadline-test-"));
const tally = join(folder, "count.json");
const env = environment({ LEADLINE_TEST_COUNT: tally, ...(browser ? { LEADLINE_CHROMIUM: browser } : {}) });
const code = run("node", ["node_modules/vitest/vitest.mjs", "run", ...process.argv.slice(2)], { env });
try {
  const tests = JSON.parse(readFileSync(tally, "utf8"));
  for (const state of Object.keys(count)) count[state] += tests[state];
  if (code !== 0 && tests.failed === 0) count.failed += 1;
} catch {
  count.failed += 1;
}
rmSync(folder, { recursive: true, force: true });
process.stdout.write(`\nin ${Math.round((Date.now() - started) / 1000)} s\n`);
process.stdout.write(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped\n`);
process.exit(count.failed === 0 ? 0 : 1);
