import { expect, test } from "vitest";
import { type Entry, findEntries } from "./find-entries.ts";

const entry = (group: Entry["group"], label: string, words = ""): Entry => ({ id: label, group, label, words });
const all = [
  entry("pages", "Funnel", "漏斗"),
  entry("boards", "CMO board"),
  entry("kpis", "Cost per lead", "cpl 每线索成本"),
  entry("kpis", "Leads", "leads 线索"),
  entry("kpis", "Lead to SQL rate", "lead_to_sql_rate"),
  entry("channels", "Paid Search", "付费搜索"),
  entry("actions", "Dark colours", "theme"),
];
const found = (search: string) => findEntries(all, search).map(({ label }) => label);

test("without a word the palette offers pages, boards and actions", () => {
  expect(found("")).toEqual(["Funnel", "CMO board", "Dark colours"]);
});

test("what begins with the word stands before what only holds it", () => {
  expect(found("lead")).toEqual(["Leads", "Lead to SQL rate", "Cost per lead"]);
});

test("what begins with all that was typed stands before what holds its words", () => {
  const costs = [
    entry("kpis", "Cost per demo (full)"),
    entry("kpis", "Cost per MQL (full)"),
    entry("kpis", "Cost per lead"),
  ];
  expect(findEntries(costs, "cost per l").map(({ label }) => label)[0]).toBe("Cost per lead");
});

test("an id and the name in the other language find it, too", () => {
  expect(found("cpl")).toEqual(["Cost per lead"]);
  expect(found("付费")).toEqual(["Paid Search"]);
});

test("every word must be there", () => {
  expect(found("lead sql")).toEqual(["Lead to SQL rate"]);
  expect(found("lead nothing")).toEqual([]);
});

test("signs of a pattern are only signs", () => {
  expect(found("(")).toEqual([]);
});

test("the group that fits best comes first", () => {
  expect(found("paid")).toEqual(["Paid Search"]);
  expect(findEntries([entry("kpis", "Non-dark"), entry("actions", "Dark")], "dark").map((one) => one.group)).toEqual([
    "actions",
    "kpis",
  ]);
});

test("a group shows eight at most", () => {
  const many = Array.from({ length: 20 }, (_, i) => entry("kpis", `Lead ${i}`));
  expect(findEntries(many, "lead")).toHaveLength(8);
});
