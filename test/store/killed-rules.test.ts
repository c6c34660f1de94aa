import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ask } from "../../src/service/questions/ask.ts";
import { loadFiles } from "../../src/service/sources/load-files.ts";
import { initWorkspace } from "../../src/service/workspace/init-workspace.ts";
import { type OpenWorkspace, openWorkspace } from "../../src/service/workspace/open-workspace.ts";
import { LATER } from "../support/workspace.ts";

const root = join(import.meta.dirname, "../..");
const CHILD = join(import.meta.dirname, "fixtures/change-rules-in-child.ts");
const FILES = [
  "presets/google_ads/sample/campaign_report_en_utf8.csv",
  "presets/ga4/sample/exploration_freeform_daily.csv",
].map((path) => join(root, path));
const BRAND = [{ channel: "Brand", when: { campaign: "^brand" } }];
const OLD = { "Paid Search": 75, "Paid Social": 20, Direct: 25 };
const NEW = { Brand: 75, "Paid Social": 20, Direct: 25 };

let dir: string;
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), "leadline-rules-"));
  initWorkspace(dir, {});
  await within((workspace) => loadFiles(workspace, FILES, { settings: {}, dryRun: false }));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

async function within<Result>(work: (workspace: OpenWorkspace) => Promise<Result>): Promise<Result> {
  const workspace = await openWorkspace(dir, { now: () => LATER, env: {} });
  try {
    return await work(workspace);
  } finally {
    await workspace.close();
  }
}

const sessions = () =>
  within(async (workspace) => {
    const { rows } = await ask(workspace, { kpis: ["sessions"], period: "2026-09", by: ["channel"] });
    return Object.fromEntries(rows.map(({ by, value }) => [by.channel, value]));
  });

/** Saves rules in a process of its own, killed when it says a line that begins so; what it had said. */
function saveInChild(rules: unknown, killAt: string | null): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--no-warnings", CHILD, dir, JSON.stringify(rules)]);
    let output = "";
    let errors = "";
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk;
      if (killAt !== null && output.split("\n").some((line) => line.startsWith(killAt))) child.kill("SIGKILL");
    });
    child.stderr.on("data", (chunk: Buffer) => {
      errors += chunk;
    });
    child.on("close", (code, signal) =>
      code === 0 || signal === "SIGKILL" ? resolve(output) : reject(new Error(errors)),
    );
  });
}

describe("channel rules that are being saved when the process is killed", () => {
  it.each(["classify 2", "build"])("leave all channels as they were (at %s), and can be saved again", async (step) => {
    expect(await sessions()).toEqual(OLD);
    expect(await saveInChild(BRAND, step)).not.toContain("saved");
    expect(await sessions()).toEqual(OLD);
    expect(await saveInChild(BRAND, null)).toContain("saved");
    expect(await sessions()).toEqual(NEW);
  });

  it("and were not written to the file before they counted go back with the next start", async () => {
    await within(async (workspace) => {
      const { goBySettings } = await import("../../src/service/settings/go-by-settings.ts");
      const { engine, now, presets, settings } = workspace;
      await goBySettings({ engine, now, presets, settings: { ...settings, channel_rules: BRAND } });
    });
    expect(await sessions()).toEqual(OLD);
  });
});

it("channel rules written by hand count from the next start", async () => {
  writeFileSync(
    join(dir, "leadline.yaml"),
    "name: Acme\nchannel_rules:\n  - channel: Brand\n    when: { campaign: ^brand }\n",
  );
  expect(await sessions()).toEqual(NEW);
});
