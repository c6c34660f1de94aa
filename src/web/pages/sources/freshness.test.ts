import { expect, test } from "vitest";
import { calendarSpans, coveredSpans, freshness } from "./freshness.ts";

const load = (from: string | null, to: string | null, more: object = {}) =>
  ({ from, to, status: "standing", committed_at: "2026-10-01T08:00:00Z", facts: { ad_daily: 1 }, ...more }) as never;
const loads = (...all: never[]) => ({ loads: all });
const states = (source: { loads: never[] }, spans: ReturnType<typeof calendarSpans>, today: string) =>
  freshness(source, spans, today).cells.map(({ state }) => state);

test("weeks begin on the workspace's day and end with the one that holds today", () => {
  expect(calendarSpans("2026-10-07", "week", 2, "monday")).toEqual([
    { from: "2026-09-28", to: "2026-10-04" },
    { from: "2026-10-05", to: "2026-10-11" },
  ]);
  expect(calendarSpans("2026-10-04", "week", 1, "sunday")).toEqual([{ from: "2026-10-04", to: "2026-10-10" }]);
  expect(calendarSpans("2026-10-02", "day", 2, "monday").map(({ from }) => from)).toEqual(["2026-10-01", "2026-10-02"]);
});

test("spans that touch are one; what was taken back or replaced covers nothing", () => {
  const source = loads(
    load("2026-09-11", "2026-09-20"),
    load("2026-09-01", "2026-09-10"),
    load("2026-09-25", "2026-09-26", { status: "reverted" }),
  );
  expect(coveredSpans(source, "2026-10-01")).toEqual([{ from: "2026-09-01", to: "2026-09-20" }]);
});

test("an export of records stands for all days up to the one it was made on, never for the future", () => {
  const records = { facts: { opportunity: 3 } };
  expect(coveredSpans(loads(load("2026-09-01", "2026-09-20", records)), "2026-10-05")).toEqual([
    { from: "2026-09-01", to: "2026-10-01" },
  ]);
  expect(coveredSpans(loads(load("2026-09-01", "2027-01-01", records)), "2026-10-05")[0]?.to).toBe("2026-10-05");
  expect(coveredSpans(loads(load(null, null, { facts: { person: 3 } })), "2026-10-05")).toEqual([
    { from: "2026-10-01", to: "2026-10-01" },
  ]);
});

test("days before the first are no gap, days between are, days after the last are stale, and today is not asked for", () => {
  const source = loads(load("2026-09-02", "2026-09-03"), load("2026-09-05", "2026-09-05"));
  const days = calendarSpans("2026-09-08", "day", 8, "monday");
  expect(states(source, days, "2026-09-08")).toEqual([
    "before",
    "covered",
    "covered",
    "gap",
    "covered",
    "stale",
    "stale",
    "stale",
  ]);
  expect(freshness(source, days, "2026-09-08")).toMatchObject({
    gaps: [{ from: "2026-09-04", to: "2026-09-04" }],
    behind: 2,
  });
  expect(states(loads(load("2026-09-02", "2026-09-07")), days, "2026-09-08").at(-1)).toBe("covered");
});

test("a week of which some days are there is partly covered; the week that begins counts from the first day loaded", () => {
  const weeks = calendarSpans("2026-09-20", "week", 3, "monday");
  expect(states(loads(load("2026-09-02", "2026-09-08")), weeks, "2026-09-20")).toEqual(["covered", "partly", "stale"]);
});

test("costs are booked by the month: one on some of its days covers it", () => {
  const costs = { facts: { cost: 4 } };
  const source = loads(load("2026-06-29", "2026-07-29", costs), load("2026-08-29", "2026-08-29", costs));
  expect(coveredSpans(source, "2026-10-05")).toEqual([{ from: "2026-06-01", to: "2026-08-31" }]);
});

test("what was first loaded today is covered today", () => {
  const records = load(null, null, { facts: { person: 1 }, committed_at: "2026-09-20T08:00:00Z" });
  expect(states(loads(records), calendarSpans("2026-09-20", "week", 2, "monday"), "2026-09-20")).toEqual([
    "before",
    "covered",
  ]);
});

test("a source without loads that count covers nothing", () => {
  expect(freshness(loads(), calendarSpans("2026-09-20", "day", 1, "monday"), "2026-09-20")).toMatchObject({
    gaps: [],
    behind: 0,
  });
});
