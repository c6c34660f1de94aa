import type { IsoDate } from "../../model/question.ts";

const DAY = 86_400_000;

/** A plan asks for the same days thousands of times, and reading one takes long. */
const numbers = new Map<IsoDate, number>();
const days = new Map<number, IsoDate>();
/** Four hundred years of days. */
const MOST = 146_097;

function kept<Key, Value>(map: Map<Key, Value>, key: Key, read: (key: Key) => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const value = read(key);
  if (map.size < MOST) map.set(key, value);
  return value;
}

/** Days since 1970-01-01. */
export function dayNumber(date: IsoDate): number {
  return kept(numbers, date, () => Math.round(Date.parse(`${date}T00:00:00Z`) / DAY));
}

export function dayOf(number: number): IsoDate {
  return kept(days, number, () => new Date(number * DAY).toISOString().slice(0, 10));
}

/** A day that exists: `2026-02-29` is none. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

export function addDays(date: IsoDate, days: number): IsoDate {
  return dayOf(dayNumber(date) + days);
}

/** Days from `from` to `to`, both counted. */
export function lengthInDays(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from) + 1;
}

/** 0 = Sunday … 6 = Saturday. */
export function weekday(date: IsoDate): number {
  return (((dayNumber(date) + 4) % 7) + 7) % 7;
}

export function startOfMonth(date: IsoDate): IsoDate {
  return `${date.slice(0, 7)}-01`;
}

export function endOfMonth(date: IsoDate): IsoDate {
  return addDays(firstOfMonth(monthNumber(date) + 1), -1);
}

/** Months since year 0. */
export function monthNumber(date: IsoDate): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
}

export function firstOfMonth(number: number): IsoDate {
  const year = Math.floor(number / 12);
  return `${String(year).padStart(4, "0")}-${String(number - year * 12 + 1).padStart(2, "0")}-01`;
}

/** The same day of another month; where that month is too short, its last day. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const first = firstOfMonth(monthNumber(date) + months);
  return earlier(addDays(first, Number(date.slice(8, 10)) - 1), endOfMonth(first));
}

export function earlier(a: IsoDate, b: IsoDate): IsoDate {
  return a < b ? a : b;
}

export function later(a: IsoDate, b: IsoDate): IsoDate {
  return a > b ? a : b;
}
