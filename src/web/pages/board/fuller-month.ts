import type { AnswerRow } from "../../../model/answer.ts";

type Told = Pick<AnswerRow, "value" | "period">;

/** A month that tells more of a board than the period looked at: its label, and how many KPIs have a value in it. */
export interface FullerMonth {
  readonly month: string;
  readonly count: number;
}

/**
 * The newest month in which nearly as many KPIs have a value as in the best one, where the period looked at has less than half
 * of them; null where the period is good enough. `trend`: the board's KPIs month by month.
 */
export function fullerMonth(shown: readonly Told[], trend: readonly Told[]): FullerMonth | null {
  const counts = new Map<string, number>();
  for (const { value, period } of trend)
    if (value !== null) counts.set(period.label, (counts.get(period.label) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  const here = shown.filter(({ value }) => value !== null).length;
  if (here * 2 >= most) return null;
  const [newest] = [...counts].filter(([, count]) => count >= most * 0.8).toSorted(([a], [b]) => b.localeCompare(a));
  return newest ? { month: newest[0], count: newest[1] } : null;
}
