import type { IsoDate } from "../../model/question.ts";
import type { Workspace } from "../../model/workspace.ts";
import { addDays, dayNumber, endOfMonth, firstOfMonth, monthNumber, startOfMonth, weekday } from "./iso-day.ts";

/** How a team divides the year. */
export interface Calendar {
  /** Month in which the fiscal year begins, 1 to 12. */
  readonly fiscalYearStart: number;
  readonly weekStart: Workspace["week_start"];
}

/** From the first to the last day, both inside. */
export interface Days {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** Kinds of whole calendar units. Quarters and years come in two kinds, of the civil and of the fiscal year. */
export type UnitKind = "day" | "week" | "month" | "quarter" | "fiscal-quarter" | "year" | "fiscal-year";

export function calendarOf(workspace: Pick<Workspace, "fiscal_year_start" | "week_start">): Calendar {
  return { fiscalYearStart: workspace.fiscal_year_start, weekStart: workspace.week_start };
}

const WEEKDAY: Readonly<Record<Calendar["weekStart"], number>> = { sunday: 0, monday: 1, saturday: 6 };

export function startOfWeek(date: IsoDate, calendar: Calendar): IsoDate {
  return addDays(date, -((weekday(date) - WEEKDAY[calendar.weekStart] + 7) % 7));
}

/** A week belongs to the year of its fourth day, as in ISO 8601, whatever day weeks begin on. Week 1 holds 4 January. */
export function weekOf(date: IsoDate, calendar: Calendar): { readonly year: number; readonly week: number } {
  const start = startOfWeek(date, calendar);
  const year = Number(addDays(start, 3).slice(0, 4));
  return { year, week: (dayNumber(start) - dayNumber(firstWeek(year, calendar))) / 7 + 1 };
}

/** First day of week 1 of a year. */
export function firstWeek(year: number, calendar: Calendar): IsoDate {
  return startOfWeek(`${String(year).padStart(4, "0")}-01-04`, calendar);
}

/** 52 or 53. */
export function weeksIn(year: number, calendar: Calendar): number {
  return (dayNumber(firstWeek(year + 1, calendar)) - dayNumber(firstWeek(year, calendar))) / 7;
}

/** Name of the fiscal year by its first month: the civil year when it begins in January, else the year in which it ends. */
export function fiscalYearName(firstMonth: number, calendar: Calendar): number {
  const year = Math.floor(firstMonth / 12);
  return calendar.fiscalYearStart === 1 ? year : year + 1;
}

/** First day of a fiscal year by its name. */
export function fiscalYear(name: number, calendar: Calendar): IsoDate {
  const year = calendar.fiscalYearStart === 1 ? name : name - 1;
  return firstOfMonth(year * 12 + calendar.fiscalYearStart - 1);
}

const MONTHS: Readonly<Record<"month" | "quarter" | "fiscal-quarter" | "year" | "fiscal-year", number>> = {
  month: 1,
  quarter: 3,
  "fiscal-quarter": 3,
  year: 12,
  "fiscal-year": 12,
};

/** How many months a unit takes; 0 for days and weeks. */
export function monthsOf(kind: UnitKind): number {
  return kind === "day" || kind === "week" ? 0 : MONTHS[kind];
}

/** The whole unit of this kind that holds the day. */
export function unitAround(date: IsoDate, kind: UnitKind, calendar: Calendar): Days {
  if (kind === "day") return { from: date, to: date };
  if (kind === "week") {
    const from = startOfWeek(date, calendar);
    return { from, to: addDays(from, 6) };
  }
  const months = MONTHS[kind];
  const offset = kind.startsWith("fiscal") ? calendar.fiscalYearStart - 1 : 0;
  const first = Math.floor((monthNumber(startOfMonth(date)) - offset) / months) * months + offset;
  return { from: firstOfMonth(first), to: endOfMonth(firstOfMonth(first + months - 1)) };
}

const two = (number: number): string => String(number).padStart(2, "0");

/** `2026-03-05`, `2026-W07`, `2026-03`, `2026-Q1`, `FY2026-Q1`, `2026`, `FY2026`. */
export function unitLabel(from: IsoDate, kind: UnitKind, calendar: Calendar): string {
  const month = monthNumber(from);
  const yearStart = month - ((((month - calendar.fiscalYearStart + 1) % 12) + 12) % 12);
  const week = kind === "week" ? weekOf(from, calendar) : { year: 0, week: 0 };
  const labels: Readonly<Record<UnitKind, string>> = {
    day: from,
    week: `${week.year}-W${two(week.week)}`,
    month: from.slice(0, 7),
    quarter: `${from.slice(0, 4)}-Q${Math.floor((month % 12) / 3) + 1}`,
    "fiscal-quarter": `FY${fiscalYearName(yearStart, calendar)}-Q${Math.floor((month - yearStart) / 3) + 1}`,
    year: from.slice(0, 4),
    "fiscal-year": `FY${fiscalYearName(yearStart, calendar)}`,
  };
  return labels[kind];
}
