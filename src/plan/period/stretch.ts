import type { Grain, IsoDate } from "../../model/question.ts";
import {
  type Calendar,
  type Days,
  firstWeek,
  monthsOf,
  type UnitKind,
  unitAround,
  unitLabel,
  weekOf,
  weeksIn,
} from "./calendar.ts";
import { addDays, addMonths, earlier, endOfMonth, later, lengthInDays, startOfMonth } from "./iso-day.ts";

/**
 * A span of days that knows which whole it is part of, so that it can be set against the one before: `from` to `to` lie
 * inside `whole`, which is one step of the calendar long.
 */
export interface Stretch extends Days {
  readonly whole: Days;
  readonly step: { readonly kind: "months" | "weeks" | "days"; readonly count: number };
  readonly label: string;
  /** The last day of the stretch before it was cut short by `upTo`. */
  readonly end: IsoDate;
  /** What `whole` is called; `range` where it is no single calendar unit. */
  readonly kind: UnitKind | "range";
}

/** A whole calendar unit. */
export function unitStretch(date: IsoDate, kind: UnitKind, calendar: Calendar): Stretch {
  const whole = unitAround(date, kind, calendar);
  return { ...whole, whole, end: whole.to, kind, step: stepOf(kind), label: unitLabel(whole.from, kind, calendar) };
}

function stepOf(kind: UnitKind): Stretch["step"] {
  if (kind === "day") return { kind: "days", count: 1 };
  if (kind === "week") return { kind: "weeks", count: 1 };
  return { kind: "months", count: monthsOf(kind) };
}

/** Any span of days; whole months step by months, others by their number of days. */
export function rangeStretch(from: IsoDate, to: IsoDate): Stretch {
  const whole = { from, to };
  const wholeMonths = from === startOfMonth(from) && to === endOfMonth(to);
  const step = wholeMonths
    ? ({ kind: "months", count: monthsBetween(from, to) } as const)
    : ({ kind: "days", count: lengthInDays(from, to) } as const);
  return { ...whole, whole, end: to, kind: "range", step, label: `${from}..${to}` };
}

function monthsBetween(from: IsoDate, to: IsoDate): number {
  return (
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7)) + 1
  );
}

/** The part of a stretch up to a day; the stretch itself when it ends earlier or begins later. */
export function upTo(stretch: Stretch, day: IsoDate): Stretch {
  return day >= stretch.to || day < stretch.from ? stretch : relabelled({ ...stretch, to: day });
}

/**
 * The stretch of the same place one step earlier: a whole month against the whole month before, whatever their lengths;
 * the first days of a month against as many days of the month before (31 March against 28 February at most).
 */
export function previousStretch(stretch: Stretch, calendar: Calendar): Stretch {
  const { kind, count } = stretch.step;
  if (kind === "months") return shiftedByMonths(stretch, count, calendar);
  const days = kind === "weeks" ? count * 7 : count;
  return shiftedByDays(stretch, days, calendar);
}

/**
 * The stretch of the same place a year earlier: the same months; the week of the same number (53 against 52 where the
 * earlier year has no 53); the same calendar days, 29 February against 28 February.
 */
export function lastYearStretch(stretch: Stretch, calendar: Calendar): Stretch {
  if (stretch.step.kind === "months") return shiftedByMonths(stretch, 12, calendar);
  if (stretch.step.kind === "weeks") {
    const { year, week } = weekOf(stretch.whole.from, calendar);
    const target = addDays(firstWeek(year - 1, calendar), 7 * (Math.min(week, weeksIn(year - 1, calendar)) - 1));
    return shiftedByDays(stretch, lengthInDays(target, stretch.whole.from) - 1, calendar);
  }
  const back = (day: IsoDate): IsoDate => addMonths(day, -12);
  const whole = { from: back(stretch.whole.from), to: back(stretch.whole.to) };
  return named({ ...stretch, from: back(stretch.from), to: back(stretch.to), end: back(stretch.end), whole }, calendar);
}

function shiftedByDays(stretch: Stretch, days: number, calendar: Calendar): Stretch {
  const back = (day: IsoDate): IsoDate => addDays(day, -days);
  const whole = { from: back(stretch.whole.from), to: back(stretch.whole.to) };
  return named({ ...stretch, from: back(stretch.from), to: back(stretch.to), end: back(stretch.end), whole }, calendar);
}

function shiftedByMonths(stretch: Stretch, months: number, calendar: Calendar): Stretch {
  const whole = { from: addMonths(stretch.whole.from, -months), to: endOfMonth(addMonths(stretch.whole.to, -months)) };
  const inside = (day: IsoDate): IsoDate => later(whole.from, earlier(whole.to, sameDay(day, months)));
  const from = stretch.from === stretch.whole.from ? whole.from : inside(stretch.from);
  const last = (day: IsoDate): IsoDate => (day === stretch.whole.to ? whole.to : later(from, inside(day)));
  return named({ ...stretch, from, to: last(stretch.to), end: last(stretch.end), whole }, calendar);
}

/** The last day of a month goes with the last day of the other. */
function sameDay(day: IsoDate, months: number): IsoDate {
  const shifted = addMonths(day, -months);
  return day === endOfMonth(day) ? endOfMonth(shifted) : shifted;
}

function named(stretch: Stretch, calendar: Calendar): Stretch {
  if (stretch.kind === "range") return relabelled(stretch);
  return relabelled({ ...stretch, label: unitLabel(stretch.whole.from, stretch.kind, calendar) });
}

function relabelled(stretch: Stretch): Stretch {
  return stretch.kind === "range" ? { ...stretch, label: `${stretch.from}..${stretch.to}` } : stretch;
}

/**
 * The buckets of a grain, clipped at the stretch's edges. Quarters and years are fiscal ones where the fiscal year does
 * not begin in January, unless the stretch is itself one civil quarter or year.
 */
export function bucketsOf(stretch: Stretch, grain: Grain, calendar: Calendar): readonly Stretch[] {
  if (stretch.kind === grain || stretch.kind === `fiscal-${grain}`) return [stretch];
  const fiscal = calendar.fiscalYearStart !== 1 && (grain === "quarter" || grain === "year");
  const kind: UnitKind = fiscal ? `fiscal-${grain}` : grain;
  const buckets: Stretch[] = [];
  for (let day = stretch.from; day <= stretch.to; ) {
    const unit = unitStretch(day, kind, calendar);
    const to = earlier(unit.to, stretch.to);
    buckets.push({ ...unit, from: later(unit.from, stretch.from), to, end: to });
    day = addDays(unit.to, 1);
  }
  return buckets;
}
