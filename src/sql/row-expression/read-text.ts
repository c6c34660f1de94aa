import { textList, textLiteral } from "../channel/text-literal.ts";

/** Blanks of every script, the byte order mark and the zero-width space. */
const EDGES = String.raw`^[\s\p{Z}\x{FEFF}\x{200B}]+|[\s\p{Z}\x{FEFF}\x{200B}]+$`;

/** What exports write for “nothing” (Google ` --`, Meta `—`, Excel `#N/A`). */
const NO_VALUE = ["-", "--", "—", "–", "N/A", "n/a", "#N/A"] as const;
/** Only in dimensions: Google Analytics' own word for a missing one. */
const NOT_SET = ["(not set)"] as const;
/** Only where a number or date is wanted; as words they can be names or countries. */
const NO_FIGURE = ["NA", "NULL", "Null", "null", "None", "none", "NaN", "nan"] as const;

/** A text without blanks around it. */
export function trimmed(text: string): string {
  return `replaceRegexpAll(${text}, ${textLiteral(EDGES)}, '')`;
}

/** Whether a trimmed text is one of the tokens. */
function isOneOf(text: string, tokens: readonly string[]): string {
  return `has(${textList([...new Set(tokens)])}, ${text})`;
}

/** A trimmed text, '' where it is a word for “nothing”. */
export function withoutTokens(text: string, own: readonly string[]): string {
  return `if(${isOneOf(text, [...NO_VALUE, ...NOT_SET, ...own])}, '', ${text})`;
}

/** Whether a trimmed text is there and is no word for “nothing” in a number's or date's place. */
export function isFilled(text: string, own: readonly string[]): string {
  return `(${text} != '' AND NOT ${isOneOf(text, [...NO_VALUE, ...NO_FIGURE, ...own])})`;
}
