/** Days of an answer, and how they are called. */
export interface Period {
  readonly from: string;
  readonly to: string;
  readonly label: string;
}

const DAY = 86_400_000;

/** Months that a label names; null where it names days. */
function monthsOf(label: string): number | null {
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(label)) return 1;
  if (/^\d{4}-Q[1-4]$/.test(label)) return 3;
  if (/^FY\d{4}-Q[1-4]$/.test(label)) return 3;
  return /^(FY)?\d{4}$/.test(label) ? 12 : null;
}

/** Whether a period holds all days of the week, month, quarter or year that it is called after. */
export function isWhole({ from, to, label }: Period): boolean {
  if (/^\d{4}-W\d{2}$/.test(label)) return Date.parse(to) - Date.parse(from) === 6 * DAY;
  const months = monthsOf(label);
  if (months === null) return true;
  const first = new Date(`${from}T00:00:00Z`);
  const next = new Date(Date.parse(`${to}T00:00:00Z`) + DAY);
  const between = (next.getUTCFullYear() - first.getUTCFullYear()) * 12 + next.getUTCMonth() - first.getUTCMonth();
  return first.getUTCDate() === 1 && next.getUTCDate() === 1 && between === months;
}
