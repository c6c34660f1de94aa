import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Answer, AnswerRow } from "../../src/model/answer.ts";
import { ask } from "../../src/service/questions/ask.ts";
import { loadFiles } from "../../src/service/sources/load-files.ts";
import { initWorkspace } from "../../src/service/workspace/init-workspace.ts";
import { type OpenWorkspace, openWorkspace } from "../../src/service/workspace/open-workspace.ts";

/** A day after all test data: nothing in it is "today". */
export const LATER = new Date("2026-11-20T12:00:00Z");

export interface TestWorkspace {
  readonly workspace: OpenWorkspace;
  readonly load: (file: string, set?: Record<string, string>, preset?: string) => ReturnType<typeof loadOne>;
  /** Loads without building the derived tables: where facts alone are looked at. */
  readonly loadFacts: TestWorkspace["load"];
  readonly ask: (question: Record<string, unknown>) => Promise<Answer>;
  readonly close: () => Promise<void>;
}

async function loadOne(
  workspace: OpenWorkspace,
  file: string,
  set: Record<string, string>,
  preset?: string,
  moreToCome = false,
) {
  const options = { settings: set, dryRun: false, moreToCome, ...(preset && { preset }) };
  const { files } = await loadFiles(workspace, [file], options);
  const [loaded] = files;
  if (!loaded) throw new Error(`nothing came back for ${file}`);
  return loaded;
}

/**
 * A fresh workspace in a folder of its own, from a template folder (leadline.yaml, kpis, presets) or from nothing; its
 * warehouse is embedded unless the environment or the template name a server.
 */
export async function testWorkspace(
  template?: string,
  now = LATER,
  env: Readonly<Record<string, string>> = {},
): Promise<TestWorkspace> {
  const dir = mkdtempSync(join(tmpdir(), "leadline-workspace-"));
  if (template) cpSync(template, dir, { recursive: true });
  else initWorkspace(dir, {});
  const workspace = await openWorkspace(dir, { now: () => now, env });
  if (workspace.problems.length > 0) throw workspace.problems[0];
  return {
    workspace,
    load: (file, set = {}, preset) => loadOne(workspace, file, set, preset),
    loadFacts: (file, set = {}, preset) => loadOne(workspace, file, set, preset, true),
    ask: (question) => ask(workspace, question),
    close: async () => {
      await workspace.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** The value of a KPI by one dimension: `{ email: 4, … }`. */
export function valuesBy(answer: Answer, kpi: string, dimension: string): Record<string, number | null> {
  return Object.fromEntries(
    answer.rows.filter((row) => row.kpi === kpi).map((row) => [row.by[dimension] ?? "", row.value]),
  );
}

/** The rows of one KPI by their period's label. */
export function byPeriod(answer: Answer, kpi: string): Record<string, AnswerRow> {
  return Object.fromEntries(answer.rows.filter((row) => row.kpi === kpi).map((row) => [row.period.label, row]));
}
