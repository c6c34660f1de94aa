import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "../../src/engine/engine.ts";
import { loadFile } from "../../src/ingest/load/load-file.ts";
import { mergesRun } from "./fixtures/merges-run.ts";
import { openSite, type TestSite } from "./fixtures/open-site.ts";

const TABLES = ["raw_row", "ad_daily"] as const;
const csv = (cost: string): string =>
  [
    "Day,Campaign,Cost,Clicks",
    ...Array.from({ length: 5000 }, (_, index) => `2026-01-01,Campaign ${index % 50},${cost},1`),
    "someday,Brand,1,1",
  ].join("\n");

describe("merges, which stand still while a file goes straight into its fact", () => {
  let test: TestSite;
  beforeAll(async () => {
    test = await openSite();
    await test.load("first.csv", csv("1"), { manyRows: 1000 });
  });
  afterAll(() => test.close());

  const running = async (): Promise<boolean[]> => {
    const found: boolean[] = [];
    for (const table of TABLES) found.push(await mergesRun(test.engine, table));
    return found;
  };
  /** A load through an engine that does something else in the place of a statement. */
  const loadWith = (cost: string, before: (sql: string) => Promise<void>): Promise<unknown> => {
    const { engine } = test;
    const other: Engine = {
      ...engine,
      command: async (sql, parameters, options) => {
        await before(sql);
        await engine.command(sql, parameters, options);
      },
    };
    return loadFile({ ...test.site, engine: other }, test.write(`of ${cost}.csv`, csv(cost)), { manyRows: 1000 });
  };
  const cost = async () => (await test.visible<{ cost: string }>("ad_daily", "sum(cost) AS cost"))[0]?.cost;

  it("can be seen to stand still", async () => {
    expect(await running()).toEqual([true, true]);
    await test.engine.command("SYSTEM STOP MERGES ad_daily");
    expect(await running()).toEqual([true, false]);
    await test.engine.command("SYSTEM START MERGES ad_daily");
    expect(await running()).toEqual([true, true]);
  });

  it("stand still during the load, and run after it", async () => {
    const during: boolean[][] = [];
    await loadWith("2", async (sql) => {
      if (/^INSERT INTO (raw_row|ad_daily)/.test(sql)) during.push(await running());
    });
    expect(during.length).toBeGreaterThan(1);
    expect(during.flat()).not.toContain(true);
    expect(await running()).toEqual([true, true]);
    expect(await cost()).toBe("10000");
  });

  it.each([
    ["the first of them cannot be stopped", /^SYSTEM STOP MERGES raw_row/],
    ["the second of them cannot be stopped", /^SYSTEM STOP MERGES ad_daily/],
    ["the rows cannot be mapped", /^INSERT INTO ad_daily/],
    ["the rows' text cannot be stored", /^INSERT INTO raw_row[\s\S]*'data', ''/],
    ["what is left cannot be written aside", /^INSERT INTO FUNCTION file/],
  ])("run again when %s, and nothing of the load stays", async (_, statement) => {
    let failed = 0;
    const failure = loadWith("3", async (sql) => {
      if (!statement.test(sql)) return;
      failed += 1;
      throw new Error("the disk is full");
    });
    await expect(failure).rejects.toThrow("the disk is full");
    expect(failed).toBe(1);
    expect(await running()).toEqual([true, true]);
    expect(await cost()).toBe("10000");
    expect(await test.engine.query("SELECT count() AS n FROM raw_row WHERE load_no > 2")).toEqual([{ n: "0" }]);
  });

  it("run again when a statement is killed from outside", async () => {
    const { engine } = test;
    const slow = "SELECT sleepEachRow(1) FROM numbers(30) SETTINGS max_block_size = 1";
    const failure = loadWith("4", async (sql) => {
      if (!sql.startsWith("INSERT INTO ad_daily")) return;
      const killed = engine.query(slow);
      killed.catch(() => undefined);
      const sleeping = "query LIKE 'SELECT sleepEachRow%'";
      for (let tries = 0; tries < 500; tries++)
        if ((await engine.query(`SELECT 1 FROM system.processes WHERE ${sleeping}`)).length > 0) break;

      await engine.command(`KILL QUERY WHERE ${sleeping} SYNC`);
      await killed;
    });
    await expect(failure).rejects.toMatchObject({ name: "LeadlineError" });
    expect(await running()).toEqual([true, true]);
    expect(await cost()).toBe("10000");
  });
});
