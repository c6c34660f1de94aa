/**
 * Whether rows that an export counts and that were not found as data are rows that were skipped: totals, footers, rows of
 * a rule. Each reason's rows are counted by the export or not.
 */
export function skipsExplain(missing: number, skipped: readonly number[]): boolean {
  const sums = new Set([0]);
  for (const rows of skipped) for (const sum of [...sums]) if (sum + rows <= missing) sums.add(sum + rows);
  return sums.has(missing);
}
