import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { plainRecord } from "./plain-record.ts";
import { scanRecords } from "./scan-records.ts";

const HEADER = "Day,Cost (USD),Note";

function passes(text: string, delimiter = ",", header = HEADER): boolean {
  const pattern = plainRecord(delimiter, header.split(delimiter).length, header) ?? /(?!)/y;
  pattern.lastIndex = 0;
  return pattern.test(text) && pattern.lastIndex === text.length;
}

describe("a record that a scan may pass over", () => {
  it("is as wide as the header and says something in its first two cells", () => {
    for (const plain of ["a,b,c\n", "a,b,\n", 'a,"1,000",c\r\n', '"a","b","say ""x"""\n', "ä,汉,\n"])
      expect([plain, passes(plain)]).toEqual([plain, true]);
    expect(passes("a|b|c\n", "|", "Day|Cost|Note")).toBe(true);
  });

  it("is none that the layout of a file may depend on", () => {
    const others = ["a,b\n", "a,b,c,\n", ",b,c\n", "a,,c\n", "a, ,c\n", '"",b,c\n', "\n", "a,b,c", "a,b\rc,d\n"];
    const odd = ['a,b"x",c\n', 'a,"b" x,c\n', 'a, "b",c\n', 'a,b,"c\nd"\n', `${HEADER}\n`, `${HEADER}\r\n`];
    for (const other of [...others, ...odd]) expect([other, passes(other)]).toEqual([other, false]);
  });
});

describe("a scan that passes over plain records", () => {
  const folder = mkdtempSync(join(tmpdir(), "leadline-skim-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("tells of all others with the same numbers and lines", async () => {
    const strange = ['x,"two\nlines",\n', "\n", "one\n", `${HEADER}\n`, 'a,b"c,d\n', "a,b,c,d\n"];
    const rows = Array.from({ length: 120_000 }, (_, index) =>
      index % 997 === 3
        ? (strange[index % strange.length] ?? "")
        : `2026-01-01,"${index},000.50",${"é".repeat(index % 30)}\n`,
    );
    const path = join(folder, "file.csv");
    writeFileSync(path, [`${HEADER}\n`, ...rows, "2026-01-02,last,"].join(""));
    const scan = async (isSkimmed: boolean) => {
      const found: string[] = [];
      let all = 0;
      const pattern = plainRecord(",", 3, HEADER) ?? /(?!)/y;
      await scanRecords(
        path,
        {
          delimiter: ",",
          ...(isSkimmed && { skim: { pattern, until: () => Number.POSITIVE_INFINITY } }),
          onUnclosedQuote: () => new Error("unclosed"),
          onTooLong: () => new Error("long"),
        },
        ({ buffer, start, end, number, line, cells, filled, lines, odd, offset }) => {
          all = number;
          const text = buffer.toString("utf8", start, end);
          if (!passes(`${text}\n`)) found.push(JSON.stringify([number, line, lines, cells, filled, odd, offset, text]));
          return true;
        },
      );
      return { found, all };
    };
    expect(await scan(true)).toEqual(await scan(false));
  });
});
