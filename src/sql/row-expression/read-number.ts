import { CHINESE_UNIT, LATIN_UNIT, NUMBER_UNITS } from "../../model/number-units.ts";
import { textLiteral } from "../channel/text-literal.ts";
import { bound } from "./bound.ts";
import { allOf } from "./compiled.ts";
import { isFilled } from "./read-text.ts";

/** A text to be read: as it stands in the cell, and trimmed. */
export interface Source {
  readonly raw: string;
  readonly trimmed: string;
}

export interface NumberNotation {
  readonly decimal: "point" | "comma";
  /** `sign`: a percent sign divides by 100. `always`: so does its absence. `never`: the sign is not readable. */
  readonly percent: "sign" | "always" | "never";
}

/** Digits with at most a decimal mark and an exponent. The engine's own reader is laxer: it takes `-` and `1.5.5`. */
const PLAIN = {
  point: String.raw`^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,3})?$`,
  comma: String.raw`^[-+]?(?:\d+,?\d*|,\d+)(?:[eE][-+]?\d{1,3})?$`,
} as const;

const WORDS = "kr|zł|Kč|Ft|lei|元|円|원";
const CURRENCY = String.raw`(?:[A-Z]{0,3}\p{Sc}|[A-Z]{3}|${WORDS})`;
/** Behind the digits `K€` is a thousand, while `MX$` is a currency. */
const CURRENCY_BEHIND = String.raw`(?:(?:[A-Z]{2}|[AC-JLN-Z][A-Z]{0,2})?\p{Sc}|[A-Z]{3}|${WORDS})`;
const CURRENCY_BEHIND_LETTER = String.raw`(?:(?:[A-Z]{2})?\p{Sc}|[A-Z]{3})`;
/** Unit and currency behind the digits: `1.2万元`, `12.5K`, `1.2M€`, `5 USD`. */
const BEHIND = `(?:${LATIN_UNIT}(?: ?${CURRENCY_BEHIND_LETTER})?|(?: ?${CHINESE_UNIT})?(?: ?${CURRENCY_BEHIND})?)`;
/** The unit in a text that is known to be a number with its dress. */
const UNIT = `[0-9.,] ?(${CHINESE_UNIT}|${LATIN_UNIT})(?: ?(?:${CURRENCY_BEHIND_LETTER}|${WORDS}))?[ )-]*$`;
/** Groups of three, or the Indian groups of two before the last three. */
const DIGITS = {
  point: String.raw`(?:(?:\d{1,3}(?:[, '’]\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}|\d+)(?:\.\d*)?|\.\d+)`,
  comma: String.raw`(?:(?:\d{1,3}(?:[. '’]\d{3})+|\d+)(?:,\d*)?|,\d+)`,
} as const;

/** Signs, currency, groups, units, brackets for a minus, percent. */
function dressed(decimal: "point" | "comma", percent: boolean): string {
  const sign = `(?:[-+] ?(?:${CURRENCY} ?)?|${CURRENCY} ?[-+]? ?)?`;
  const tail = percent ? `(?:${BEHIND}| ?%)` : BEHIND;
  const open = `${sign}${DIGITS[decimal]}${tail}-?`;
  const bracketed = String.raw`\( ?(?:${CURRENCY} ?)?${DIGITS[decimal]}${tail} ?\)`;
  return `^(?:${open}|${bracketed})$`;
}

/** Full-width forms and odd blanks to their plain ones, the minus sign to a hyphen. */
export function normalised(text: string): string {
  return `if(lengthUTF8(${text}) = length(${text}), ${text}, replaceAll(normalizeUTF8NFKC(toValidUTF8(${text})), '−', '-'))`;
}

/** Groups of three alone, as most exports write them. */
const GROUPED = {
  point: String.raw`^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$`,
  comma: String.raw`^-?\d{1,3}(?:\.\d{3})+(?:,\d+)?$`,
} as const;

