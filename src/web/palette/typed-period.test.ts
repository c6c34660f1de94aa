import { expect, test } from "vitest";
import { typedPeriod } from "./typed-period.ts";

test("a period is understood as people type it", () => {
  const typed = {
    "2026": "2026",
    fy2026: "FY2026",
    "2026-Q3": "2026-Q3",
    "2026q3": "2026-Q3",
    "Q3 2026": "2026-Q3",
    "2026年三季度": null,
    "2026年第3季度": "2026-Q3",
    "2026-W07": "2026-W07",
    "2026-07": "2026-07",
    "2026/7": "2026-07",
    "2026年7月": "2026-07",
    "2026-07-14": "2026-07-14",
  };
  for (const [text, period] of Object.entries(typed)) expect(typedPeriod(text), text).toBe(period);
});

test("numbers that are no period are none", () => {
  for (const text of ["", "7", "1234", "2026-13", "cpl", "9999"]) expect(typedPeriod(text), text).toBeNull();
});
