import { expect, test } from "vitest";
import { isWhole } from "./is-whole.ts";

test("a month, a quarter and a year are whole with all their days", () => {
  expect(isWhole({ label: "2026-02", from: "2026-02-01", to: "2026-02-28" })).toBe(true);
  expect(isWhole({ label: "2026-Q1", from: "2026-04-01", to: "2026-06-30" })).toBe(true);
  expect(isWhole({ label: "2026", from: "2025-12-01", to: "2026-11-30" })).toBe(true);
});

test("a period cut to as many days as this one has had is not called by the whole one's name", () => {
  expect(isWhole({ label: "2026-10", from: "2026-10-01", to: "2026-10-22" })).toBe(false);
  expect(isWhole({ label: "2026-Q3", from: "2026-07-01", to: "2026-08-31" })).toBe(false);
  expect(isWhole({ label: "2025", from: "2025-01-01", to: "2025-11-30" })).toBe(false);
});

test("a week that the period asked for begins or ends in is called by its days", () => {
  expect(isWhole({ label: "2026-W40", from: "2026-09-28", to: "2026-09-30" })).toBe(false);
  expect(isWhole({ label: "FY2026-Q2", from: "2025-07-01", to: "2025-09-30" })).toBe(true);
});

test("days are called by themselves", () => {
  expect(isWhole({ label: "2026-10-05..2026-10-11", from: "2026-10-05", to: "2026-10-11" })).toBe(true);
  expect(isWhole({ label: "2026-W41", from: "2026-10-05", to: "2026-10-11" })).toBe(true);
});
