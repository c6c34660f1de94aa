import type { Day } from "../calendar.ts";
import { dayOf } from "../calendar.ts";
import type { Currency } from "../company.ts";
import type { Random } from "../random.ts";
import type { FxQuote } from "../world.ts";
import { isWorkday } from "./season.ts";

const FIRST_RATES: readonly [Currency, number, number][] = [
  ["USD", 0.915, 6],
  ["CNY", 0.1312, 6],
  ["JPY", 0.00668, 8],
];

export const FX_FROM = dayOf("2022-01-03");

/** Random walks that lean back to where they began, on banking days. */
export function simulateFx(random: Random, last: Day): FxQuote[] {
  const quotes: FxQuote[] = [];
  for (const [currency, level, places] of FIRST_RATES) {
    let drift = 0;
    for (let day = FX_FROM; day <= last; day += 1) {
      if (!isWorkday(day)) continue;
      drift = drift * 0.997 + 0.004 * random.normal();
      quotes.push({ day, currency, rate: Number((level * Math.exp(drift)).toFixed(places)) });
    }
  }
  return quotes.sort((a, b) => a.day - b.day || a.currency.localeCompare(b.currency));
}