const WHOLE_GROUPS = {
  point: String.raw`^-?\d{1,3}(?:,\d{3})+$`,
  comma: String.raw`^-?\d{1,3}(?:\.\d{3})+$`,
} as const;

/** As an exponent a unit is exact, and what is too large for the engine is null. Most numbers have none. */
function exponentOf(text: string): string {
  const [units, exponents] = [Object.keys(NUMBER_UNITS), Object.values(NUMBER_UNITS).map((power) => `e${power}`)].map(
    (list) => `[${list.map(textLiteral).join(", ")}]`,
  );
  return `if(multiSearchAny(${text}, ${units}), transform(extract(${text}, ${textLiteral(UNIT)}), ${units}, ${exponents}, ''), '')`;
}

/** Nullable(Decimal(38, 10)) from a text; null where it is not a number in this notation. */
export function numberSql({ raw, trimmed }: Source, { decimal, percent }: NumberNotation): string {
  const pointed = (text: string) => (decimal === "point" ? text : `replaceOne(${text}, ',', '.')`);
  const exact = (text: string) => `toDecimal128OrNull(${pointed(text)}, 10)`;
  const ungrouped = `replaceAll(${raw}, '${decimal === "point" ? "," : "."}', '')`;
  const digits = `replaceRegexpAll(t, '${decimal === "point" ? "[^0-9.]" : "[^0-9,]"}', '')`;
  const signed = `${exact(`concat(${digits}, ${exponentOf("t")})`)} * if(match(t, '[-(]'), -1, 1)`;
  const share = percent === "sign" ? `(${signed}) / if(position(t, '%') > 0, 100, 1)` : signed;
  const isDressed = `match(t, ${textLiteral(dressed(decimal, percent !== "never"))})`;
  const read = `multiIf(${[
    `match(${raw}, ${textLiteral(PLAIN[decimal])})`,
    exact(raw),
    `match(${raw}, ${textLiteral(GROUPED[decimal])})`,
    exact(ungrouped),
    bound("t", normalised(trimmed), `if(${isDressed}, ${share}, NULL)`),
  ].join(", ")})`;
  return percent === "always" ? `(${read}) / 100` : read;
}

/** Nullable(Decimal(18, 4)) from a number; null also where the amount has too many digits. */
export function moneyOf(number: string): string {
  return `accurateCastOrNull(round(${number}, 4), 'Decimal(18, 4)')`;
}

/** Nullable(Int64) from a text; null where it is no whole number or too large. */
export function integerSql(source: Source, decimal: "point" | "comma"): string {
  const quick = `toInt64OrNull(${source.raw})`;
  const mark = decimal === "point" ? "," : ".";
  const grouped = `match(${source.raw}, ${textLiteral(WHOLE_GROUPS[decimal])})`;
  const cases = [`isNotNull(${quick})`, quick, grouped, `toInt64OrNull(replaceAll(${source.raw}, '${mark}', ''))`];
  return `multiIf(${cases.join(", ")}, ${integerOf(numberSql(source, { decimal, percent: "never" }))})`;
}

/** Nullable(Int64) from a number; null where it has a fraction or is too large. */
export function integerOf(number: string): string {
  return `toInt64OrNull(ifNull(toString(${number}), ''))`;
}

const MASKED = String.raw`^[<>≤≥]=? ?(?:${CURRENCY} ?)?[.,]?\d[\d.,]*(?:${BEHIND}| ?%)$`;

/** Whether the export hides the figure: `<5`, `< 10%`, `> 90%`. */
export function isMasked(trimmed: string): string {
  return `match(${normalised(trimmed)}, ${textLiteral(MASKED)})`;
}

/** Whether a filled cell gave no number. */
export function isUnreadNumber(value: string, { trimmed }: Source, nullTokens: readonly string[]): string {
  return allOf(`isNull(${value})`, isFilled(trimmed, nullTokens), `NOT ${isMasked(trimmed)}`);
}
