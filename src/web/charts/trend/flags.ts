/** Something noted on the time axis: its number in the list below, and when it begins. */
export interface Noted {
  readonly number: number;
  readonly from: string;
  /** The numbers before and after do not mean the same. */
  readonly isBreak: boolean;
}

/** A flag on the time axis: at which bucket, and the numbers of what it stands for. */
export interface Flag {
  readonly index: number;
  readonly text: string;
  readonly isBreak: boolean;
}

interface Bucket {
  readonly period: { readonly from: string; readonly to: string };
}

/** One flag for all that begins within a bucket; what began before the first bucket or after the last has none. */
export function flagsOf(rows: readonly Bucket[], noted: readonly Noted[]): Flag[] {
  return rows.flatMap(({ period }, index): Flag[] => {
    const here = noted.filter(({ from }) => from >= period.from && from <= period.to);
    if (here.length === 0) return [];
    const text = here.map(({ number }) => number).join(" ");
    return [{ index, text, isBreak: here.some(({ isBreak }) => isBreak) }];
  });
}
