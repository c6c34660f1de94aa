import { expect, test } from "vitest";
import { guessHeader } from "./sample-file.ts";

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
  ["a row with an untitled column", 0, ["Day,,Clicks", "2026-09-01,x,3", "2026-09-02,y,4"]],
  ["not a row with numbers", 1, ["2026,Q3,7", "Day,Campaign,Clicks", "2026-09-01,a,3"]],
  ["not a row that says the same twice", 1, ["Totals,Totals,Totals", "Day,Campaign,Clicks", "2026-09-01,a,3"]],
  ["the first row where none looks like one", 0, ["1,2", "3,4"]],
  ["the title of a single column", 0, ["E-mail", "ann@acme.example", "bob@acme.example"]],
  ["nothing in an empty file", null, []],
])("the header is %s", (_case, expected, lines) => {
  expect(guessHeader(records(...lines))).toBe(expected);
});
