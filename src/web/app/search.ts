/** What pages keep in their address, so that a link opens what the sender saw. */
export interface Search {
  readonly period?: string;
  readonly compare?: "previous" | "last-year";
  readonly lang?: "en" | "zh";
  /** The board from which a KPI was opened. */
  readonly board?: string;
  readonly view?: "table" | "line" | "bars";
  /** Words searched for in the catalogue, and what narrows it. */
  readonly q?: string;
  readonly goal?: "performance" | "impact" | "loyalty";
  readonly race?: "reach" | "act" | "convert" | "engage";
  readonly timing?: "leading" | "lagging";
}

/** A text of the address where it has the shape that is looked for. */
export const word = (given: unknown, pattern: RegExp): string | undefined => {
  // `2026` in an address is read as a number.
  const text = typeof given === "number" ? String(given) : given;
  return typeof text === "string" && pattern.test(text) ? text : undefined;
};

/** The value where it is one of a list. */
function among<Value extends string>(given: unknown, ...values: readonly Value[]): Value | undefined {
  return values.find((value) => value === given);
}

/** Reads the address; what cannot be read is undefined, and so takes the place of what stands there. */
export function readSearch(raw: Record<string, unknown>): Search {
  return {
    period: word(raw.period, /^[\w.-]{1,40}$/),
    compare: among(raw.compare, "last-year"),
    lang: among(raw.lang, "en", "zh"),
    board: word(raw.board, /^[a-z][a-z0-9_]*$/),
    view: among(raw.view, "table", "line", "bars"),
    q: word(raw.q, /^.{1,200}$/u),
    goal: among(raw.goal, "performance", "impact", "loyalty"),
    race: among(raw.race, "reach", "act", "convert", "engage"),
    timing: among(raw.timing, "leading", "lagging"),
  } as Search;
}

/** What goes along from page to page: period, comparison, language. */
export function carried({ period, compare, lang }: Search): Search {
  return { ...(period && { period }), ...(compare && { compare }), ...(lang && { lang }) };
}
