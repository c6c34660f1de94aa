import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runInChild } from "./fixtures/run-in-child.ts";

const KILLS = 20;
const OLD_ROWS = 100;
const NEW_ROWS = 20_000;
const WRONG_ROWS = 40;
const HEADER = "Day,Campaign,Device,Currency,Cost,Impressions,Clicks,Note";

interface State {
  readonly loads: number;
  readonly [what: string]: unknown;
}

const day = (index: number): string => `2026-01-${String((index % 28) + 1).padStart(2, "0")}`;
const rows = (count: number, cost: string): string[] =>
  Array.from({ length: count }, (_, index) => `${day(index)},Brand,desktop,EUR,${cost},7,${index % 5},`);

/** What everything says when so many rows of cost count, and so many raw rows stand. */
function stateOf(loads: number, counting: number, cost: number, raw: { rows: number; quarantined: number }): State {
  const clicks = Array.from({ length: counting }, (_, index) => index % 5).reduce((sum, one) => sum + one, 0);
  return {
    loads,
    ads: { rows: String(counting), lines: String(counting), cost: String(counting * cost), clicks: String(clicks) },
    raw: { rows: String(raw.rows), lines: String(raw.rows), quarantined: String(raw.quarantined), unknown: "0" },
    torn: { rows: "0" },
    stray: { rows: "0" },
    merges: [true, true],
    doctor: [],
    sources: [{ system: "test_ads", rows: counting }],
  };
}

describe("a load that goes straight into its fact and is killed", () => {
  const dir = mkdtempSync(join(tmpdir(), "leadline-kill-direct-"));
  const file = join(dir, "new.csv");
  const old = join(dir, "old.csv");
  const lookAndLoad = async (path: string, killAfter: number | null) => {
    const { output, milliseconds } = await runInChild("look-and-load-in-child.ts", [dir, path], killAfter);
    const [state = "", , ended = ""] = output.split("\n");
    return { state: JSON.parse(state) as State, ended, milliseconds };
  };
  let whole = 0;

  beforeAll(async () => {
    const wrong = Array.from({ length: WRONG_ROWS }, () => "someday,Brand,desktop,EUR,1,1,1,");
    writeFileSync(file, [HEADER, ...rows(NEW_ROWS, "3"), ...wrong].join("\n"));
    writeFileSync(old, [HEADER, ...rows(OLD_ROWS, "2")].join("\n"));
    await lookAndLoad(old, null);
    const { ended, milliseconds } = await lookAndLoad(file, null);
    expect(ended).toBe("committed");
    whole = milliseconds;
  }, 60_000);
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  it(`at ${KILLS} moments leaves the old state or the new one, everywhere, and can be loaded again`, async () => {
    const all = NEW_ROWS + WRONG_ROWS;
    let commits = 1;
    const check = (state: State): void => {
      const raw = { rows: OLD_ROWS + commits * all, quarantined: commits * WRONG_ROWS };
      if (state.loads === 2) expect(state).toEqual(stateOf(2, NEW_ROWS, 3, raw));
      else expect(state).toEqual(stateOf(1, OLD_ROWS, 2, raw));
    };
    const found = { old: 0, new: 0 };
    for (let kill = 0; kill <= KILLS; kill++) {
      const after = kill === KILLS ? null : (whole * (kill + Math.random())) / KILLS;
      const { state, ended } = await lookAndLoad(file, after);
      if (kill > 0) {
        const isNew = state.loads === 2;
        found[isNew ? "new" : "old"] += 1;
        if (isNew) commits += 1;
      }
      check(state);
      if (after === null) expect(ended).toBe("committed");
    }
    expect(found.old).toBeGreaterThan(KILLS / 2);
    commits += 1;
    const { state, ended } = await lookAndLoad(old, null);
    check(state);
    expect(ended).toBe("committed");
  }, 200_000);
});
