/** `USD 2026-03-05` and the like as `CHF 2026-03-05; USD 2026-03-05, 2026-03-06`, at most five days each. */
export function ratesInWords(rateless: readonly string[]): string {
  const byCurrency = Map.groupBy([...new Set(rateless)].sort(), (one) => one.slice(0, one.indexOf(" ")));
  return [...byCurrency]
    .map(([currency, own]) => {
      const days = own.map((one) => one.slice(currency.length + 1));
      return `${currency} ${days.slice(0, 5).join(", ")}${days.length > 5 ? " …" : ""}`;
    })
    .join("; ");
}
