import { expect, test } from "vitest";
import { stepPeriod } from "./step-period.ts";

const today = "2026-11-20";

test("a period steps by its own length, over the new year", () => {
  expect(stepPeriod("2026-01", -1, today)).toBe("2025-12");
  expect(stepPeriod("2026-Q1", -1, today)).toBe("2025-Q4");
  expect(stepPeriod("2025-Q4", 1, today)).toBe("2026-Q1");
  expect(stepPeriod("2026-03-01", -1, today)).toBe("2026-02-28");
  expect(stepPeriod("2026", -1, today)).toBe("2025");
  expect(stepPeriod("FY2026", -1, today)).toBe("FY2025");
});

test("a relative period steps from where it stands", () => {
  expect(stepPeriod("last-month", -1, today)).toBe("2026-09");
  expect(stepPeriod("last-month", 1, today)).toBe("2026-11");
  expect(stepPeriod("this-quarter", -1, today)).toBe("2026-Q3");
});

test("a fiscal period steps by its own length, up to the one that has begun", () => {
  expect(stepPeriod("FY2026-Q1", -1, today, 4)).toBe("FY2025-Q4");
  expect(stepPeriod("FY2026-Q4", 1, today, 4)).toBe("FY2027-Q1");
  // From October 2026 on.
  expect(stepPeriod("FY2027-Q2", 1, today, 4)).toBe("FY2027-Q3");
  expect(stepPeriod("FY2027-Q3", 1, today, 4)).toBeNull();
  expect(stepPeriod("FY2026", 1, today, 4)).toBe("FY2027");
  expect(stepPeriod("FY2026", 1, today)).toBeNull();
});

test("nothing steps into a period that has not begun", () => {
  expect(stepPeriod("2026-11", 1, today)).toBeNull();
  expect(stepPeriod("2026-Q4", 1, today)).toBeNull();
  expect(stepPeriod("2026", 1, today)).toBeNull();
});

test("a range of days steps by its own length, whole months by as many months", () => {
  expect(stepPeriod("2026-01-01..2026-01-20", 1, today)).toBe("2026-01-21..2026-02-09");
  expect(stepPeriod("2026-01-21..2026-02-09", -1, today)).toBe("2026-01-01..2026-01-20");
  expect(stepPeriod("2026-01-01..2026-02-28", 1, today)).toBe("2026-03-01..2026-04-30");
  expect(stepPeriod("2026-03-01..2026-04-30", -1, today)).toBe("2026-01-01..2026-02-28");
  expect(stepPeriod("2026-11-01..2026-11-20", 1, today)).toBeNull();
  expect(stepPeriod("2026-02-01..2026-01-01", 1, today)).toBeNull();
  expect(stepPeriod("last-12-months", -1, today)).toBeNull();
});

test("what is no period has no neighbours", () => {
  for (const period of ["2026-99", "2026-02-99", "soon", ""]) expect(stepPeriod(period, -1, today)).toBeNull();
});
