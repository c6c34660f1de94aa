interface Covered {
  readonly from: string | null;
  readonly to: string | null;
}

/**
 * The period a board opens with: the last whole month that the data reaches into, so that the first look is neither empty
 * nor half a month; where all data is younger than that, the month that it ends in.
 */
export function defaultPeriod(today: string, { from, to }: Covered): string {
  const end = to && to < today ? to : today;
  const [year = 1970, month = 1, day = 1] = end.split("-").map(Number);
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if ((day === lastDay && end < today) || (from !== null && from.slice(0, 7) === end.slice(0, 7)))
    return end.slice(0, 7);
  return new Date(Date.UTC(year, month - 2, 1)).toISOString().slice(0, 7);
}

/** The months up to and with a month, newest first. */
export function monthsBack(from: string, count: number): string[] {
  const [year = 1970, month = 1] = from.split("-").map(Number);
  return Array.from({ length: count }, (_, i) => new Date(Date.UTC(year, month - 1 - i, 1)).toISOString().slice(0, 7));
}
