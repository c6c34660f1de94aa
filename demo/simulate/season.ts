import { type Day, dayOf, partsOf } from "../calendar.ts";
import type { Country } from "../company.ts";

/** First days of the Chinese lunar year. */
const LUNAR_NEW_YEAR = [
  "2023-01-22",
  "2024-02-10",
  "2025-01-29",
  "2026-02-17",
  "2027-02-06",
  "2028-01-26",
  "2029-02-13",
  "2030-02-03",
].map(dayOf);

const MONTH = [0.98, 1, 1.06, 1.02, 1, 0.97, 0.93, 0.84, 1.05, 1.13, 1.2, 0.98];

/** How busy a day is in a country, 1 = an ordinary working day at the start. */
export function busyness(day: Day, country: Country, start: Day): number {
  const { month, day: date, weekday } = partsOf(day);
  const growth = 1 + (0.55 * (day - start)) / 730;
  let factor = (MONTH[month - 1] ?? 1) * growth;
  if (weekday === 0 || weekday === 6) factor *= 0.36;
  if (country === "CN") {
    if (LUNAR_NEW_YEAR.some((first) => day >= first - 3 && day <= first + 9)) factor *= 0.22;
    if (month === 10 && date <= 7) factor *= 0.35;
  } else {
    if ((month === 12 && date >= 22) || (month === 1 && date <= 3)) factor *= 0.4;
  }
  if (country === "JP" && ((month === 4 && date >= 29) || (month === 5 && date <= 5))) factor *= 0.3;
  if ((country === "FR" || country === "DE") && month === 8 && date >= 4 && date <= 24) factor *= 0.72;
  return factor;
}

export function isWorkday(day: Day): boolean {
  const { weekday } = partsOf(day);
  return weekday !== 0 && weekday !== 6;
}
