import { type Day, firstOfMonth, partsOf } from "../calendar.ts";

export interface Half {
  /** `2026-H1` */
  readonly label: string;
  readonly from: Day;
  readonly to: Day;
}

/** The half-years that cover the days from `from` to `to`, cut off at both ends. */
export function halves(from: Day, to: Day): Half[] {
  const found: Half[] = [];
  let begin = from;
  while (begin <= to) {
    const { year, month } = partsOf(begin);
    const end = month <= 6 ? firstOfMonth(year, 7) - 1 : firstOfMonth(year + 1, 1) - 1;
    found.push({ label: `${year}-H${month <= 6 ? 1 : 2}`, from: begin, to: Math.min(end, to) });
    begin = end + 1;
  }
  return found;
}
