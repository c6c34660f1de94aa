import { expect, test } from "vitest";
import { KPI_TREE, kpisOfTree, treeOf } from "./kpi-tree.ts";

const all = new Set(kpisOfTree(KPI_TREE));

test("the whole catalogue gives the whole tree, each KPI once", () => {
  expect(treeOf(all)).toEqual(KPI_TREE);
  expect(kpisOfTree(KPI_TREE)).toHaveLength(all.size);
});

test("a KPI that a team took out leaves no hole", () => {
  const without = new Set([...all].filter((id) => id !== "mqls" && id !== "cpl"));
  expect(treeOf(without).map(({ count }) => count)).toEqual([
    "sourced_revenue",
    "won_entries",
    "sqls",
    "leads",
    "sessions",
  ]);
  expect(treeOf(without).find(({ count }) => count === "leads")?.cost).toBeUndefined();
});

test("the lowest level grows out of nothing", () => {
  expect(treeOf(new Set(["sqls", "mql_to_sql_rate"]))).toEqual([{ count: "sqls" }]);
});
