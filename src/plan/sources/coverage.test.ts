import { describe, expect, test } from "vitest";
import type { Days } from "../period/calendar.ts";
import type { SourceCoverage } from "../plan.ts";
import { coverageOf, hullCoverage } from "./coverage.ts";
import { minus, union } from "./ranges.ts";

const days = (text: string): Days => {
  const [from = "", to = ""] = text.split("..");
  return { from, to };
};
const daily = (...ranges: readonly string[]): SourceCoverage => ({
  name: { en: "ads", zh: "ads" },
  kind: "days",
  ranges: union(ranges.map(days)),
});
const march = days("2026-03-01..2026-03-31");

describe("a source of daily figures", () => {
  test("covers a span whole only with every day", () => {
    expect(coverageOf([daily("2026-01-01..2026-03-10", "2026-03-11..2026-04-02")], march).extent).toBe("whole");
    expect(coverageOf([daily("2026-01-01..2026-03-10", "2026-03-12..2026-04-02")], march).extent).toBe("part");
    expect(coverageOf([daily("2026-03-02..2026-03-31")], march).extent).toBe("part");
  });

  test("that was there until lately and has nothing yet makes the span incomplete", () => {
    const { extent, gaps } = coverageOf([daily("2026-01-01..2026-03-31"), daily("2026-01-01..2026-02-28")], march);
    expect(extent).toBe("part");
    expect(gaps.map((gap) => gap.days)).toEqual([[]]);
  });

  test("that ended long ago, or begins later, does not", () => {
    const sources = [daily("2026-01-01..2026-03-31"), daily("2025-01-01..2025-06-30"), daily("2026-05-01..2026-05-31")];
    expect(coverageOf(sources, march).extent).toBe("whole");
  });

  test("that covers no day of a span is no data", () => {
    expect(coverageOf([daily("2026-04-01..2026-04-30")], march).extent).toBe("none");
    expect(coverageOf([], march).extent).toBe("none");
  });
});

describe("a source of few rows", () => {
  const rows = [days("2026-01-12..2026-03-20")];

  test("covers the months of its first and last row whole", () => {
    expect(coverageOf([hullCoverage("funnel_entry", rows, null)], march).extent).toBe("whole");
    expect(coverageOf([hullCoverage("funnel_entry", rows, null)], days("2026-01-01..2026-01-31")).extent).toBe("whole");
    expect(coverageOf([hullCoverage("funnel_entry", rows, null)], days("2026-04-01..2026-04-30")).extent).toBe("none");
  });

  test("does not cover days after it was loaded", () => {
    expect(coverageOf([hullCoverage("funnel_entry", rows, "2026-03-25")], march).extent).toBe("part");
    expect(coverageOf([hullCoverage("funnel_entry", rows, "2026-01-01")], march).extent).toBe("whole");
  });
});

describe("ranges of days", () => {
  test("that touch are one", () => {
    expect(union([days("2026-03-05..2026-03-09"), days("2026-03-01..2026-03-04")])).toEqual([
      days("2026-03-01..2026-03-09"),
    ]);
  });

  test("lose what is taken from their middle", () => {
    expect(minus([march], [days("2026-03-10..2026-03-20")])).toEqual([
      days("2026-03-01..2026-03-09"),
      days("2026-03-21..2026-03-31"),
    ]);
  });
});
