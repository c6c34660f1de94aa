import type { Day } from "../calendar.ts";
import type { Currency } from "../company.ts";
import type { FxQuote } from "../world.ts";

/** EUR for one unit of a currency on a day: the last quote on or before it. */
export function rateTable(quotes: readonly FxQuote[]): (currency: Currency, day: Day) => number {
  const byCurrency = Map.groupBy(quotes, (quote) => quote.currency);
  return (currency, day) => {
    if (currency === "EUR") return 1;
    const own = byCurrency.get(currency) ?? [];
    let [low, high] = [0, own.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((own[middle]?.day ?? 0) <= day) low = middle + 1;
      else high = middle;
    }
    const quote = own[low - 1];
    if (quote === undefined) throw new Error(`no rate for ${currency} on day ${day}`);
    return quote.rate;
  };
}
