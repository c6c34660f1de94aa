import { expect, test } from "vitest";
import type { AnswerRow } from "../../../api/client.ts";
import { gridOf, hasShares } from "../grid.ts";
import { columnsOf, linesOf } from "./lines-and-columns.ts";

const period = { from: "2026-01-01", to: "2026-03-31", label: "2026-Q1" };
const row = (kpi: string, channel: string | null, value: number | null, unit = "count"): AnswerRow => ({
  kpi,
  period,
  by: channel === null ? {} : { channel },
  value,
  state: "ok",
  unit: unit as "count",
  definition: `${kpi}@1`,
});
const gridWith = (kpi: string, unit: string, parts: readonly (number | null)[], total: number) =>
  gridOf(
    [kpi],
    ["channel"],
    { rows: parts.map((value, i) => row(kpi, `c${i}`, value, unit)), total: [row(kpi, null, total, unit)] },
    null,
  );

test("a count whose parts make up the whole has shares", () => {
  expect(hasShares(gridWith("leads", "count", [3, 1, null], 4), "leads")).toBe(true);
  expect(hasShares(gridWith("cost", "money", [0.1, 0.2], 0.3), "cost")).toBe(true);
});

test("distinct counts, ratios, refunds and nothing at all have none", () => {
  expect(hasShares(gridWith("users", "count", [3, 2], 4), "users")).toBe(false);
  expect(hasShares(gridWith("rate", "ratio", [0.5, 0.5], 1), "rate")).toBe(false);
  expect(hasShares(gridWith("revenue", "money", [5, -1], 4), "revenue")).toBe(false);
  expect(hasShares(gridWith("leads", "count", [0, 0], 0), "leads")).toBe(false);
});

test("a share has its column beside the value, and only where it is wanted", () => {
  const grid = gridWith("leads", "count", [3, 1], 4);
  const parts = (shares: boolean) =>
    columnsOf(grid, linesOf(grid, grid.segments), { changes: true, shares }).map(({ part }) => part);
  expect(parts(true)).toEqual(["value", "share"]);
  expect(parts(false)).toEqual(["value"]);
});
