import { FACTS, isFactId } from "../../../model/facts.ts";
import type { Source } from "../../api/client.ts";

/** `before`: nothing was loaded that early; `gap`: later days are covered; `stale`: no later day is. */
export type CellState = "covered" | "partly" | "gap" | "stale" | "before";

export interface Span {
  readonly from: string;
  readonly to: string;
}

interface Cell extends Span {
  readonly state: CellState;
}

export interface Freshness {
  readonly cells: readonly Cell[];
  /** Days without any export between covered ones. */
  readonly gaps: readonly Span[];
  /** Whole days since the last covered one. */
  readonly behind: number;
  readonly last: string | null;
}

const DAY = 86_400_000;
const WEEK_STARTS: Readonly<Record<string, number>> = { monday: 1, sunday: 0, saturday: 6 };

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

const earlier = (a: string, b: string): string => [a, b].sort()[0] ?? a;
const later = (a: string, b: string): string => [a, b].sort()[1] ?? b;

function monthEnd(day: string): string {
  const [year = 0, month = 1] = day.split("-").map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}

/** The last weeks or days up to today, oldest first. */
export function calendarSpans(today: string, unit: "week" | "day", count: number, weekStart: string): Span[] {
  if (unit === "day")
    return Array.from({ length: count }, (_, back) => addDays(today, back - count + 1)).map((day) => ({
      from: day,
      to: day,
    }));
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay();
  const begin = addDays(today, -((weekday - (WEEK_STARTS[weekStart] ?? 1) + 7) % 7));
  return Array.from({ length: count }, (_, back) => addDays(begin, (back - count + 1) * 7)).map((from) => ({
    from,
    to: addDays(from, 6),
  }));
}

/** The days that a source's loads cover, joined. Exports of records stand for everything up to the day they were made. */
export function coveredSpans({ loads }: Pick<Source, "loads">, today: string): Span[] {
  const spans = loads
    .filter(({ status }) => status === "standing" || status === "partly_replaced")
    .map(({ from, to, committed_at, facts }): Span => {
      const made = committed_at.slice(0, 10);
      const records = Object.keys(facts).some((id) => isFactId(id) && FACTS[id].loading !== "segment");
      const last = to === null || (records && made > to) ? made : to;
      // Costs are booked by the month, on a few of its days.
      const booked = Object.keys(facts).every((id) => id === "cost");
      if (booked && from !== null && to !== null)
        return { from: `${from.slice(0, 7)}-01`, to: earlier(monthEnd(to), today) };
      return { from: from ?? made, to: earlier(last, today) };
    })
    .filter(({ from, to }) => from <= to)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const joined: Span[] = [];
  for (const span of spans) {
    const before = joined.at(-1);
    if (before && span.from <= addDays(before.to, 1))
      joined[joined.length - 1] = { from: before.from, to: later(span.to, before.to) };
    else joined.push(span);
  }
  return joined;
}

/** What of each span a source covers. The day that it is today is not asked for yet. */
export function freshness(source: Pick<Source, "loads">, spans: readonly Span[], today: string): Freshness {
  const covered = coveredSpans(source, today);
  const first = covered[0]?.from;
  const last = covered.at(-1)?.to;
  if (first === undefined || last === undefined)
    return { cells: spans.map((span) => ({ ...span, state: "before" })), gaps: [], behind: 0, last: null };
  const yesterday = addDays(today, -1);
  const cells = spans.map((span): Cell => {
    const end = later(span.from, earlier(span.to, yesterday));
    const wanted = daysBetween(later(span.from, earlier(first, end)), end) + 1;
    const found = covered.reduce((sum, { from, to }) => {
      const [a, b] = [later(from, span.from), earlier(to, end)];
      return a <= b ? sum + daysBetween(a, b) + 1 : sum;
    }, 0);
    if (span.to < first) return { ...span, state: "before" };
    if (end < first) return { ...span, state: "covered" };
    if (found >= wanted) return { ...span, state: "covered" };
    if (found > 0) return { ...span, state: "partly" };
    if (span.from > yesterday) return { ...span, state: last >= yesterday ? "covered" : "stale" };
    return { ...span, state: span.from > last ? "stale" : "gap" };
  });
  const gaps = covered.slice(1).map(({ from }, index) => ({
    from: addDays(covered[index]?.to ?? from, 1),
    to: addDays(from, -1),
  }));
  return { cells, gaps, behind: Math.max(0, daysBetween(last, yesterday)), last };
}
