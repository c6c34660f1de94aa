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

/** Share not yet finished after `days`: the product over all finishing times up to then of (1 − finished ÷ still there). */
export function surviving(cases: readonly Case[], days: number): number {
  const times = [...new Set(cases.filter((one) => one.finished && one.days <= days).map((one) => one.days))];
  let share = 1;
  for (const time of times) {
    const there = cases.filter((one) => one.days >= time).length;
    const done = cases.filter((one) => one.finished && one.days === time).length;
    share *= 1 - done / there;
  }
  return share;
}

const finishingTimes = (cases: readonly Case[]): number[] =>
  [...new Set(cases.filter((one) => one.finished).map((one) => one.days))].sort((a, b) => a - b);

/** The first time at which half or fewer are left; null where it never comes to that. */
export function medianWithOpenCases(cases: readonly Case[]): number | null {
  for (const time of finishingTimes(cases)) if (surviving(cases, time) <= 0.5 + 1e-12) return time;
  return null;
}

/** Area under the curve from 0 to the cap, in months. */
export function meanMonths(cases: readonly Case[], capMonths: number): number | null {
  if (cases.length === 0) return null;
  const cap = capMonths * MONTH;
  const borders = [0, ...finishingTimes(cases).filter((time) => time > 0 && time < cap), cap];
  let area = 0;
  for (let i = 0; i + 1 < borders.length; i += 1) {
    const [from, to] = [borders[i] as number, borders[i + 1] as number];
    area += (to - from) * surviving(cases, from);
  }
  return area / MONTH;
}

/** Months until the cap, each weighted with the share left at its start and discounted by an effective yearly rate. */
export function discountedMonths(cases: readonly Case[], capMonths: number, yearly: number): number | null {
  if (cases.length === 0) return null;
  let sum = 0;
  for (let month = 0; month < capMonths; month += 1)
    sum += surviving(cases, month * MONTH) * (1 + yearly) ** (-month / 12);
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
