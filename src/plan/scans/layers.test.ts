import { describe, expect, test } from "vitest";
import type { Calendar, Days } from "../period/calendar.ts";
import { keyed, layersOf } from "./layers.ts";

const days = (text: string): Days => {
  const [from = "", to = ""] = text.split("..");
  return { from, to };
};
const told = (spans: readonly Days[]): readonly string[] => spans.map(({ from, to }) => `${from}..${to}`);
const civil: Calendar = { fiscalYearStart: 1, weekStart: "monday" };

const january = days("2026-01-01..2026-01-31");
const february = days("2026-02-01..2026-02-28");
const march = days("2026-03-01..2026-03-31");

describe("layers", () => {
  test("spans that do not overlap are one pass, whatever order they come in", () => {
    const { layers } = layersOf([march, january, february, march], []);
    expect(layers.map(({ buckets }) => told(buckets))).toEqual([told([january, february, march])]);
  });

  test("a span that overlaps another gets a pass of its own", () => {
    const half = days("2026-02-01..2026-02-14");
    const { layers } = layersOf([january, february, half], []);
    expect(layers.map(({ buckets }) => told(buckets))).toEqual([told([january, february]), told([half])]);
  });

  test("a whole is totalled where buckets make it up without gap; otherwise it is left", () => {
    const year = days("2026-01-01..2026-03-31");
    expect(layersOf([january, february, march], [year]).layers[0]?.wholes).toEqual([year]);
    expect(layersOf([january, march], [year])).toMatchObject({ left: [year] });
    expect(layersOf([january, february], [year])).toMatchObject({ left: [year] });
  });

  test("a whole that is itself a bucket needs nothing more", () => {
    expect(layersOf([january], [january])).toEqual({ layers: [{ buckets: [january], wholes: [] }], left: [] });
  });
});

describe("keys", () => {
  test("buckets in calendar units of their own are known by the unit, also when clipped", () => {
    const clipped = days("2026-01-20..2026-01-31");
    const { kind, buckets } = keyed([clipped, february], ["month"], civil);
    expect(kind).toBe("month");
    expect(buckets.map(({ key }) => key)).toEqual(["2026-01-01", "2026-02-01"]);
  });

  test("two buckets in one unit are known by their first days", () => {
    const { kind, buckets } = keyed([days("2026-01-01..2026-01-09"), days("2026-01-20..2026-01-31")], ["month"], civil);
    expect(kind).toBeNull();
    expect(buckets.map(({ key }) => key)).toEqual(["2026-01-01", "2026-01-20"]);
  });
});
