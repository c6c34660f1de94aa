import { DAYS_PER_MONTH } from "../methods/discounted-months.ts";
import type { Workspace } from "../model/workspace.ts";
import { calendarOf, type Days } from "./period/calendar.ts";
import { addDays, endOfMonth, lengthInDays, monthNumber, startOfMonth } from "./period/iso-day.ts";
import { readPeriod } from "./period/read-period.ts";
import type { PlanSettings } from "./plan.ts";

export function planSettings(workspace: Workspace): PlanSettings {
  const calendar = calendarOf(workspace);
  const anyDay = { day: "2000-01-01", ended: true };
  return {
    currency: workspace.currency,
    timezone: workspace.timezone,
    language: workspace.language,
    grossMargin: workspace.gross_margin ?? null,
    discountRate: workspace.discount_rate,
    lifetimeCapMonths: workspace.lifetime_cap_months,
    revenueTargets: Object.entries(workspace.revenue_targets).map(([period, amount]) => {
      const { from, to } = readPeriod(period, calendar, anyDay);
      return { from, to, amount };
    }),
  };
}

/** The sum of the targets that make up the span exactly, the longest ones first; null where they do not. */
export function targetOf(targets: PlanSettings["revenueTargets"], span: Days): number | null {
  if (span.from > span.to) return 0;
  const fitting = targets
    .filter(({ from, to }) => from === span.from && to <= span.to)
    .toSorted((a, b) => (a.to > b.to ? -1 : 1));
  for (const { to, amount } of fitting) {
    const rest = targetOf(targets, { from: addDays(to, 1), to: span.to });
    if (rest !== null) return amount + rest;
  }
  return null;
}

/** Months of a span: whole calendar months count 1 each, any other span its days ÷ 30.4375. */
export function monthsIn(span: Days): number {
  if (span.from === startOfMonth(span.from) && span.to === endOfMonth(span.to))
    return monthNumber(span.to) - monthNumber(span.from) + 1;
  return lengthInDays(span.from, span.to) / DAYS_PER_MONTH;
}
