import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Calendar, unitAround, weekOf } from "./calendar.ts";
import { addDays, addMonths, dayNumber, dayOf, endOfMonth, lengthInDays } from "./iso-day.ts";
import { readPeriod } from "./read-period.ts";
import { bucketsOf, lastYearStretch, previousStretch, type Stretch, upTo } from "./stretch.ts";

const civil: Calendar = { fiscalYearStart: 1, weekStart: "monday" };
const april: Calendar = { fiscalYearStart: 4, weekStart: "sunday" };
const today = { day: "2026-03-15", ended: false };
const span = (text: string, calendar = civil): string => {
  const { from, to } = readPeriod(text, calendar, today);
  return `${from}..${to}`;
};
const days = ({ from, to }: Stretch): string => `${from}..${to}`;

describe("a period is read as people write it", () => {
  test.each([
    ["2026", "2026-01-01..2026-12-31", "2026"],
    ["2026-Q1", "2026-01-01..2026-03-31", "2026-Q1"],
    ["2026-q4", "2026-10-01..2026-12-31", "2026-Q4"],
    ["2024-02", "2024-02-01..2024-02-29", "2024-02"],
    ["2026-W07", "2026-02-09..2026-02-15", "2026-W07"],
    ["2026-W53", "2026-12-28..2027-01-03", "2026-W53"],
    ["2026-03-05", "2026-03-05..2026-03-05", "2026-03-05"],
    ["2026-01-01..2026-03-31", "2026-01-01..2026-03-31", "2026-01-01..2026-03-31"],
    ["FY2026", "2026-01-01..2026-12-31", "2026"],
    ["last-30-days", "2026-02-13..2026-03-14", "2026-02-13..2026-03-14"],
    ["last-12-months", "2025-03-01..2026-02-28", "2025-03-01..2026-02-28"],
    ["last-4-weeks", "2026-02-09..2026-03-08", "2026-02-09..2026-03-08"],
    ["last-1-months", "2026-02-01..2026-02-28", "2026-02"],
    ["12-months-to-2026-Q1", "2025-04-01..2026-03-31", "2025-04-01..2026-03-31"],
    ["3-months-to-this-month", "2026-01-01..2026-03-31", "2026-01-01..2026-03-31"],
    ["2-months-to-2026-03-05", "2026-02-01..2026-03-05", "2026-02-01..2026-03-05"],
    ["this-month", "2026-03-01..2026-03-31", "2026-03"],
    ["last-month", "2026-02-01..2026-02-28", "2026-02"],
    ["this-quarter", "2026-01-01..2026-03-31", "2026-Q1"],
    ["this-year", "2026-01-01..2026-12-31", "2026"],
    ["last-week", "2026-03-02..2026-03-08", "2026-W10"],
    ["year-to-date", "2026-01-01..2026-03-15", "2026-01-01..2026-03-15"],
    ["yesterday", "2026-03-14..2026-03-14", "2026-03-14"],
  ])("%s", (text, expected, label) => {
    expect(span(text)).toBe(expected);
    expect(readPeriod(text, civil, today).label).toBe(label);
  });

  test("a fiscal year that begins in April is named by the year in which it ends", () => {
    expect(span("FY2026", april)).toBe("2025-04-01..2026-03-31");
    expect(span("FY2026-Q2", april)).toBe("2025-07-01..2025-09-30");
    expect(span("this-year", april)).toBe("2025-04-01..2026-03-31");
    expect(span("this-quarter", april)).toBe("2026-01-01..2026-03-31");
    expect(readPeriod("this-quarter", april, today).label).toBe("FY2026-Q4");
  });

  test("a civil quarter stays one where the fiscal year differs", () => {
    expect(span("2026-Q1", { fiscalYearStart: 2, weekStart: "monday" })).toBe("2026-01-01..2026-03-31");
  });

  test("an as-of day has ended, so the last days end with it", () => {
    const asOf = { day: "2026-03-31", ended: true };
    expect(days(readPeriod("last-30-days", civil, asOf))).toBe("2026-03-02..2026-03-31");
  });

  test.each(["2026-13", "2026-Q5", "2025-W53", "2026-02-30", "2026-03-31..2026-03-01", "lately", "", "1066"])(
    "%s is refused",
    (text) => {
      expect(() => span(text)).toThrow(/is not a period/);
    },
  );
});

