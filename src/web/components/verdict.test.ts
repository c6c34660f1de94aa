import { expect, test } from "vitest";
import type { AnswerRow } from "../../model/answer.ts";
import { verdict } from "./verdict.ts";

const period = { from: "2026-09-01", to: "2026-09-30", label: "2026-09" };
const row = (before: number, change: number, rest: Partial<AnswerRow> = {}) => ({
  state: "ok" as const,
  previous: { value: before, change, state: "ok" as const, period },
  ...rest,
});

test("a change is better or worse by the KPI's direction", () => {
  expect(verdict(row(10, 0.2), "higher")).toBe("better");
  expect(verdict(row(10, 0.2), "lower")).toBe("worse");
  expect(verdict(row(10, -0.2), "lower")).toBe("better");
  expect(verdict(row(10, 0.2), "none")).toBeNull();
});

test("a change within the interval is chance, not progress", () => {
  expect(verdict(row(0.2, 0.1, { interval: [0.19, 0.25] }), "higher")).toBe("chance");
  expect(verdict(row(0.2, 0.1, { interval: [0.21, 0.25] }), "higher")).toBe("better");
});

test("an open period is not judged", () => {
  expect(verdict(row(10, -0.5, { state: "incomplete" }), "higher")).toBeNull();
  expect(verdict(row(10, -0.5, { state: "immature" }), "higher")).toBeNull();
});
