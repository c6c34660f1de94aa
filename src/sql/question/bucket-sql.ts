import { type Calendar, monthsOf, type UnitKind } from "../../plan/period/calendar.ts";
import { addDays } from "../../plan/period/iso-day.ts";
import type { Scan, ScanBucket } from "../../plan/plan.ts";
import type { SqlParameters } from "./sql-parameters.ts";

/** The expression that gives a row's bucket key, a Date. */
export function bucketSql(scan: Scan, parameters: SqlParameters): string {
  const { calendar, buckets, dateColumn } = scan;
  if (calendar !== undefined) return unitStartSql(dateColumn, calendar.kind, calendar);
  const day = (hint: string, date: string): string => parameters.add(hint, "Date", date);
  const last = buckets.at(-1);
  if (buckets.length === 1 && last !== undefined) return day("from", last.key);
  const cases = buckets
    .slice(0, -1)
    .map(({ from, to, key }) => `${dateColumn} BETWEEN ${day("from", from)} AND ${day("to", to)}, ${day("from", key)}`);
  return `multiIf(${[...cases, day("from", last?.key ?? "1970-01-01")].join(", ")})`;
}

/** First day of the calendar unit that holds a day. */
export function unitStartSql(column: string, kind: UnitKind, calendar: Calendar): string {
  const shift = kind.startsWith("fiscal") ? (calendar.fiscalYearStart - 1) % monthsOf(kind) : 0;
  const shifted = (unit: string): string =>
    shift === 0
      ? `${unit}(${column})`
      : `addMonths(${unit}(addMonths(toStartOfMonth(${column}), -${shift})), ${shift})`;
  const week: Readonly<Record<Calendar["weekStart"], string>> = {
    monday: `toStartOfWeek(${column}, 1)`,
    sunday: `toStartOfWeek(${column}, 0)`,
    saturday: `toStartOfWeek(${column} + 1, 0) - 1`,
  };
  const starts: Readonly<Record<UnitKind, () => string>> = {
    day: () => column,
    week: () => week[calendar.weekStart],
    month: () => `toStartOfMonth(${column})`,
    quarter: () => `toStartOfQuarter(${column})`,
    "fiscal-quarter": () => shifted("toStartOfQuarter"),
    year: () => `toStartOfYear(${column})`,
    "fiscal-year": () => shifted("toStartOfYear"),
  };
  return starts[kind]();
}

/** The days that are read at all: neighbouring buckets as one range. */
export function daysSql({ dateColumn, buckets }: Scan, parameters: SqlParameters): string {
  const conditions = joined(buckets).map(({ from, to }) => {
    const [first, last] = [parameters.add("from", "Date", from), parameters.add("to", "Date", to)];
    return `${dateColumn} BETWEEN ${first} AND ${last}`;
  });
  return conditions.length === 1 ? conditions.join("") : `(${conditions.map((each) => `(${each})`).join(" OR ")})`;
}

function joined(buckets: readonly ScanBucket[]): readonly Pick<ScanBucket, "from" | "to">[] {
  const ranges: { from: string; to: string }[] = [];
  for (const { from, to } of buckets) {
    const last = ranges.at(-1);
    if (last !== undefined && addDays(last.to, 1) === from) last.to = to;
    else ranges.push({ from, to });
  }
  return ranges;
}

/** The key of the whole that a bucket belongs to. */
export function wholeSql(scan: Scan, parameters: SqlParameters): string {
  const day = (hint: string, date: string): string => parameters.add(hint, "Date", date);
  const { wholes } = scan;
  const inside = scan.buckets.filter((bucket) => wholes.some(({ from, to }) => bucket.from >= from && bucket.to <= to));
  const [only] = wholes;
  if (wholes.length === 1 && only !== undefined && inside.length === scan.buckets.length) return day("from", only.key);
  // Buckets outside every whole gather under 1970-01-01, which nothing asks for.
  const cases = wholes.map(({ from, to, key }) => {
    const keys = scan.buckets.filter((bucket) => bucket.from >= from && bucket.to <= to).map((bucket) => bucket.key);
    return `bucket BETWEEN ${day("from", keys[0] ?? from)} AND ${day("to", keys.at(-1) ?? to)}, ${day("from", key)}`;
  });
  return `multiIf(${[...cases, "toDate(0)"].join(", ")})`;
}
