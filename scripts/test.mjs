// `npm test`: installs what is missing and runs every check and test; ends with `N passed, N failed, N skipped`.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildWeb } from "./build-web.mjs";
import { chromium } from "./chromium.mjs";
import { environment, installDependencies, run, runTool } from "./set-up.mjs";

installDependencies();
const started = Date.now();
const count = { passed: 0, failed: 0, skipped: 0 };

function check(name, work) {
  const begun = Date.now();
  const code = work();
  count[code === 0 ? "passed" : "failed"] += 1;
  process.stdout.write(`${code === 0 ? "ok  " : "FAIL"} ${name} (${((Date.now() - begun) / 1000).toFixed(1)} s)\n`);
}

check("format, lint and file names", () => runTool("@biomejs/biome/bin/biome", ["ci", "--reporter=summary", "."]));
check("types", () => runTool("typescript/bin/tsc", ["-p", "tsconfig.json"]));
check("types of the web app", () => runTool("typescript/bin/tsc", ["-p", "tsconfig.web.json"]));
check("layers", () =>
  runTool("dependency-cruiser/bin/dependency-cruise.mjs", ["--config", ".dependency-cruiser.mjs", "src", "demo"]),
);
check("nothing unused", () => runTool("knip/bin/knip.js", ["--no-progress"]));
check("the web app builds", buildWeb);

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
