import { expect, test } from "vitest";
import type { AnswerRow } from "../../../model/answer.ts";
import { gridOf, sortSegments } from "./grid.ts";
import { largestOf, mostShown } from "./largest.ts";

const period = { from: "2026-07-01", to: "2026-09-30", label: "2026-Q3" };
const row = (kpi: string, name: string, value: number | null, rest: Partial<AnswerRow> = {}): AnswerRow => ({
  kpi,
  period,
  by: { campaign: name },
  value,
  state: value === null ? "no_data" : "ok",
  unit: "count",
  definition: `${kpi}@1`,
  ...rest,
});
const gridWith = (kpis: readonly string[], rows: readonly AnswerRow[]) =>
  gridOf(kpis, ["campaign"], { rows, total: [] }, null);
const names = (segments: readonly { readonly by: Readonly<Record<string, string>> }[]) =>
  segments.map(({ by }) => by.campaign);

test("the largest keep the table's order; what is not set stays beside them", () => {
  const rows = [row("leads", "c", 1), row("leads", "(not set)", 90), row("leads", "a", 5), row("leads", "b", 3)];
  const grid = gridWith(["leads"], [...rows, row("leads", "d", null)]);
  const chosen = largestOf(grid, sortSegments(grid, "-leads"), 2);
  expect(names(chosen.kept)).toEqual(["b", "a", "(not set)"]);
  expect(names(chosen.rest)).toEqual(["c", "d"]);
});

test("one alone is not gathered", () => {
  const grid = gridWith(["leads"], [row("leads", "a", 5), row("leads", "b", 3), row("leads", "c", 1)]);
  expect(largestOf(grid, grid.segments, 2).rest).toEqual([]);
  expect(names(largestOf(grid, grid.segments, 1).rest)).toEqual(["b", "c"]);
});

test("a rate is no size: the largest are those with the most cases, or by what counts beside it", () => {
  const rate = (name: string, value: number, n: number) => row("win_rate", name, value, { unit: "ratio", n });
  const rates = [rate("one case", 1, 1), rate("many", 0.3, 80), rate("some", 0.5, 20)];
  const alone = gridWith(["win_rate"], rates);
  expect(largestOf(alone, alone.segments, 1)).toMatchObject({ by: { kpi: "win_rate", part: "n" } });
  expect(names(largestOf(alone, alone.segments, 1).kept)).toEqual(["many"]);
  const beside = gridWith(
    ["win_rate", "leads"],
    [...rates, row("leads", "some", 9), row("leads", "many", 2), row("leads", "one case", 1)],
  );
  expect(largestOf(beside, beside.segments, 1)).toMatchObject({ by: { kpi: "leads", part: "value" } });
  expect(names(largestOf(beside, beside.segments, 1).kept)).toEqual(["some"]);
});

test("pictures show no more than stays readable, the table all unless fewer are wanted", () => {
  expect(mostShown("table", undefined)).toBe(Number.POSITIVE_INFINITY);
  expect([mostShown("table", "20"), mostShown("line", "20"), mostShown("line", "5")]).toEqual([20, 6, 5]);
  expect([mostShown("bar", undefined), mostShown("bar", "20")]).toEqual([12, 20]);
});
