import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { explain } from "../../src/service/receipts/explain.ts";
import { type TestWorkspace, testWorkspace } from "../support/workspace.ts";

const guide = readFileSync(join(import.meta.dirname, "../../docs/guide/add-a-source.md"), "utf8");

/** The text of the guide's code block that is marked as a file. */
function block(name: string): string {
  const found = guide.match(new RegExp(`\`\`\`\\w+ file=${name.replaceAll(".", "\\.")}\\n([\\s\\S]*?)\`\`\``));
  if (!found?.[1]) throw new Error(`the guide has no block ${name}`);
  return found[1];
}

const SAMPLE = "imported_visitors_20260901_20260902";
const template = mkdtempSync(join(tmpdir(), "leadline-source-"));
const folder = join(template, "presets/plausible");
let team: TestWorkspace;

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(template, "leadline.yaml"), "name: Guide\n");
  writeFileSync(join(folder, "preset.yaml"), block("preset.yaml"));
  writeFileSync(join(template, `${SAMPLE}.csv`), block(`${SAMPLE}.csv`));
  team = await testWorkspace(template);
});
afterAll(async () => {
  await team?.close();
  rmSync(template, { recursive: true, force: true });
});

it("the guide's preset gives what the guide writes down for its sample", async () => {
  const loaded = await team.load(join(template, `${SAMPLE}.csv`));
  expect(loaded).toMatchObject({ status: "committed", preset: "plausible", rows_loaded: 2, facts: { web_daily: 2 } });
  const expected = JSON.parse(block(`${SAMPLE}.json`));
  const columns = Object.keys(expected.facts.web_daily[0]).map((name) => `toString(${name}) AS ${name}`);
  const rows = await team.workspace.engine.query(`SELECT ${columns.join(", ")} FROM web_daily ORDER BY date`);
  expect(rows).toEqual(expected.facts.web_daily);
});

it("its words stand in the receipt of the KPI they are about", async () => {
  const { answers, dialects } = await explain(team.workspace, { kpis: ["bounce_rate_ua"], period: "2026-09" });
  expect(answers[0]?.value).toBeCloseTo((77 + 117) / (134 + 180), 12);
  expect(dialects?.map(({ text }) => text)).toEqual([
    "Plausible's bounce rate (visits of one page ÷ visits) = our bounce_rate_ua.",
  ]);
});
