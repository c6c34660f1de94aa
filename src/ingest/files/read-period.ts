import { findDays, findMonths } from "./find-days.ts";
import { saysWhenMade } from "./says-when-made.ts";

export interface Period {
  readonly from: string;
  readonly to: string;
}

/** Periods that a preamble may mean: one where it is clear, two where `9/1/2026` leaves the order open. */
export interface PeriodReading {
  readonly period: Period | null;
  readonly other: Period | null;
}

const STARTS = /start|beginn|\bfrom\b|\bvon\b|inicio|début|开始/i;
const ENDS = /\bend|\bende\b|enddatum|\bto\b|\bbis\b|\bfin\b|结束/i;

/** What may stand before a day alone that is the one day of a report. */
const DAY_LABEL =
  /^(?:(?:report|reporting|data)[ _]?)?(?:report|date|day|period|datum|tag|zeitraum|fecha|día|jour|日期|时间|时段|周期|(?:统计|数据|报告|报表)(?:日期|时间|周期)|(?:日期|时间)范围)?[\s:：,;=|"]*$/i;

/** What stands between the first and the last day of a range. */
const BETWEEN = /^[\s\d:]*(?:-|–|—|~|\bto\b|\bbis\b|\buntil\b|至|到)\s*$/i;

/** The period that the lines above a header name, in any of the forms that exports use. */
export function readPeriod(lines: readonly string[], order: "dmy" | "mdy" | null): PeriodReading {
  let from: { iso: string; other: string | null } | null = null;
  let to: { iso: string; other: string | null } | null = null;
  for (const raw of lines) {
    const line = raw.replace(/^[#\s"]+/, "").trim();
    const days = findDays(line, order);
    const [first, second] = days;
    const isRange = first && second && days.length === 2 && BETWEEN.test(line.slice(first.end, second.at));
    if (saysWhenMade(line) && !isRange) continue;
    if (first && second && days.length === 2) return reading(first, second);
    if (first && days.length === 1) {
      if (STARTS.test(line)) from ??= first;
      else if (ENDS.test(line)) to ??= first;
      else if (DAY_LABEL.test(line.slice(0, first.at)) && line.slice(first.end).trim() === "" && !from) {
        from = first;
        to = first;
      }
      continue;
    }
    if (days.length === 0) {
      const months = findMonths(line);
      if (months && !from) return { period: months, other: null };
    }
  }
  return from && to ? reading(from, to) : { period: null, other: null };
}

type Reading = { readonly iso: string; readonly other: string | null };

function reading(first: Reading, second: Reading): PeriodReading {
  const period = ordered(first.iso, second.iso);
  const other =
    first.other === null && second.other === null
      ? null
      : ordered(first.other ?? first.iso, second.other ?? second.iso);
  // One of the two days may be readable in one way only, and then the other is meant the same way.
  if (first.other === null && second.other !== null) return decide(first.iso, second, period, other);
  if (second.other === null && first.other !== null) return decide(second.iso, first, period, other);
  if (period === null) return { period: other, other: null };
  return { period, other };
}

function decide(clear: string, open: Reading, period: Period | null, other: Period | null): PeriodReading {
  const near = (day: string | null) =>
    day === null ? Number.POSITIVE_INFINITY : Math.abs(Date.parse(day) - Date.parse(clear));
  const best = near(open.iso) <= near(open.other) ? period : other;
  return { period: best ?? period ?? other, other: null };
}

function ordered(from: string, to: string): Period | null {
  return from <= to ? { from, to } : null;
}
