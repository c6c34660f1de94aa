import { join } from "node:path";
import { expect, test } from "vitest";
import { loadPresets } from "../presets/load-presets.ts";
import { guessHeader, sampleFile } from "./sample-file.ts";
import { testFolder } from "./test-folder.ts";

const ROOT = join(import.meta.dirname, "../../..");
const { workDir } = testFolder();

const records = (...lines: string[]) =>
  lines.map((line) => {
    const cells = line.split(",");
    return { cells, filled: cells.filter((cell) => cell !== "").length };
  });

test.each<[string, number | null, string[]]>([
  ["the first row of a plain table", 0, ["Day,Clicks", "2026-09-01,3"]],
  [
    "the row below a preamble",
    3,
    ["Report,2026-10-01", "Account,Acme", "", "Day,Campaign,Clicks", "2026-09-01,a,3", "2026-09-02,b,4"],
  ],
  [
    "the row below a preamble that has more lines than the table",
    6,
    [
      "Made at 10:15",
      "Filters:",
      "1. September",
      "2. By day",
      "3. Phones",
      "",
      "Day,Campaign,Clicks",
      "2026-09-01,a,3",
    ],
  ],
  [
    "the row below a preamble of titles and values",
    5,
    ["A,1", "B,x", "C,y", "D,z", "", "Day,Plan,Clicks,Cost,Rate", "2026-09-01,a,3,4,5", "2026-09-02,b,4,5,6"],
  ],
  ["a row with an untitled column", 0, ["Day,,Clicks", "2026-09-01,x,3", "2026-09-02,y,4"]],
  ["not a row with numbers", 1, ["2026,Q3,7", "Day,Campaign,Clicks", "2026-09-01,a,3"]],
  ["not a row that says the same twice", 1, ["Totals,Totals,Totals", "Day,Campaign,Clicks", "2026-09-01,a,3"]],
  ["the first row where none looks like one", 0, ["1,2", "3,4"]],
  ["the title of a single column", 0, ["E-mail", "ann@acme.example", "bob@acme.example"]],
  ["nothing in an empty file", null, []],
])("the header is %s", (_case, expected, lines) => {
  expect(guessHeader(records(...lines))).toBe(expected);
});

test("the header is the one that a preset knows, also where another table stands above it", async () => {
  const path = join(ROOT, "presets/zoom/sample/attendee_report.csv");
  const { presets } = loadPresets(ROOT);
  const { headerLine, header } = await sampleFile(path, presets, { workDir });
  expect([headerLine, header.slice(0, 2)]).toEqual([6, ["Attended", "User Name (Original Name)"]]);
  expect((await sampleFile(path, [], { workDir })).headerLine).not.toBe(6);
});
