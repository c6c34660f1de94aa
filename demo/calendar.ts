/** A day as a whole number: days since 1970-01-01. */
export type Day = number;

export function dayOf(iso: string): Day {
  return Date.UTC(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)) - 1, Number(iso.slice(8, 10))) / 86_400_000;
}

export interface DayParts {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  /** 0 = Sunday. */
  readonly weekday: number;
}

export function partsOf(day: Day): DayParts {
  const date = new Date(day * 86_400_000);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
  };
}

const two = (n: number): string => String(n).padStart(2, "0");

/** `2026-03-05` */
export function isoOf(day: Day): string {
  const { year, month, day: dayOfMonth } = partsOf(day);
  return `${year}-${two(month)}-${two(dayOfMonth)}`;
}

/** `20260305` */
export const compactOf = (day: Day): string => isoOf(day).replaceAll("-", "");

/** `3/5/2026` */
export function americanOf(day: Day): string {
  const { year, month, day: dayOfMonth } = partsOf(day);
  return `${month}/${dayOfMonth}/${year}`;
}

/** `05.03.2026` */
export function germanOf(day: Day): string {
  const { year, month, day: dayOfMonth } = partsOf(day);
  return `${two(dayOfMonth)}.${two(month)}.${year}`;
}

const MONTHS_EN = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const MONTHS_DE = [
  "Januar",
  "Februar",
  "März",
  "April",
  "Mai",
  "Juni",
  "Juli",
  "August",
  "September",
  "Oktober",
  "November",
  "Dezember",
];

/** `March 5, 2026` */
export function longEnglishOf(day: Day): string {
  const { year, month, day: dayOfMonth } = partsOf(day);
  return `${MONTHS_EN[month - 1]} ${dayOfMonth}, ${year}`;
}

/** `5. März 2026` */
export function longGermanOf(day: Day): string {
  const { year, month, day: dayOfMonth } = partsOf(day);
  return `${dayOfMonth}. ${MONTHS_DE[month - 1]} ${year}`;
}

export function firstOfMonth(year: number, month: number): Day {
  return Date.UTC(year, month - 1, 1) / 86_400_000;
}

/** The first day of the month that lies `months` after the month of `day`. */
export function addMonths(day: Day, months: number): Day {
  const { year, month } = partsOf(day);
  return Date.UTC(year, month - 1 + months, 1) / 86_400_000;
}

/** Months that the month of `day` lies after the month of `start`. */
export function monthsBetween(start: Day, day: Day): number {
  const [from, to] = [partsOf(start), partsOf(day)];
  return (to.year - from.year) * 12 + to.month - from.month;
}

/** A minute as a whole number: minutes since 1970-01-01 00:00, on the clock that the name says. */
export type Minute = number;

export const minuteOf = (day: Day, hour: number, minute: number): Minute => day * 1440 + hour * 60 + minute;
export const dayOfMinute = (minute: Minute): Day => Math.floor(minute / 1440);

/** `2026-03-05 09:14` */
export function stampOf(minute: Minute): string {
  const inDay = ((minute % 1440) + 1440) % 1440;
  return `${isoOf(dayOfMinute(minute))} ${two(Math.floor(inDay / 60))}:${two(inDay % 60)}`;
}

function lastSunday(year: number, month: number): Day {
  const last = firstOfMonth(year, month + 1) - 1;
  return last - partsOf(last).weekday;
}

/**
 * Minutes that Berlin is ahead of UTC: 60, and 120 from the last Sunday of March to the last Sunday of October, both
 * changes at 01:00 UTC (EU directive 2000/84/EC).
 */
export function berlinOffset(utc: Minute): number {
  const { year } = partsOf(dayOfMinute(utc));
  const summer = lastSunday(year, 3) * 1440 + 60;
  const winter = lastSunday(year, 10) * 1440 + 60;
  return utc >= summer && utc < winter ? 120 : 60;
}

/** The instant of a Berlin clock time by day: not for the hour in which the clock changes. */
export const utcOf = (berlin: Minute): Minute => berlin - berlinOffset(berlin - 60);

/** The business day in Berlin of an instant. */
export const berlinDay = (utc: Minute): Day => dayOfMinute(utc + berlinOffset(utc));
