import { LeadlineError } from "../../language/leadline-error.ts";
import type { IsoDate } from "../../model/question.ts";
import { type Calendar, firstWeek, fiscalYear, type UnitKind, weeksIn } from "./calendar.ts";
import { addDays, addMonths, isDay, startOfMonth } from "./iso-day.ts";
import { rangeStretch, type Stretch, unitStretch } from "./stretch.ts";

/** The day it is. `ended`: the day counts as over (an as-of day), so that `last-30-days` ends with it, not before it. */
export interface Today {
  readonly day: IsoDate;
  readonly ended: boolean;
}

type Reader = (groups: Readonly<Record<string, string>>, calendar: Calendar, today: Today) => Stretch | undefined;

const year = (groups: Readonly<Record<string, string>>): number => Number(groups.year);

/** A fiscal unit is called that only where the fiscal year differs from the civil one. */
const fiscalKind = (grain: "quarter" | "year", calendar: Calendar): UnitKind =>
  calendar.fiscalYearStart === 1 ? grain : `fiscal-${grain}`;

const unitKind = (name: string, calendar: Calendar): UnitKind =>
  name === "quarter" || name === "year" ? fiscalKind(name, calendar) : (name as UnitKind);

/** The same day, `count` units before the unit that holds today. */
const unitsBack = (day: IsoDate, kind: UnitKind, count: number, calendar: Calendar): Stretch => {
  let unit = unitStretch(day, kind, calendar);
  for (let back = 0; back < count; back++) unit = unitStretch(addDays(unit.from, -1), kind, calendar);
  return unit;
};

const toDate = (name: string, calendar: Calendar, today: Today): Stretch => {
  const unit = unitStretch(today.day, unitKind(name, calendar), calendar);
  if (unit.to === today.day) return unit;
  return { ...unit, to: today.day, end: today.day, kind: "range", label: `${unit.from}..${today.day}` };
};

const SHORT: Readonly<Record<string, string>> = { wtd: "week", mtd: "month", qtd: "quarter", ytd: "year" };

