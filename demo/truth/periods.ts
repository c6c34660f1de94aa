import { addMonths, type Day, firstOfMonth, isoOf, partsOf } from "../calendar.ts";

export interface TruthPeriod {
  readonly label: string;
  readonly from: Day;
  readonly to: Day;
  /** The period before it; of that before the first month only the CRM knows. */
  readonly before: { readonly from: Day; readonly to: Day };
}

/** Every month (the running one too), every quarter and year that lies within the exports, and the whole fiscal years. */
export function truthPeriods(start: Day, today: Day): TruthPeriod[] {
  const spans = (months: number, first: Day, label: (from: Day) => string): TruthPeriod[] => {
    const found: TruthPeriod[] = [];
    for (let from = first; addMonths(from, months) - 1 < addMonths(today, 1); from = addMonths(from, months)) {
      const to = addMonths(from, months) - 1;
      const earlier = addMonths(from, -months);
      // What has not ended is set against as much of the period before.
      const before = { from: earlier, to: Math.min(from - 1, to < today ? from - 1 : earlier + (today - from)) };
      found.push({
        label: label(from),
        from,
        to,
        before,
      });
    }
    return found;
  };
  const firstFrom = (step: number, offset: number): Day => {
    let day = start;
    while ((partsOf(day).month - 1 - offset + 12) % step !== 0) day = addMonths(day, 1);
    return day;
  };
  const yearFrom = (month: number): Day => {
    const { year } = partsOf(start);
    const day = firstOfMonth(year, month);
    return day >= start ? day : firstOfMonth(year + 1, month);
  };
  const closed = (period: TruthPeriod): boolean => period.to < today;
  return [
    ...spans(1, start, (from) => isoOf(from).slice(0, 7)),
    ...spans(3, firstFrom(3, 0), (from) => `${partsOf(from).year}-Q${(partsOf(from).month + 2) / 3}`).filter(closed),
    ...spans(12, yearFrom(1), (from) => String(partsOf(from).year)).filter(closed),
    ...spans(12, yearFrom(4), (from) => `FY${partsOf(from).year + 1}`).filter(closed),
  ];
}
