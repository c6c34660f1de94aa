import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Engine, FileSource } from "../../src/engine/engine.ts";
import { describeEveryEngine } from "../support/engines.ts";

type Record = readonly (string | null)[];

describeEveryEngine("a file", (open) => {
  let engine: Engine;
  let directory: string;
  let files = 0;

  beforeAll(async () => {
    engine = await open();
    directory = await mkdtemp(join(tmpdir(), "leadline-files-"));
  });
  afterAll(() => rm(directory, { recursive: true, force: true }));

  const write = async (content: string | Buffer): Promise<string> => {
    const path = join(directory, `it's file ${files++}.csv`);
    await writeFile(path, content);
    return path;
  };

  /** What arrives of a file: line, three cells, extra. */
  const read = async (content: string | Buffer, source: Partial<FileSource> = {}): Promise<readonly Record[]> => {
    const file: FileSource = { path: await write(content), format: "CSV", columns: 3, ...source };
    await engine.command(`CREATE OR REPLACE TABLE arrived (line UInt64, c0 Nullable(String), c1 Nullable(String),
      c2 Nullable(String), extra Nullable(String)) ENGINE = MergeTree ORDER BY line`);
    await engine.insertFromFile(file, (from) => `INSERT INTO arrived SELECT line, c0, c1, c2, extra FROM ${from}`);
    const rows = await engine.query<{ r: Record }>(
      "SELECT [toString(line), c0, c1, c2, extra] AS r FROM arrived ORDER BY line",
    );
    return rows.map(({ r }) => r);
  };

  describe("of comma-separated values", () => {
    test("an empty cell is empty text, a missing one is null, one too many is extra", async () => {
      expect(await read("a,b,c\n1,,3\nshort\nlong,2,3,4,5\na,b,\na,b,c,\n,\n")).toEqual([
        ["1", "a", "b", "c", null],
        ["2", "1", "", "3", null],
        ["3", "short", null, null, null],
        ["4", "long", "2", "3", "4"],
        ["5", "a", "b", "", null],
        ["6", "a", "b", "c", ""],
        ["7", "", "", null, null],
      ]);
    });

    test("an empty line is a record without cells, so that the lines after it keep their number", async () => {
      expect(await read("a,b,c\n\nd,e,f\n\n")).toEqual([
        ["1", "a", "b", "c", null],
        ["2", null, null, null, null],
        ["3", "d", "e", "f", null],
        ["4", null, null, null, null],
      ]);
    });

    test("quoted cells hold separators, doubled quotes and line ends", async () => {
      expect(await read('"a,1","b""x""","c\nd\r\ne"\n"",,"x"\n')).toEqual([
        ["1", "a,1", 'b"x"', "c\nd\r\ne", null],
        ["2", "", "", "x", null],
      ]);
    });

    test("quotes within a cell, single quotes and backslashes are text", async () => {
      expect(await read("5\" pipe,'x','y\na\\,b\\n,\\\"c\n")).toEqual([
        ["1", '5" pipe', "'x'", "'y", null],
        ["2", "a\\", "b\\n", '\\"c', null],
      ]);
    });

    test("blanks and tabs around cells stay", async () => {
      expect(await read("  a , b\t,\tc \n \n")).toEqual([
        ["1", "  a ", " b\t", "\tc ", null],
        ["2", " ", null, null, null],
      ]);
    });

    test("words and signs that other tools take for nulls, numbers or headers are text", async () => {
      expect(await read("id,name,value\n\\N,NULL,nan\n007,1e5,2026-01-01\n")).toEqual([
        ["1", "id", "name", "value", null],
        ["2", "\\N", "NULL", "nan", null],
        ["3", "007", "1e5", "2026-01-01", null],
      ]);
    });

    test("both line ends are understood, the last one may be missing", async () => {
      expect(await read("a,b,c\r\nd,e\r\nf,g,h")).toEqual([
        ["1", "a", "b", "c", null],
        ["2", "d", "e", null, null],
        ["3", "f", "g", "h", null],
      ]);
    });

    test.each([
      [";", 'a;b,b;"c;c"\n'],
      ["\t", 'a\tb,b\t"c\tc"\n'],
      ["|", 'a|b,b|"c|c"\n'],
    ])("cells may be separated by %j", async (delimiter, content) => {
      expect(await read(content, { delimiter })).toEqual([["1", "a", "b,b", `c${delimiter}c`, null]]);
    });

    test("tab-separated values are quoted in the same way", async () => {
      expect(await read('a\t" b"\t\n\t\tx\n', { format: "TSV" })).toEqual([
        ["1", "a", " b", "", null],
        ["2", "", "", "x", null],
      ]);
    });

    test("records at the top are left out and not counted", async () => {
      expect(await read('Report "x"\nname,"a\nb"\n1,2,3\n', { skipLines: 2 })).toEqual([["1", "1", "2", "3", null]]);
    });

    test("an empty file has no rows, nor one with fewer records than are left out", async () => {
      expect(await read("")).toEqual([]);
      expect(await read("a,b\n", { skipLines: 2 })).toEqual([]);
    });

    test("Chinese text and bytes that are no UTF-8 arrive", async () => {
      expect(await read("渠道,花费,币种\n")).toEqual([["1", "渠道", "花费", "币种", null]]);
      expect(await read(Buffer.from([0x61, 0xff, 0x2c, 0x62, 0x0a]))).toEqual([
        ["1", expect.stringMatching(/^a/), "b", null, null],
      ]);
    });

    test("a quote that is never closed takes the rest of the file into its cell", async () => {
      expect(await read('a,b,c\nx,"y,z\n1,2,3\n')).toEqual([
        ["1", "a", "b", "c", null],
        ["2", "x", "y,z\n1,2,3\n", null, null],
      ]);
    });

    test("text after a closing quote is an error that names the record, and nothing arrives", async () => {
      await expect(read('a,b,c\n"abc"def,b,c\nx,y,z\n')).rejects.toMatchObject({
        code: "engine.file",
        place: { file: expect.stringMatching(/\.csv$/), line: 2 },
      });
      expect(await engine.query("SELECT count() AS n FROM arrived")).toEqual([{ n: "0" }]);
    });

    test("a file that is not there is an error that names it", async () => {
      const path = join(directory, "nowhere.csv");
      await expect(read("", { path })).rejects.toMatchObject({ code: "engine.file", place: { file: path } });
    });
  });

  test("separators of several characters separate unquoted text", async () => {
    expect(
      await read('h||h\na||"b||c\r\na||b||c||d||e\n', { format: "CustomSeparated", delimiter: "||", skipLines: 1 }),
    ).toEqual([
      ["1", "a", '"b', "c", null],
      ["2", "a", "b", "c", "d"],
    ]);
  });

  test("values of JSON lines arrive as text, missing ones as null", async () => {
    const content = '{"a b":1.50,"c":"x","d":[1,"y"]}\n{"d":{"e":true},"other":1}\n{"a b":false,"c":null}\n';
    expect(await read(content, { format: "JSONEachRow", names: ["a b", "c", "d"] })).toEqual([
      ["1", "1.50", "x", '[1,"y"]', null],
      ["2", null, null, '{"e":true}', null],
      ["3", "false", null, null, null],
    ]);
  });

  test("values of a Parquet file arrive as text, in its order", async () => {
    const path = join(directory, "some.parquet");
    const duck = await (await DuckDBInstance.create()).connect();
    await duck.run(`COPY (SELECT i AS "n o", DATE '2026-01-31' AS day, (i / 4)::DECIMAL(18, 4) AS money
      FROM range(300000) r(i)) TO '${path}' (FORMAT parquet, ROW_GROUP_SIZE 20000)`);
    duck.closeSync();
    const rows = await read("", { format: "Parquet", path, names: ["n o", "day", "money"] });
    expect(rows).toHaveLength(300_000);
    expect(rows[1]).toEqual(["2", "1", "2026-01-31", "0.25", null]);
    expect(rows.findIndex(([line, n]) => Number(line) !== Number(n) + 1)).toBe(-1);
  });

  test("lines are right in a file that is parsed in parallel", async () => {
    const lines = Array.from({ length: 400_000 }, (_, n) => `${n + 1},"two\nlines ${n}","${"x".repeat(n % 40)}"\n`);
    const path = await write(lines.join(""));
    await engine.command(
      `CREATE OR REPLACE TABLE numbered (line UInt64, c0 Nullable(String)) ENGINE = MergeTree ORDER BY line`,
    );
    await engine.insertFromFile(
      { path, format: "CSV", columns: 3 },
      (from) => `INSERT INTO numbered SELECT line, c0 FROM ${from}`,
    );
    const [row] = await engine.query("SELECT count() AS n, countIf(toString(line) != c0) AS wrong FROM numbered");
    expect(row).toEqual({ n: "400000", wrong: "0" });
  });

  test("a load that is cancelled leaves no table of its own behind", async () => {
    const path = await write("1,2,3\n".repeat(3_000_000));
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 150);
    const loading = engine.insertFromFile(
      { path, format: "CSV", columns: 3 },
      (from) => `INSERT INTO numbered SELECT line, c0 FROM ${from}`,
      { signal: controller.signal },
    );
    await expect(loading).rejects.toMatchObject({ code: "engine.cancelled" });
    const staging = "SELECT name FROM system.tables WHERE database = currentDatabase() AND name LIKE 'staging%'";
    await expect.poll(() => engine.query(staging)).toEqual([]);
  });
});
