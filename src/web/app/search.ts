/** What every page keeps in its address, so that a link opens what the sender saw. */
export interface Search {
  readonly period?: string;
  readonly compare?: "previous" | "last-year";
  readonly lang?: "en" | "zh";
}

/** Reads the address; what cannot be read is left out. */
export function readSearch(raw: Record<string, unknown>): Search {
  const period = typeof raw.period === "string" && /^[\w.-]{1,40}$/.test(raw.period) ? raw.period : undefined;
  return {
    ...(period && { period }),
    ...(raw.compare === "last-year" && { compare: "last-year" as const }),
    ...((raw.lang === "en" || raw.lang === "zh") && { lang: raw.lang }),
  };
}
