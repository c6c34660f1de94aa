import { expect, test } from "vitest";
import { estimateWaste } from "./estimate-waste.ts";

const days = [
  { day: "2026-03-01", spend: 100 },
  { day: "2026-03-02", spend: 50 },
  { day: "2026-03-03", spend: 0 },
];

test("each day's spend counts by the share of people suppressed by then: 100 × 1/10 + 50 × 2/10", () => {
  expect(estimateWaste(days, 10, [null, "2026-03-02", "2026-04-01"])).toBeCloseTo(20, 12);
});

test("nobody suppressed, or nobody on the list, wastes nothing", () => {
  expect(estimateWaste(days, 10, [])).toBe(0);
  expect(estimateWaste(days, 0, [])).toBe(0);
});
