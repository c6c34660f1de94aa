import { expect, test } from "vitest";
import { trendFinding } from "./trend-finding.ts";

const ok = (value: number) => ({ value, state: "ok" as const });

test("a last value above or below all others is the finding", () => {
  expect(trendFinding([1, 2, 3, 4, 5, 6].map(ok))).toBe("highest");
  expect(trendFinding([6, 5, 4, 3, 2, 1].map(ok))).toBe("lowest");
  expect(trendFinding([1, 2, 3, 4, 6, 5].map(ok))).toBeNull();
});

test("a month that is not over, or a short row, is no finding", () => {
  expect(trendFinding([...[1, 2, 3, 4, 5, 6].map(ok), { value: 0.5, state: "incomplete" }])).toBeNull();
  expect(trendFinding([1, 2].map(ok))).toBeNull();
});
