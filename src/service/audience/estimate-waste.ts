import type { IsoDate } from "../../model/question.ts";

export interface DayOfSpend {
  readonly day: IsoDate;
  readonly spend: number;
}

/**
 * Spend that went to people who should not have been reached, if each day's spend was spread evenly over all people of the
 * list: Σ spend of the day × people suppressed by that day ÷ people. `since`: for each suppressed person the day from which
 * on; null = all along.
 */
export function estimateWaste(days: readonly DayOfSpend[], people: number, since: readonly (IsoDate | null)[]): number {
  if (people === 0) return 0;
  const starts = since.map((day) => day ?? "").sort();
  return days.reduce((sum, { day, spend }) => {
    const suppressed = starts.filter((start) => start <= day).length;
    return sum + (spend * suppressed) / people;
  }, 0);
}