describe("weeks begin where the team's weeks begin", () => {
  test.each([
    ["monday", "2026-02-09"],
    ["sunday", "2026-02-08"],
    ["saturday", "2026-02-07"],
  ] as const)("on %s", (weekStart, first) => {
    expect(unitAround("2026-02-11", "week", { fiscalYearStart: 1, weekStart }).from).toBe(first);
  });

  test("and a week belongs to the year of its fourth day", () => {
    expect(weekOf("2026-01-01", civil)).toEqual({ year: 2026, week: 1 });
    expect(weekOf("2027-01-01", civil)).toEqual({ year: 2026, week: 53 });
  });
});

describe("buckets", () => {
  test("are clipped at the period's edges", () => {
    const buckets = bucketsOf(readPeriod("2026-01-20..2026-03-10", civil, today), "month", civil);
    expect(buckets.map((bucket) => `${bucket.label} ${days(bucket)}`)).toEqual([
      "2026-01 2026-01-20..2026-01-31",
      "2026-02 2026-02-01..2026-02-28",
      "2026-03 2026-03-01..2026-03-10",
    ]);
  });

  test("of quarters are fiscal where the fiscal year is", () => {
    const labels = bucketsOf(readPeriod("FY2026", april, today), "quarter", april).map(({ label }) => label);
    expect(labels).toEqual(["FY2026-Q1", "FY2026-Q2", "FY2026-Q3", "FY2026-Q4"]);
  });

  test("of a civil quarter by quarter are that quarter, whatever the fiscal year", () => {
    const february = { fiscalYearStart: 2, weekStart: "monday" } as const;
    const labels = bucketsOf(readPeriod("2026-Q1", february, today), "quarter", february).map(({ label }) => label);
    expect(labels).toEqual(["2026-Q1"]);
  });
});

describe("comparison goes by the calendar, not by a number of days", () => {
  const previous = (text: string, calendar = civil): string =>
    days(previousStretch(readPeriod(text, calendar, today), calendar));
  const lastYear = (text: string): string => days(lastYearStretch(readPeriod(text, civil, today), civil));

  test.each([
    ["2026-02", "2026-01-01..2026-01-31"],
    ["2026-03", "2026-02-01..2026-02-28"],
    ["2026-Q1", "2025-10-01..2025-12-31"],
    ["2026", "2025-01-01..2025-12-31"],
    ["2026-W01", "2025-12-22..2025-12-28"],
    ["2026-03-01", "2026-02-28..2026-02-28"],
    ["2026-01-01..2026-03-31", "2025-10-01..2025-12-31"],
    ["2026-01-10..2026-01-19", "2025-12-31..2026-01-09"],
    ["last-30-days", "2026-01-14..2026-02-12"],
    ["year-to-date", "2025-01-01..2025-03-15"],
  ])("%s follows %s", (text, expected) => {
    expect(previous(text)).toBe(expected);
  });

  test("a month that has not ended is set against as many days of the month before", () => {
    const soFar = upTo(readPeriod("this-month", civil, today), "2026-03-15");
    expect(days(previousStretch(soFar, civil))).toBe("2026-02-01..2026-02-15");
    const nearlyOver = upTo(readPeriod("2026-03", civil, today), "2026-03-30");
    expect(days(previousStretch(nearlyOver, civil))).toBe("2026-02-01..2026-02-28");
  });

  test("a month that has ended, 31 January against 28 February, is set whole against whole", () => {
    const february = readPeriod("2026-02", civil, today);
    expect(days(previousStretch(upTo(february, "2026-02-28"), civil))).toBe("2026-01-01..2026-01-31");
  });

  test("a quarter so far goes by month and day", () => {
    const soFar = upTo(readPeriod("2026-Q2", civil, today), "2026-05-15");
    expect(days(previousStretch(soFar, civil))).toBe("2026-01-01..2026-02-15");
  });

  test.each([
    ["2026-02", "2025-02-01..2025-02-28"],
    ["2028-02", "2027-02-01..2027-02-28"],
    ["2028-02-29", "2027-02-28..2027-02-28"],
    ["2026-W07", "2025-02-10..2025-02-16"],
    ["2026-W53", "2025-12-22..2025-12-28"],
    ["2026-Q1", "2025-01-01..2025-03-31"],
  ])("%s a year before is %s", (text, expected) => {
    expect(lastYear(text)).toBe(expected);
  });
});

