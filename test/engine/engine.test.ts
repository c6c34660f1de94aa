import { beforeAll, describe, expect, test } from "vitest";
import type { Engine } from "../../src/engine/engine.ts";
import { describeEveryEngine } from "../support/engines.ts";
import { LONG_STATEMENT as LONG, runningLong as running } from "../support/long-statement.ts";

describeEveryEngine("an engine", (open) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await open();
  });

  test("knows its version", () => {
    expect(engine.version).toMatch(/^\d+\.\d+\./);
  });

  describe("values", () => {
    test("decimals and 64-bit numbers come back exact, as text", async () => {
      const [row] = await engine.query(`SELECT toDecimal64('12345678901234.5678', 4) AS money,
        toInt64(9007199254740993) AS big, toUInt32(7) AS small, CAST(NULL AS Nullable(Decimal(18, 4))) AS none`);
      expect(row).toEqual({ money: "12345678901234.5678", big: "9007199254740993", small: 7, none: null });
    });

    test("sums of decimals are exact beyond a float's precision", async () => {
      const [row] = await engine.query("SELECT sum(toDecimal64('0.1', 4)) AS tenths FROM numbers(1000001)");
      expect(row).toEqual({ tenths: "100000.1" });
    });

    test("a day stays the same day whatever zone the machine is in", async () => {
      const [row] = await engine.query("SELECT toDate(toDateTime('2026-03-31 23:30:00')) AS day, timezone() AS zone");
      expect(row).toMatchObject({ day: "2026-03-31" });
    });

    test("a division by zero is null", async () => {
      expect(await engine.query("SELECT 1 / 0 AS r")).toEqual([{ r: null }]);
    });
  });

  describe("parameters", () => {
    const nasty = "a'b\\c\\td\td\ne\"{x:String}; SELECT 1 -- é中`\r\\N'";

    test.each([
      ["String", nasty],
      ["String", ""],
      ["String", "\\N"],
      ["Nullable(String)", null],
      ["Array(String)", [nasty, "", "\\N", "x"]],
      ["Array(String)", []],
      ["Map(String, String)", { [nasty]: nasty }],
      ["Array(Nullable(String))", ["a", null]],
      ["Array(Bool)", [true, false]],
      ["Bool", true],
      ["Date", "2026-02-28"],
      ["Array(Date)", ["2026-02-28"]],
      ["UInt32", 7],
      ["Decimal(18, 4)", "12345678901234.5678"],
    ])("a %s arrives as it is: %j", async (type, value) => {
      expect(await engine.query(`SELECT {p:${type}} AS p`, { p: value })).toEqual([{ p: value }]);
    });

    test("a value that no one gave is an error, also after a statement that had one of the same name", async () => {
      await engine.query("SELECT {once:String}", { once: "x" });
      for (let n = 0; n < 4; n++) {
        await expect(engine.query("SELECT {once:String}")).rejects.toMatchObject({ code: "engine.query" });
      }
    });

    test("a text of three megabytes is no problem", async () => {
      const p = "x".repeat(3_000_000);
      expect(await engine.query("SELECT length({p:String}) AS n", { p })).toEqual([{ n: "3000000" }]);
    });
  });

  describe("limits", () => {
    test("a statement that takes too long is ended by its time limit", async () => {
      const started = Date.now();
      await expect(engine.query(LONG, {}, { timeoutSeconds: 1 })).rejects.toMatchObject({ code: "engine.timeout" });
      expect(Date.now() - started).toBeLessThan(4000);
    });

    test("a statement that takes too much memory is ended by its memory limit", async () => {
      const hungry = engine.query(
        "SELECT length(groupArray(number)) FROM numbers(1000000000)",
        {},
        {
          maxMemoryBytes: 100_000_000,
        },
      );
      await expect(hungry).rejects.toMatchObject({ code: "engine.memory" });
    });

    test("a cancelled statement is heard of at once and stops running", async () => {
      const controller = new AbortController();
      setTimeout(() => controller.abort(), 300);
      const started = Date.now();
      await expect(engine.query(LONG, {}, { signal: controller.signal })).rejects.toMatchObject({
        code: "engine.cancelled",
      });
      expect(Date.now() - started).toBeLessThan(1000);
      await expect.poll(() => running(engine), { timeout: 5000 }).toBe(0);
    });

    test("a statement whose caller has already left does not run", async () => {
      await expect(engine.query("SELECT 1", {}, { signal: AbortSignal.abort() })).rejects.toMatchObject({
        code: "engine.cancelled",
      });
    });

    test("a short statement does not wait behind a long one, with parameters or without", async () => {
      const controller = new AbortController();
      const long = engine.query(`${LONG} AND {x:UInt8} = 1`, { x: 1 }, { signal: controller.signal });
      await expect.poll(() => running(engine)).toBe(1);
      const started = Date.now();
      await engine.query("SELECT 1");
      await engine.query("SELECT {x:UInt8}", { x: 2 });
      expect(Date.now() - started).toBeLessThan(1000);
      controller.abort();
      await expect(long).rejects.toMatchObject({ code: "engine.cancelled" });
    });

    test("a setting given for one statement does not stay for the next", async () => {
      const zone = "SELECT getSetting('session_timezone') AS zone, getSetting('max_block_size') AS block";
      const [before] = await engine.query(zone);
      await engine.query(zone, {}, { settings: { session_timezone: "Asia/Shanghai", max_block_size: 77 } });
      for (let n = 0; n < 4; n++) expect(await engine.query(zone)).toEqual([before]);
    });
  });

  describe("errors", () => {
    test("a refused statement tells the engine's reason", async () => {
      await expect(engine.query("SELECT nope FROM system.one")).rejects.toMatchObject({
        name: "LeadlineError",
        code: "engine.query",
        message: expect.stringContaining("nope"),
        remedy: expect.stringMatching(/./),
      });
    });

    test("explaining a statement binds it without running it", async () => {
      await engine.explain("SELECT throwIf(number = 0) FROM numbers(10)");
      await expect(engine.explain("SELECT nope FROM system.one")).rejects.toMatchObject({ code: "engine.query" });
      await expect(engine.explain("SELECT {a:String} + 1", { a: "x" })).rejects.toMatchObject({ code: "engine.query" });
    });
  });

  describe("rows", () => {
    test("inserted rows come back, left-out columns get their empty value", async () => {
      await engine.command(`CREATE TABLE kinds (id UInt32, text String, money Nullable(Decimal(18, 4)),
        day Nullable(Date), at Nullable(DateTime64(3, 'UTC')), list Array(String), map Map(String, String)
        ) ENGINE = MergeTree ORDER BY id`);
      const full = {
        id: 1,
        text: "a'b\\c\td\ne\"; {x} é中",
        money: "12345678901234.5678",
        day: "2026-02-28",
        list: ["x'", ""],
        map: { "k'": "v" },
      };
      await engine.insert("kinds", [
        { ...full, at: "2026-02-28T01:02:03.004Z" },
        { id: 2, money: null, text: undefined },
      ]);
      expect(await engine.query("SELECT * FROM kinds ORDER BY id")).toEqual([
        { ...full, at: "2026-02-28 01:02:03.004" },
        { id: 2, text: "", money: null, day: null, at: null, list: [], map: {} },
      ]);
    });

    test("a column that the table does not have is an error", async () => {
      await expect(engine.insert("kinds", [{ id: 3, txet: "a" }])).rejects.toMatchObject({ code: "engine.query" });
    });

    test("no rows are no statement", async () => {
      await engine.insert("kinds", []);
    });

    test("fifty thousand rows arrive, each once", async () => {
      await engine.command("CREATE TABLE many (n UInt32, t String) ENGINE = MergeTree ORDER BY n");
      await engine.insert(
        "many",
        Array.from({ length: 50_001 }, (_, n) => ({ n, t: `; 'row' ${n}` })),
      );
      expect(await engine.query("SELECT count() AS rows, uniqExact(n) AS distinct, sum(n) AS sum FROM many")).toEqual([
        { rows: "50001", distinct: "50001", sum: "1250025000" },
      ]);
      const all = await engine.query<{ n: number }>("SELECT n, t FROM many ORDER BY n");
      expect(all).toHaveLength(50_001);
      expect(all.at(-1)).toEqual({ n: 50_000, t: "; 'row' 50000" });
    });
  });

  describe("a union that runs as several statements", () => {
    const padded = (sql: string): string => `${sql} /*${" ".repeat(3_000)}*/`;
    const counted = (n: number): string =>
      padded(`SELECT toUInt32(${n}) AS n, toUInt32(count()) AS rows FROM numbers(1000)`);
    const numbers = [1, 2, 3, 4, 5, 6];

    test("gives the rows of all its SELECTs, fifty at once too", async () => {
      const expected = numbers.map((n) => ({ n, rows: 1000 }));
      const answers = await Promise.all(
        Array.from({ length: 50 }, () => engine.union<{ n: number }>(numbers.map(counted))),
      );
      for (const rows of answers) expect(rows.toSorted((a, b) => a.n - b.n)).toEqual(expected);
    });

    test.each<[string, string, (selects: readonly string[]) => Promise<unknown>]>([
      [
        "its asker leaves",
        "engine.cancelled",
        (selects) => engine.union(selects, {}, { signal: AbortSignal.timeout(150) }),
      ],
      ["its time is up", "engine.timeout", (selects) => engine.union(selects, {}, { timeoutSeconds: 1 })],
      [
        "one of them fails",
        "engine.query",
        (selects) => engine.union([...selects, padded("SELECT throwIf(sleep(0.2) = 0) AS n")]),
      ],
    ])("leaves nothing running and no line taken when %s", async (_, code, ask) => {
      await expect(ask([padded(LONG), padded(LONG)])).rejects.toMatchObject({ code });
      await expect.poll(() => running(engine), { timeout: 5000 }).toBe(0);
      const lines = await Promise.all(numbers.slice(0, 3).map((n) => engine.query(counted(n))));
      expect(lines).toHaveLength(3);
    });
  });

  test("a closed engine says so, and may be closed twice", async () => {
    const other = await open();
    await other.close();
    await other.close();
    await expect(other.query("SELECT 1")).rejects.toMatchObject({ code: "engine.closed" });
    expect(await engine.query("SELECT 1 AS n")).toEqual([{ n: 1 }]);
  });

  test("closing ends what still runs", async () => {
    const other = await open();
    const long = Promise.allSettled([
      other.query(LONG),
      other.union([`${LONG} /*${" ".repeat(3_000)}*/`, `${LONG} /*${" ".repeat(3_000)}*/`]),
    ]);
    await expect.poll(() => running(engine)).toBeGreaterThan(1);
    await other.close();
    const cancelled = { status: "rejected", reason: expect.objectContaining({ code: "engine.cancelled" }) };
    expect(await long).toEqual([cancelled, cancelled]);
    await expect.poll(() => running(engine), { timeout: 5000 }).toBe(0);
  });
});
