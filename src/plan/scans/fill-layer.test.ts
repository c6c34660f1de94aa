import { describe, expect, test } from "vitest";
import type { Calendar, Days } from "../period/calendar.ts";
import { fillLayer } from "./fill-layer.ts";

const days = (text: string): Days => {
  const [from = "", to = ""] = text.split("..");
  return { from, to };
};
const told = (spans: readonly Days[]): readonly string[] => spans.map(({ from, to }) => `${from}..${to}`);
const civil: Calendar = { fiscalYearStart: 1, weekStart: "monday" };
const quarter = days("2026-01-01..2026-03-31");
const before = days("2025-10-01..2025-12-31");
const months = ["2025-12-01..2025-12-31", "2026-01-01..2026-01-31", "2026-02-01..2026-02-28", "2026-03-01..2026-03-31"];
const layer = { buckets: months.map(days), wholes: [quarter] };

describe("a layer", () => {
  test("reads the units that a whole lacks and totals it in the same pass", () => {
    const { layer: filled, left } = fillLayer(layer, [before], ["month"], civil);
    expect(told(filled.buckets)).toEqual(["2025-10-01..2025-10-31", "2025-11-01..2025-11-30", ...months]);
    expect(told(filled.wholes)).toEqual(told([before, quarter]));
    expect(left).toEqual([]);
  });

  test("leaves a whole that a bucket reaches out of, or that overlaps another whole", () => {
    const straddling = days("2025-10-01..2025-12-15");
    const overlapping = days("2025-12-01..2026-01-31");
    const { layer: same, left } = fillLayer(layer, [straddling, overlapping], ["month"], civil);
    expect(same).toEqual(layer);
    expect(left).toEqual([straddling, overlapping]);
  });

  test("leaves a whole whose last days share a month with a bucket", () => {
    const clipped = { buckets: [days("2026-01-15..2026-01-31"), days("2026-02-01..2026-02-28")], wholes: [] };
    const upTo = days("2025-12-01..2026-01-14");
    expect(fillLayer(clipped, [upTo], ["month"], civil)).toEqual({ layer: clipped, left: [upTo] });
  });

  test("leaves a whole for which more days would be read than a pass is worth", () => {
    const two = { buckets: [days("2026-01-01..2026-01-01"), days("2026-01-02..2026-01-02")], wholes: [] };
    const years = days("2020-01-01..2025-12-31");
    expect(fillLayer(two, [years], ["day"], civil).left).toEqual([years]);
  });
});