describe("for any day and calendar", () => {
  const anyDay = fc.integer({ min: dayNumber("1990-01-01"), max: dayNumber("2090-12-31") }).map(dayOf);
  const anyCalendar = fc.record({
    fiscalYearStart: fc.integer({ min: 1, max: 12 }),
    weekStart: fc.constantFrom("monday" as const, "sunday" as const, "saturday" as const),
  });
  const grains = fc.constantFrom(
    "day" as const,
    "week" as const,
    "month" as const,
    "quarter" as const,
    "year" as const,
  );
  const range = fc.tuple(anyDay, fc.integer({ min: 0, max: 900 }));

  test("buckets tile the period without gap or overlap", () => {
    fc.assert(
      fc.property(range, grains, anyCalendar, ([from, length], grain, calendar) => {
        const to = addDays(from, length);
        const buckets = bucketsOf(readPeriod(`${from}..${to}`, calendar, today), grain, calendar);
        expect(buckets[0]?.from).toBe(from);
        expect(buckets.at(-1)?.to).toBe(to);
        for (const [index, bucket] of buckets.slice(1).entries())
          expect(bucket.from).toBe(addDays(buckets[index]?.to ?? "", 1));
        expect(new Set(buckets.map(({ label }) => label)).size).toBe(buckets.length);
      }),
    );
  });

  test("a whole unit follows directly on the one before it", () => {
    fc.assert(
      fc.property(anyDay, grains, anyCalendar, (day, grain, calendar) => {
        const [unit] = bucketsOf(readPeriod(`${day}..${day}`, calendar, today), grain, calendar);
        if (unit === undefined) throw new Error("no bucket");
        const before = previousStretch({ ...unit, ...unit.whole }, calendar);
        expect(addDays(before.to, 1)).toBe(unit.whole.from);
        expect(before.whole).toEqual({ from: before.from, to: before.to });
      }),
    );
  });

  test("a part of a unit is set against a part of the one before, never longer than that", () => {
    fc.assert(
      fc.property(range, grains, anyCalendar, ([from, length], grain, calendar) => {
        const period = readPeriod(`${from}..${addDays(from, length)}`, calendar, today);
        for (const bucket of bucketsOf(period, grain, calendar)) {
          for (const other of [previousStretch(bucket, calendar), lastYearStretch(bucket, calendar)]) {
            expect(other.from <= other.to).toBe(true);
            expect(other.from >= other.whole.from && other.to <= other.whole.to).toBe(true);
            expect(other.to < bucket.from || grain === "day").toBe(true);
          }
        }
      }),
    );
  });

  test("label and period are two names of one thing", () => {
    fc.assert(
      fc.property(anyDay, grains, anyCalendar, (day, grain, calendar) => {
        const [unit] = bucketsOf(readPeriod(`${day}..${addDays(day, 800)}`, calendar, today), grain, calendar).slice(1);
        if (unit === undefined) throw new Error("no bucket");
        expect(days(readPeriod(unit.label, calendar, today))).toBe(days(unit));
      }),
    );
  });

  test("adding months never leaves the month aimed at", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -40, max: 40 }), (day, months) => {
        const moved = addMonths(day, months);
        expect(moved <= endOfMonth(moved)).toBe(true);
        expect(Number(moved.slice(8)) <= Number(day.slice(8))).toBe(true);
        expect(lengthInDays(moved, moved)).toBe(1);
      }),
    );
  });
});
