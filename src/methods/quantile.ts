import { ascending, cases, type WeightedValue } from "./weighted-values.ts";

/**
 * The p-quantile by linear interpolation between order statistics, R's type 7 (Hyndman and Fan 1996, definition 7):
 * position `(n − 1)p` counted from 0. Null without cases. `p` from 0 to 1.
 */
export function quantile(values: readonly WeightedValue[], p: number): number | null {
  const total = cases(values);
  if (total === 0) return null;
  const sorted = ascending(values);
  const position = (total - 1) * Math.min(1, Math.max(0, p));
  const below = at(sorted, Math.floor(position));
  const above = at(sorted, Math.ceil(position));
  return below + (above - below) * (position - Math.floor(position));
}

/** The value of the case with this index, counted from 0 in ascending order. */
function at(sorted: readonly WeightedValue[], index: number): number {
  let passed = 0;
  for (const [value, count] of sorted) {
    passed += count;
    if (index < passed) return value;
  }
  return sorted.at(-1)?.[0] ?? Number.NaN;
}
