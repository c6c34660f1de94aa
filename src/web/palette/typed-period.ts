const GRAMMAR: readonly [RegExp, (...parts: string[]) => string][] = [
  [/^(\d{4})$/, (year) => `${year}`],
  [/^fy\s?(\d{4})$/, (year) => `FY${year}`],
  [/^(\d{4})[-/.]?q([1-4])$/, (year, quarter) => `${year}-Q${quarter}`],
  [/^q([1-4])\s?(\d{4})$/, (quarter, year) => `${year}-Q${quarter}`],
  [/^(\d{4})年第?([1-4])季度?$/, (year, quarter) => `${year}-Q${quarter}`],
  [/^(\d{4})-?w(\d{2})$/, (year, week) => `${year}-W${week}`],
  [/^(\d{4})[-/.](0?[1-9]|1[0-2])$/, (year, month) => `${year}-${month?.padStart(2, "0")}`],
  [/^(\d{4})年(0?[1-9]|1[0-2])月?$/, (year, month) => `${year}-${month?.padStart(2, "0")}`],
  [/^(\d{4}-\d{2}-\d{2})$/, (day) => `${day}`],
];

/** The period that somebody typed: `2026-07`, `q3 2026`, `2026年7月`; null where it is none. */
export function typedPeriod(text: string): string | null {
  const plain = text.trim().toLowerCase();
  for (const [pattern, period] of GRAMMAR) {
    const [, ...parts] = pattern.exec(plain) ?? [];
    if (parts.length > 0 && /^(19|20)\d\d|^fy(19|20)/i.test(period(...parts))) return period(...parts);
  }
  return null;
}
