import { expect, test } from "vitest";
import { readExploreSearch } from "./explore-search.ts";
import { quarterUpTo, starters, yearUpTo } from "./starters.ts";

test("the last whole quarter ends with the month or before it", () => {
  expect(quarterUpTo("2026-10")).toBe("2026-Q3");
  expect(quarterUpTo("2026-09")).toBe("2026-Q3");
  expect(quarterUpTo("2026-02")).toBe("2025-Q4");
});

test("a year is twelve whole months", () => {
  expect(yearUpTo("2026-10")).toBe("2025-11-01..2026-10-31");
});

test("every question to begin with is one that an address can hold; without its KPI it is not offered", () => {
  for (const { search } of starters("2026-10", () => true)) {
    const { period, ...rest } = search;
    expect(readExploreSearch({ ...rest })).toEqual(rest);
    expect(period).toBeTruthy();
  }
  expect(starters("2026-10", (kpi) => kpi === "leads").map(({ id }) => id)).toEqual(["leads", "countries"]);
});
