import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { scanRecords } from "./scan-records.ts";
import { splitCells } from "./split-cells.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "leadline-scan-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function scan(text: string, delimiter = ",", maxRecordBytes?: number) {
  const path = join(folder, "file.csv");
  writeFileSync(path, text);
  const records: { line: number; lines: number; cells: string[]; count: number; filled: number; odd: boolean }[] = [];
  await scanRecords(
    path,
    {
      delimiter,
      ...(maxRecordBytes === undefined ? {} : { maxRecordBytes }),
      onUnclosedQuote: (line) => new Error(`unclosed ${line}`),
      onTooLong: (line) => new Error(`long ${line}`),
    },
    ({ buffer, start, end, line, lines, cells, filled, odd }) => {
      records.push({
        line,
        lines,
        cells: splitCells(buffer.toString("utf8", start, end), delimiter),
        count: cells,
        filled,
        odd,
      });
      return undefined;
    },
  );
  return records;
}

describe("records of a delimited file", () => {
  test("end at line feeds outside quotes, and lines are counted through quoted ones", async () => {
    const records = await scan('a,b\r\n"x\ny","say ""hi"""\r\n\r\nlast,"1,5"');
    expect(records.map(({ cells }) => cells)).toEqual([["a", "b"], ["x\ny", 'say "hi"'], [""], ["last", "1,5"]]);
    expect(records.map(({ line, lines }) => [line, lines])).toEqual([
      [1, 1],
      [2, 2],
      [4, 1],
      [5, 1],
    ]);
  });

  test("a byte order mark is no part of the first cell", async () => {
    expect((await scan("\uFEFFa,b\n"))[0]?.cells).toEqual(["a", "b"]);
  });

  test("a quote inside a cell opens nothing", async () => {
    expect((await scan('5" pipe,2\nb,3\n')).map(({ cells }) => cells)).toEqual([
      ['5" pipe', "2"],
      ["b", "3"],
    ]);
  });

  test("text after a closing quote is told as odd and stays in the cell", async () => {
    const [record] = await scan('"a"b,c\n');
    expect(record).toMatchObject({ odd: true, cells: ["ab", "c"] });
  });

  test("a carriage return in the middle of a line is told as odd", async () => {
    expect((await scan("a\rb,c\n"))[0]?.odd).toBe(true);
    expect((await scan("a,b\r\n"))[0]?.odd).toBe(false);
  });

  test("rows of delimiters and empty quotes alone are blank", async () => {
    expect((await scan(',,""\n x,,\n')).map(({ filled }) => filled)).toEqual([0, 1]);
  });

  test("a quote that never closes names the line where it opened", async () => {
    await expect(scan('a,b\n1,2\n3,"open\nx\n')).rejects.toThrow("unclosed 3");
    await expect(scan(`a,b\n"${"x".repeat(5000)}`, ",", 1024)).rejects.toThrow("unclosed 2");
  });

  test("a line without end is refused instead of filling the memory", async () => {
    await expect(scan(`a,b\n${"x".repeat(9000)}`, ",", 1024)).rejects.toThrow("long 2");
  });

  test("records larger than a chunk come out whole", async () => {
    const text = `a,b\n${"y".repeat(3000)},z\n1,2\n`;
    const records = await scan(text, ",", 2048 * 4);
    expect(records.map(({ cells }) => cells[0]?.length)).toEqual([1, 3000, 1]);
  });
});
