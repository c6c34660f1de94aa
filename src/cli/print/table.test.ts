import { expect, test } from "vitest";
import { table } from "./table.ts";

test("columns line up, numbers to the right, Chinese counted as two", () => {
  expect(
    table(
      [{ title: "渠道" }, { title: "leads", align: "right" }],
      [
        ["自然搜索", "12"],
        ["Email", "1,204"],
      ],
    ),
  ).toBe("渠道      leads\n────────  ─────\n自然搜索     12\nEmail     1,204\n");
});

test("where it is wider than the terminal, the columns that may are broken into lines, and the others stay whole", () => {
  const columns = [{ title: "" }, { title: "says", align: "right" as const }, { title: "why", wrap: true }];
  const rows = [["Web analytics: leads", "–", "counts visits, not persons who became a lead"]];
  expect(table(columns, rows, 50)).toBe(
    [
      "                      says  why",
      "────────────────────  ────  ──────────────────────",
      "Web analytics: leads     –  counts visits, not",
      "                            persons who became a",
      "                            lead",
      "",
    ].join("\n"),
  );
});

test("what is too wide even so stands as several tables, each with the first column", () => {
  const columns = [{ title: "channel" }, { title: "spend" }, { title: "leads" }, { title: "MQLs" }];
  expect(table(columns, [["Email", "€4,427", "36", "18"]], 22)).toBe(
    [
      "channel  spend   leads",
      "───────  ──────  ─────",
      "Email    €4,427  36",
      "",
      "channel  MQLs",
      "───────  ────",
      "Email    18",
      "",
    ].join("\n"),
  );
});

test("columns that tell what a row is about stand in each of them", () => {
  const columns = [{ title: "KPI", key: true }, { title: "channel", key: true }, { title: "value" }, { title: "note" }];
  expect(table(columns, [["leads", "Email", "36", "so far"]], 22).split("\n")).toEqual([
    "KPI    channel  value",
    "─────  ───────  ─────",
    "leads  Email    36",
    "",
    "KPI    channel  note",
    "─────  ───────  ──────",
    "leads  Email    so far",
    "",
  ]);
});
