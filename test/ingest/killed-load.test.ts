import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { revertLoad } from "../../src/ingest/load/revert-load.ts";
import { DERIVED_IDS, FACT_IDS } from "../../src/model/facts.ts";
import { openSite, type TestSite } from "./fixtures/open-site.ts";
import { runInChild } from "./fixtures/run-in-child.ts";

const KILLS = 12;
const OLD_PEOPLE = 100;
const NEW_PEOPLE = 8_000;

const loadInChild = (dir: string, file: string, killAfter: number | null) =>
  runInChild("load-in-child.ts", [dir, file], killAfter);

const contacts = (from: number, count: number): string =>
  [
    "Contact ID,First name,Last name,Email,Phone,Company,Source,Lead since,MQL since",
    ...Array.from({ length: count }, (_, index) => {
      const id = from + index;
      return `${id},First ${id},Last ${id},p${id}@c${id % 500}.example,,Company ${id % 500},google,2026-01-${String((id % 28) + 1).padStart(2, "0")},`;
    }),
  ].join("\n");

describe("a load that is killed", () => {
  const dir = mkdtempSync(join(tmpdir(), "leadline-kill-"));
  const file = join(dir, "new.csv");
  let whole = 0;

  const within = async <Result>(work: (test: TestSite) => Promise<Result>): Promise<Result> => {
    const test = await openSite({ dir });
    try {
      return await work(test);
    } finally {
      await test.close();
    }
  };

  beforeAll(async () => {
    writeFileSync(file, contacts(1000, NEW_PEOPLE));
    writeFileSync(join(dir, "old.csv"), contacts(1, OLD_PEOPLE));
    await loadInChild(dir, join(dir, "old.csv"), null);
    const { milliseconds, output } = await loadInChild(dir, file, null);
    expect(output).toContain("committed");
    whole = milliseconds;
    await within((test) => revertLoad(test.site, "test_people-2"));
  }, 120_000);
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  it(`at ${KILLS} moments leaves the old state or the new one, and nothing else`, async () => {
    const outcomes = { old: 0, new: 0 };
    for (let kill = 0; kill < KILLS; kill++) {
      const after = (whole * (kill + Math.random())) / (KILLS - 2);
      await loadInChild(dir, file, after);
      await within(async (test) => {
        const { loads, buildNo } = await test.inventory();
        const isNew = loads.length === 2;
        outcomes[isNew ? "new" : "old"] += 1;
        const people = isNew ? OLD_PEOPLE + NEW_PEOPLE : OLD_PEOPLE;
        expect(await test.visible("person", "count() AS n")).toEqual([{ n: String(people) }]);
        expect(await test.visible("stage_entry", "count() AS n")).toEqual([{ n: String(people) }]);
        expect(
          await test.engine.query(
            `SELECT count() AS n FROM funnel_entry WHERE stage = 'lead' AND build_no = ${buildNo}`,
          ),
        ).toEqual([{ n: String(people) }]);
        for (const table of ["raw_row", "load", "personal_data", ...FACT_IDS]) {
          const known = "SELECT load_no FROM ledger WHERE event = 'commit'";
          expect(
            await test.engine.query(`SELECT count() AS n FROM ${table} WHERE load_no NOT IN (${known})`),
            `${table} after a kill at ${after} ms`,
          ).toEqual([{ n: "0" }]);
        }
        for (const table of DERIVED_IDS)
          expect(await test.engine.query(`SELECT count() AS n FROM ${table} WHERE build_no > ${buildNo}`)).toEqual([
            { n: "0" },
          ]);
        const last = loads.find(({ file: name }) => name === "new.csv");
        if (last) await revertLoad(test.site, last.loadId);
      });
    }
    expect(outcomes.old).toBeGreaterThan(0);
    expect(outcomes.old + outcomes.new).toBe(KILLS);
  }, 400_000);
});
