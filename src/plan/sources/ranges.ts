import type { IsoDate } from "../../model/question.ts";
import type { Days } from "../period/calendar.ts";
import { addDays, earlier, later } from "../period/iso-day.ts";

/** The same days as few ranges, in order, without overlap. */
export function union(ranges: readonly Days[]): readonly Days[] {
  const merged: Days[] = [];
  for (const range of ranges.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = merged.at(-1);
    if (last !== undefined && range.from <= addDays(last.to, 1)) {
      merged[merged.length - 1] = { from: last.from, to: later(last.to, range.to) };
    } else merged.push({ from: range.from, to: range.to });
  }
  return merged;
}

/** The days of `ranges` that are in none of `taken`. */
export function minus(ranges: readonly Days[], taken: readonly Days[]): readonly Days[] {
  let left = union(ranges);
  for (const hole of taken) {
    left = left.flatMap((range) => {
      if (hole.to < range.from || hole.from > range.to) return [range];
      return [
        { from: range.from, to: addDays(hole.from, -1) },
        { from: addDays(hole.to, 1), to: range.to },
      ].filter(({ from, to }) => from <= to);
    });
  }
  return left;
}

/** The days that are in both. */
export function overlap(ranges: readonly Days[], span: Days): readonly Days[] {
  return ranges
    .map(({ from, to }) => ({ from: later(from, span.from), to: earlier(to, span.to) }))
    .filter(({ from, to }) => from <= to);
}

export function covers(ranges: readonly Days[], span: Days): boolean {
  return minus([span], ranges).length === 0;
}

export function lastDay(ranges: readonly Days[]): IsoDate | null {
  return ranges.reduce<IsoDate | null>((last, { to }) => (last === null || to > last ? to : last), null);
}
