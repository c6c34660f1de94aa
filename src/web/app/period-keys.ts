/** Single keys that choose a period, as the period picker shows them. */
export const PERIOD_KEYS = {
  m: "this-month",
  l: "last-month",
  q: "this-quarter",
  y: "this-year",
  a: "last-12-months",
} as const;

/** The key of a relative period, if it has one. */
export function keyOf(period: string): string | null {
  return Object.entries(PERIOD_KEYS).find(([, one]) => one === period)?.[0] ?? null;
}
