import { expect, test } from "vitest";
import type { AnswerRow } from "../../../model/answer.ts";
import { gridOf, sortSegments } from "./grid.ts";
import { largestOf, limitOf } from "./largest.ts";

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
const chosen = (most: number) => ({ most, fewest: 2 });
const names = (segments: readonly { readonly by: Readonly<Record<string, string>> }[]) =>
  segments.map(({ by }) => by.campaign);

test("the largest keep the table's order; what is not set stays beside them", () => {
  const rows = [row("leads", "c", 1), row("leads", "(not set)", 90), row("leads", "a", 5), row("leads", "b", 3)];
  const grid = gridWith(["leads"], [...rows, row("leads", "d", null)]);
  const found = largestOf(grid, sortSegments(grid, "-leads"), chosen(2));
  expect(names(found.kept)).toEqual(["b", "a", "(not set)"]);
  expect(names(found.rest)).toEqual(["c", "d"]);
});

test("one alone is not gathered", () => {
  const grid = gridWith(["leads"], [row("leads", "a", 5), row("leads", "b", 3), row("leads", "c", 1)]);
  expect(largestOf(grid, grid.segments, chosen(2)).rest).toEqual([]);
  expect(names(largestOf(grid, grid.segments, chosen(1)).rest)).toEqual(["b", "c"]);
});

test("a rate is no size: the largest are those with the most cases, or by what counts beside it", () => {
  const rate = (name: string, value: number, n: number) => row("win_rate", name, value, { unit: "ratio", n });
  const rates = [rate("one case", 1, 1), rate("many", 0.3, 80), rate("some", 0.5, 20)];
  const alone = gridWith(["win_rate"], rates);
  expect(largestOf(alone, alone.segments, chosen(1))).toMatchObject({ by: { kpi: "win_rate", part: "n" } });
  expect(names(largestOf(alone, alone.segments, chosen(1)).kept)).toEqual(["many"]);
  const beside = gridWith(
    ["win_rate", "leads"],
    [...rates, row("leads", "some", 9), row("leads", "many", 2), row("leads", "one case", 1)],
  );
  expect(largestOf(beside, beside.segments, chosen(1))).toMatchObject({ by: { kpi: "leads", part: "value" } });
  expect(names(largestOf(beside, beside.segments, chosen(1)).kept)).toEqual(["some"]);
});

test("pictures show no more than stays readable, the table all unless fewer are wanted", () => {
  const most = (...given: Parameters<typeof limitOf>) => limitOf(...given).most;
  expect(most("table", undefined)).toBe(Number.POSITIVE_INFINITY);
  expect([most("table", "20"), most("line", "20"), most("line", "5")]).toEqual([20, 6, 5]);
  expect([most("bar", undefined), most("bar", "20")]).toEqual([12, 20]);
});

test("bars are gathered where that spares more than three; a number that somebody chose and colours are kept to", () => {
  const rest = (count: number, ...limit: Parameters<typeof limitOf>) => {
    const rows = Array.from({ length: count }, (_, i) => row("leads", `channel ${i}`, count - i));
    const grid = gridWith(["leads"], rows);
    return largestOf(grid, grid.segments, limitOf(...limit)).rest.length;
  };
  expect([rest(14, "bar", undefined), rest(16, "bar", undefined), rest(17, "bar", undefined)]).toEqual([0, 0, 5]);
  expect([rest(24, "heat", undefined), rest(25, "heat", undefined)]).toEqual([0, 5]);
  expect([rest(12, "bar", "10"), rest(12, "table", "10")]).toEqual([2, 2]);
  expect([rest(8, "line", undefined), rest(8, "area", undefined)]).toEqual([2, 2]);
});
