import { expect, test } from "vitest";
import { groupRows, mendedRows, stillWrong } from "./mends.ts";

const row = (line: number, cells: string[], load_id = "ads-1") => ({
  load_id,
  connection: "ads",
  file: "ads.csv",
  line,
  column: "Day",
  reason: "no date",
  cells,
});
const tables = [
  { load_id: "ads-1", header: ["Day", "Clicks"], first_line: 2, last_line: 10 },
  { load_id: "ads-1", header: ["Topic"], first_line: 12, last_line: 4_000_000_000 },
];

test("rows stand with the columns of their own table", () => {
  const groups = groupRows([row(3, ["x", "1"]), row(4, ["y", "2"]), row(13, ["z"]), row(3, ["a"], "other-2")], tables);
  expect(groups.map(({ load, header, rows }) => [load, header, rows.length])).toEqual([
    ["ads-1", ["Day", "Clicks"], 2],
    ["ads-1", ["Topic"], 1],
    ["other-2", [""], 1],
  ]);
});

test("only rows that differ from what was there count as mended, with all their cells", () => {
  const [group] = groupRows([row(3, ["x", "1"]), row(4, ["y", "2"])], tables);
  if (!group) throw new Error("no group");
  expect(mendedRows(group, { 3: { 0: "2026-09-01" }, 4: { 0: "y" } })).toEqual([
    { line: 3, cells: ["2026-09-01", "1"] },
  ]);
  expect(mendedRows(group, {})).toEqual([]);
});

test("what is still wrong is told by the line of the original file", () => {
  const seen = {
    header: ["Day", "leadline_load", "leadline_line"],
    rejects: [{ line: 2, verdict: "quarantined", column: "Day", reason: "no date", cells: ["x", "ads-1", "47"] }],
  };
  expect(stillWrong([seen as never])).toEqual(new Map([[47, { column: "Day", reason: "no date" }]]));
});
