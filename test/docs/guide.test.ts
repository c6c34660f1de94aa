import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestWorkspace, testWorkspace, valuesBy } from "../support/workspace.ts";

const guide = readFileSync(join(import.meta.dirname, "../../docs/guide/map-any-file.md"), "utf8");

/** The text of the guide's code block that is marked as a file. */
function block(name: string): string {
  const found = guide.match(new RegExp(`\`\`\`\\w+ file=${name.replace(".", "\\.")}\\n([\\s\\S]*?)\`\`\``));
  if (!found?.[1]) throw new Error(`the guide has no block ${name}`);
  return found[1];
}

describe("the guide's own file and mapping work word for word", () => {
  const folder = mkdtempSync(join(tmpdir(), "leadline-guide-"));
  const csv = join(folder, "calls.csv");
  const yaml = join(folder, "calls.yaml");
  let team: TestWorkspace;

  beforeAll(async () => {
    writeFileSync(csv, block("calls.csv"));
    writeFileSync(yaml, block("calls.yaml"));
    team = await testWorkspace();
  });
  afterAll(async () => {
    await team.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("loads the two calls with a demo, skips the other and the total", async () => {
    const loaded = await team.load(csv, {}, yaml);
    expect(loaded).toMatchObject({
      status: "committed",
      rows_read: 4,
      rows_loaded: 2,
      rows_skipped: 2,
      rows_quarantined: 0,
      facts: { meeting: 2 },
    });
    expect(loaded.skipped).toMatchObject({ "the call led to no demo": 1 });
  });

  it("answers the demos by channel", async () => {
    const answer = await team.ask({ kpis: ["demos"], period: "2026-09", by: ["channel"] });
    expect(valuesBy(answer, "demos", "channel")).toEqual({ "Paid Search": 2 });
  });

  it("keeps no address in facts or raw rows", async () => {
    for (const table of ["meeting", "raw_row"]) {
      const rows = await team.workspace.engine.query(`SELECT * FROM ${table}`);
      expect(JSON.stringify(rows)).not.toMatch(/ana@|cy@/);
    }
  });
});
