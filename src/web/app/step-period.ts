import { monthsBack } from "./default-period.ts";

const day = (date: Date) => date.toISOString().slice(0, 10);

/** Absolute form of a relative period where one stands for it; others as they are. */
function absolute(period: string, today: string): string {
  const month = today.slice(0, 7);
  const quarter = `${today.slice(0, 4)}-Q${Math.ceil(Number(today.slice(5, 7)) / 3)}`;
  const forms: Readonly<Record<string, string>> = {
    "this-month": month,
    "last-month": monthsBack(month, 2)[1] ?? month,
    "this-quarter": quarter,
    "last-quarter": shift(quarter, -1) ?? quarter,
    "this-year": today.slice(0, 4),
  };
  return forms[period] ?? period;
}

function shift(period: string, by: number): string | null {
  if (/^FY\d{4}-Q[1-4]$/.test(period)) return `FY${shift(period.slice(2), by)}`;
  const year = Number(/^(?:FY)?(\d{4})/.exec(period)?.[1]);
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(period))
    return day(new Date(Date.UTC(year, Number(period.slice(5)) - 1 + by, 1))).slice(0, 7);
  if (/^\d{4}-Q[1-4]$/.test(period)) {
    const quarter = year * 4 + Number(period.slice(6)) - 1 + by;
    return `${Math.floor(quarter / 4)}-Q${(quarter % 4) + 1}`;
  }
  if (/^\d{4}-\d{2}-\d{2}$/.test(period) && !Number.isNaN(Date.parse(period)))
    return day(new Date(Date.parse(`${period}T00:00:00Z`) + by * 86_400_000));
  if (/^\d{4}$/.test(period)) return String(year + by);
  return /^FY\d{4}$/.test(period) ? `FY${year + by}` : null;
}

const lastDayOf = (iso: string) => {
  const [year = 0, month = 0] = iso.split("-").map(Number);
  return day(new Date(Date.UTC(year, month, 0)));
};

/** A range of days moved by its own length; whole months stay whole months. Null where it is no range. */
function shiftRange(period: string, by: number): string | null {
  const [from = "", to = ""] = period.split("..");
  const [first, last] = [Date.parse(`${from}T00:00:00Z`), Date.parse(`${to}T00:00:00Z`)];
  if (Number.isNaN(first) || Number.isNaN(last) || last < first) return null;
  if (from.endsWith("-01") && to === lastDayOf(to)) {
    const months = (iso: string) => Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1;
    const moved = by * (months(to) - months(from) + 1);
    const begin = (iso: string) => {
      const month = months(iso) + moved;
      return day(new Date(Date.UTC(Math.floor(month / 12), month % 12, 1)));
    };
    return `${begin(from)}..${lastDayOf(begin(to))}`;
  }
  const length = last - first + 86_400_000;
  return `${day(new Date(first + by * length))}..${day(new Date(last + by * length))}`;
}

/**
 * The period before or after one, null where it has none or has not begun yet. `today` is an ISO day, `fiscalStart` the month,
 * from 1, that a fiscal year begins with.
 */
export function stepPeriod(period: string, by: 1 | -1, today: string, fiscalStart = 1): string | null {
  const next = period.includes("..") ? shiftRange(period, by) : shift(absolute(period, today), by);
  if (next === null || (by > 0 && begins(next, fiscalStart) > today)) return null;
  return next;
}

function begins(period: string, fiscalStart: number): string {
  const [, fiscal, part = "1"] = /^FY(\d{4})(?:-Q([1-4]))?$/.exec(period) ?? [];
  // A fiscal year is called after the year in which it ends.
  if (fiscal) {
    const year = Number(fiscal) - (fiscalStart === 1 ? 0 : 1);
    return day(new Date(Date.UTC(year, fiscalStart - 1 + (Number(part) - 1) * 3, 1)));
  }
  const quarter = /^(\d{4})-Q([1-4])$/.exec(period);
  if (quarter) return `${quarter[1]}-${String(Number(quarter[2]) * 3 - 2).padStart(2, "0")}-01`;
  const plain = period.replace(/\.\..*/, "");
  return plain.length === 4 ? `${plain}-01-01` : plain.length === 7 ? `${plain}-01` : plain;
}