/** Each way to write a period, in the order they are tried. */
const READERS: readonly (readonly [RegExp, Reader])[] = [
  [/^(?<year>\d{4})$/, (g, calendar) => unitStretch(`${g.year}-01-01`, "year", calendar)],
  [
    /^(?<year>\d{4})-Q(?<quarter>[1-4])$/,
    (g, calendar) => unitStretch(addMonths(`${g.year}-01-01`, 3 * (Number(g.quarter) - 1)), "quarter", calendar),
  ],
  [
    /^(?<year>\d{4})-(?<month>0[1-9]|1[0-2])$/,
    (g, calendar) => unitStretch(`${g.year}-${g.month}-01`, "month", calendar),
  ],
  [
    /^(?<year>\d{4})-W(?<week>\d{1,2})$/,
    (g, calendar) => {
      const week = Number(g.week);
      if (week < 1 || week > weeksIn(year(g), calendar)) return undefined;
      return unitStretch(addDays(firstWeek(year(g), calendar), 7 * (week - 1)), "week", calendar);
    },
  ],
  [
    /^(?<day>\d{4}-\d{2}-\d{2})$/,
    (g, calendar) => (isDay(g.day ?? "") ? unitStretch(g.day ?? "", "day", calendar) : undefined),
  ],
  [
    /^(?<from>\d{4}-\d{2}-\d{2})\.\.(?<to>\d{4}-\d{2}-\d{2})$/,
    (g) => {
      const { from = "", to = "" } = g;
      return isDay(from) && isDay(to) && from <= to ? rangeStretch(from, to) : undefined;
    },
  ],
  [
    /^FY(?<year>\d{4})$/,
    (g, calendar) => unitStretch(fiscalYear(year(g), calendar), fiscalKind("year", calendar), calendar),
  ],
  [
    /^FY(?<year>\d{4})-Q(?<quarter>[1-4])$/,
    (g, calendar) => {
      const start = addMonths(fiscalYear(year(g), calendar), 3 * (Number(g.quarter) - 1));
      return unitStretch(start, fiscalKind("quarter", calendar), calendar);
    },
  ],
  [/^today$/, (_, calendar, today) => unitStretch(today.day, "day", calendar)],
  [/^yesterday$/, (_, calendar, today) => unitStretch(addDays(today.day, -1), "day", calendar)],
  [
    /^last-(?<count>[1-9]\d{0,3})-days$/,
    (g, _, today) => {
      const to = today.ended ? today.day : addDays(today.day, -1);
      const range = rangeStretch(addDays(to, 1 - Number(g.count)), to);
      return { ...range, step: { kind: "days", count: Number(g.count) } };
    },
  ],
  [
    /^last-(?<count>[1-9]\d{0,2})-(?<unit>week|month|quarter|year)s$/,
    (g, calendar, today) => {
      const kind = unitKind(g.unit ?? "", calendar);
      const last = unitsBack(today.day, kind, 1, calendar);
      const first = unitsBack(today.day, kind, Number(g.count), calendar);
      return first.from === last.from ? last : rangeStretch(first.from, last.to);
    },
  ],
  [
    /^(?<count>[1-9]\d{0,2})-months-to-(?<period>.+)$/,
    (g, calendar, today) => {
      const { to } = readPeriod(g.period ?? "", calendar, today);
      return rangeStretch(addMonths(startOfMonth(to), 1 - Number(g.count)), to);
    },
  ],
  [
    /^(?<which>this|last)-(?<unit>week|month|quarter|year)$/,
    (g, calendar, today) =>
      unitsBack(today.day, unitKind(g.unit ?? "", calendar), g.which === "last" ? 1 : 0, calendar),
  ],
  [/^(?<unit>week|month|quarter|year)-to-date$/, (g, calendar, today) => toDate(g.unit ?? "", calendar, today)],
  [/^(?<short>[wmqy]td)$/, (g, calendar, today) => toDate(SHORT[g.short ?? ""] ?? "month", calendar, today)],
];

/** The engine's `Date` begins in 1970 and ends in 2149; a comparison reaches back from the period. */
const EARLIEST = "1980-01-01";
const LATEST = "2140-12-31";

/**
 * Reads a period as people write it: `2026`, `2026-Q1`, `2026-03`, `2026-W07`, `2026-03-05`, `2026-01-01..2026-03-31`,
 * `FY2026`, `FY2026-Q2`, `today`, `yesterday`, `last-30-days` (the last days that have ended), `last-12-months` and
 * `last-4-weeks` (whole units before the running one), `12-months-to-2026-Q1` (months up to a period's last day),
 * `this-month`, `last-quarter`, `year-to-date`, `ytd`.
 *
 * `2026` and `2026-Q1` are the civil year and quarter. A fiscal year is named by the civil year when it begins in January,
 * else by the year in which it ENDS: with April as first month FY2026 = 2025-04-01..2026-03-31. `this-quarter`,
 * `last-year`, `year-to-date` are fiscal. Weeks begin on the workspace's day; week 1 holds 4 January.
 * Throws `period.unknown`.
 */
export function readPeriod(text: string, calendar: Calendar, today: Today): Stretch {
  const trimmed = text.trim();
  for (const [pattern, read] of READERS) {
    const match = pattern.exec(trimmed) ?? pattern.exec(trimmed.toUpperCase()) ?? pattern.exec(trimmed.toLowerCase());
    const stretch = match === null ? undefined : read(match.groups ?? {}, calendar, today);
    if (stretch !== undefined && stretch.from >= EARLIEST && stretch.to <= LATEST) return stretch;
  }
  throw new LeadlineError(
    "period.unknown",
    `"${text}" is not a period.`,
    "Write 2026, 2026-Q1, 2026-03, 2026-W07, 2026-03-05, 2026-01-01..2026-03-31, FY2026, last-30-days or this-month.",
    { key: "period" },
  );
}
