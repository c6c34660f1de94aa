/** Where a bar ends: as a share of the track, and how many times it is longer than the track where it had to be cut. */
export interface BarLength {
  readonly share: number;
  readonly cut: number | null;
}

/** A stage may be this much larger than the largest of the others before its bar is cut. */
const LONGEST = 1.6;

/**
 * One scale for all bars, from zero. Visits are often a hundred times the leads; drawn to scale they would leave the rest
 * as hair lines, so the first stage is cut, and marked as cut, where it is far larger. `counts`: by stage, then by side.
 */
export function barScale(counts: readonly (readonly (number | null)[])[]): (value: number | null) => BarLength {
  const largest = (stages: typeof counts) => Math.max(0, ...stages.flat().map((value) => value ?? 0));
  const persons = largest(counts.slice(1));
  const all = largest(counts);
  const full = persons > 0 && all > persons * LONGEST ? persons : all;
  return (value) => {
    if (value === null || full === 0) return { share: 0, cut: null };
    return value > full ? { share: 1, cut: value / full } : { share: value / full, cut: null };
  };
}
