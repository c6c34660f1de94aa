import { expect, test } from "vitest";
import { defaultPeriod, monthsBack } from "./default-period.ts";

test("a board opens with the last whole month", () => {
  expect(defaultPeriod("2026-11-20", { from: "2017-01-01", to: "2026-11-19" })).toBe("2026-10");
  expect(defaultPeriod("2026-01-05", { from: "2017-01-01", to: null })).toBe("2025-12");
});

test("data that ended long ago opens with its own last whole month", () => {
  expect(defaultPeriod("2026-11-20", { from: "2017-01-01", to: "2018-11-09" })).toBe("2018-10");
  expect(defaultPeriod("2026-11-20", { from: "2017-01-01", to: "2018-10-31" })).toBe("2018-10");
});

test("a first file of a few days opens with the month that they are in", () => {
  expect(defaultPeriod("2026-11-20", { from: "2026-09-01", to: "2026-09-02" })).toBe("2026-09");
  expect(defaultPeriod("2026-11-20", { from: "2026-11-02", to: "2026-11-19" })).toBe("2026-11");
  expect(defaultPeriod("2026-11-20", { from: null, to: null })).toBe("2026-10");
});

test("months are counted back over the new year", () => {
  expect(monthsBack("2026-02", 3)).toEqual(["2026-02", "2026-01", "2025-12"]);
});
