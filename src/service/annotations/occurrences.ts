import type { BuiltInAnnotation } from "../../model/annotations.ts";
import type { IsoDate } from "../../model/question.ts";

export interface Stretch {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

type Timing = Pick<BuiltInAnnotation, "from" | "to" | "monthly">;

/** When an annotation holds within some days: its one stretch, or one for each month. Only those that touch `within`. */
export function occurrences({ from, to, monthly }: Timing, within: Stretch): Stretch[] {
  if (from !== undefined) return [{ from, to: to ?? from }].filter((one) => touches(one, within));
  if (monthly === undefined) return [];
  const months: Stretch[] = [];
  for (let month = within.from.slice(0, 7); month <= within.to.slice(0, 7); month = nextMonth(month))
    months.push({ from: `${month}-${pad(monthly.from)}`, to: `${month}-${pad(monthly.to)}` });
  return months.filter((one) => touches(one, within));
}

const touches = (one: Stretch, other: Stretch): boolean => one.from <= other.to && one.to >= other.from;
const pad = (number: number): string => String(number).padStart(2, "0");

function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${pad(number + 1)}`;
}
