import type { Day } from "../calendar.ts";

/** One case: how many days until it finished, or until it was last seen unfinished. */
export interface Case {
  readonly days: number;
  readonly finished: boolean;
}

/** Days of an average month of the Julian year. */
const MONTH = 30.4375;

export function caseOf(start: Day, end: Day | null, censored: Day | null, asOf: Day): Case {
  if (end !== null && end <= asOf) return { days: end - start, finished: true };
  return { days: Math.min(censored ?? asOf, asOf) - start, finished: false };
}

/** After each finishing time: the product over all up to it of (1 − finished ÷ still there). */
function curveOf(cases: readonly Case[]): { readonly time: number; readonly left: number }[] {
  const byDays = [...cases].sort((a, b) => a.days - b.days);
  const curve: { time: number; left: number }[] = [];
  let left = 1;
  for (let i = 0; i < byDays.length; ) {
    const time = byDays[i]?.days ?? 0;
    let next = i;
    let done = 0;
    for (; byDays[next]?.days === time; next += 1) if (byDays[next]?.finished) done += 1;
    if (done > 0) {
      left *= 1 - done / (byDays.length - i);
      curve.push({ time, left });
    }
    i = next;
  }
  return curve;
}

/** Share not yet finished after `days`. */
export function surviving(cases: readonly Case[], days: number): number {
  return curveOf(cases).findLast(({ time }) => time <= days)?.left ?? 1;
}

/** The first time at which half or fewer are left; null where it never comes to that. */
export function medianWithOpenCases(cases: readonly Case[]): number | null {
  return curveOf(cases).find(({ left }) => left <= 0.5 + 1e-12)?.time ?? null;
}

/** Area under the curve from 0 to the cap, in months. */
export function meanMonths(cases: readonly Case[], capMonths: number): number | null {
  if (cases.length === 0) return null;
  const cap = capMonths * MONTH;
  let [area, from, share] = [0, 0, 1];
  for (const { time, left } of curveOf(cases)) {
    if (time >= cap) break;
    area += (time - from) * share;
    [from, share] = [time, left];
  }
  return (area + (cap - from) * share) / MONTH;
}

/** Months until the cap, each weighted with the share left at its start and discounted by an effective yearly rate. */
export function discountedMonths(cases: readonly Case[], capMonths: number, yearly: number): number | null {
  if (cases.length === 0) return null;
  const curve = curveOf(cases);
  let sum = 0;
  for (let month = 0; month < capMonths; month += 1) {
    const left = curve.findLast(({ time }) => time <= month * MONTH)?.left ?? 1;
    sum += left * (1 + yearly) ** (-month / 12);
  }
  return sum;
}

/** Middle value, the mean of both middle ones where there are two. */
export function middle(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return Number.isInteger(half)
    ? ((sorted[half - 1] as number) + (sorted[half] as number)) / 2
    : (sorted[Math.floor(half)] as number);
}
