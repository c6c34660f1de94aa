/** A value and how many cases have it. Counts are whole and positive. */
export type WeightedValue = readonly [value: number, count: number];

/** Number of cases. */
export function cases(values: readonly WeightedValue[]): number {
  return values.reduce((sum, [, count]) => sum + count, 0);
}

/** The same cases in ascending order, each value once. */
export function ascending(values: readonly WeightedValue[]): readonly WeightedValue[] {
  if (values.every(([value], index) => index === 0 || (values[index - 1]?.[0] ?? value) < value)) return values;
  const counts = new Map<number, number>();
  for (const [value, count] of values) counts.set(value, (counts.get(value) ?? 0) + count);
  return [...counts].sort(([a], [b]) => a - b);
}
