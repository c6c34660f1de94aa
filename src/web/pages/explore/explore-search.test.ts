import fc from "fast-check";
import { expect, test } from "vitest";
import { filtersOf, filtersText, questionOf, readExploreSearch, usualGrain } from "./explore-search.ts";

test("an address is read back as it was written", () => {
  const search = {
    kpis: "mqls,leads",
    by: "campaign,country",
    grain: "month",
    where: "channel:Email|Webinar",
    mode: "cohort",
    window: "90",
    show: "heat",
    vs: "off",
    top: "10",
    sort: "-mqls",
    saved: "mqls-by-campaign-1a2b",
    rev: "3",
  } as const;
  expect(readExploreSearch({ ...search })).toEqual(search);
});

test("what an address should not say is left out, and does not stand beside what was read", () => {
  const given = {
    kpis: "<script>",
    grain: "hour",
    window: "-3",
    show: "pie",
    top: "7",
    mode: "both",
    vs: "on",
    sort: "a b",
    by: ",,",
  };
  expect(readExploreSearch(given)).toEqual({});
  // As the router joins them.
  expect({ ...given, ...readExploreSearch(given) }).toEqual({});
});

test("any filter comes back from an address, whatever signs its values hold", () => {
  const word = fc.string({ minLength: 1, unit: "grapheme" });
  const filters = fc.dictionary(word, fc.array(fc.string({ unit: "grapheme" }), { minLength: 1 }), { minKeys: 1 });
  fc.assert(
    fc.property(filters, (given) => {
      const there = filtersText(given);
      expect(filtersOf(there)).toEqual(Object.fromEntries(Object.entries(given)));
    }),
  );
});

test("a plain filter reads as one", () => {
  expect(filtersText({ channel: ["Email", "Webinar"], country: ["DE"] })).toBe("channel:Email|Webinar;country:DE");
  expect(filtersText({ channel: [] })).toBeUndefined();
});

test("the question says no more than the address", () => {
  expect(questionOf({ kpis: "mqls", vs: "off", window: "30" }, { period: "2026-Q3", compare: "previous" })).toEqual({
    kpis: ["mqls"],
    period: "2026-Q3",
    by: [],
  });
  expect(
    questionOf(
      { kpis: "win_rate", by: "channel", where: "country:DE", mode: "cohort", window: "30" },
      { period: "2026", compare: "last-year" },
    ),
  ).toEqual({
    kpis: ["win_rate"],
    period: "2026",
    by: ["channel"],
    where: { country: ["DE"] },
    compare: "last-year",
    mode: "cohort",
    window: 30,
  });
});

test("a step of time suits the length of the period", () => {
  expect(usualGrain("2026-07-01", "2026-07-31")).toBe("day");
  expect(usualGrain("2026-07-01", "2026-09-30")).toBe("month");
  expect(usualGrain("2020-01-01", "2026-09-30")).toBe("quarter");
});
