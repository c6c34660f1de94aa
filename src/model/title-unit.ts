import { CHINESE_UNIT, NUMBER_UNITS } from "./number-units.ts";

/** The unit of a column's figures, as far as its title says it. */
export interface TitleUnit {
  /** The title without its unit. */
  readonly plain: string;
  /** What a cell is to be multiplied by: 10,000 for `花费(万元)`, a millionth for `cost_micros`; 1 where nothing says so. */
  readonly factor: number;
  readonly currency: string | null;
}

const DOLLARS = ["USD", "AUD", "CAD", "HKD", "SGD", "NZD", "TWD", "MXN"];

/** What currencies are called beside their codes; the first one where the workspace counts in none of several. */
const CURRENCY_NAMES: Readonly<Record<string, readonly string[]>> = {
  "€": ["EUR"],
  euro: ["EUR"],
  euros: ["EUR"],
  欧元: ["EUR"],
  歐元: ["EUR"],
  "£": ["GBP"],
  英镑: ["GBP"],
  us$: ["USD"],
  hk$: ["HKD"],
  nt$: ["TWD"],
  $: DOLLARS,
  dollars: DOLLARS,
  美元: ["USD"],
  美金: ["USD"],
  "¥": ["CNY", "JPY"],
  rmb: ["CNY"],
  人民币: ["CNY"],
  元: ["CNY", "TWD", "HKD", "MOP"],
  日元: ["JPY"],
  円: ["JPY"],
  港元: ["HKD"],
  港币: ["HKD"],
  新台币: ["TWD"],
  台币: ["TWD"],
  韩元: ["KRW"],
  "₩": ["KRW"],
  "₹": ["INR"],
};
/** Codes that are no words of titles, as `all`, `top` or `try` are. */
const CODES =
  "AED AUD BRL CAD CHF CNY CZK DKK EUR GBP HKD HUF IDR ILS INR JPY KRW MXN MYR NOK NZD PHP PLN SAR SEK SGD THB TWD USD VND ZAR";
const CURRENCIES: ReadonlyMap<string, readonly string[]> = new Map([
  ...Object.entries(CURRENCY_NAMES),
  ...CODES.split(" ").map((code) => [code.toLowerCase(), [code]] as const),
]);
const SIGNS = [...CURRENCIES.keys()].toSorted((a, b) => b.length - a.length);

interface Scale {
  readonly pattern: RegExp;
  readonly power: number;
  /** Where the sign alone may mean something else: metres, male, minutes, marks. */
  readonly only?: "with currency" | "of amounts";
}

const SCALES: readonly Scale[] = [
  { pattern: /^(?:k|thousands?|thsds?\.?|tsd\.?|'?000'?s?|[x×]? ?1[,. ']?000)$/i, power: 3 },
  { pattern: /^(?:millions?|mn|mio\.?|mln\.?)$/i, power: 6 },
  { pattern: /^(?:billions?|bn|mrd\.?)$/i, power: 9 },
  { pattern: /^M$/, power: 6, only: "of amounts" },
  { pattern: /^(?:m|mm)$/i, power: 6, only: "with currency" },
  { pattern: /^b$/i, power: 9, only: "with currency" },
  // German books write TEUR.
  { pattern: /^T$/, power: 3, only: "with currency" },
  { pattern: /^micros?$/i, power: -6, only: "of amounts" },
  { pattern: /^(?:cents?|分)$/i, power: -2, only: "of amounts" },
];
const COUNTED = new RegExp(`^(${CHINESE_UNIT})(?:人次|[次人个個件条篇户家名台笔单])?$`);

interface Unit {
  readonly factor: number;
  readonly currency: string | null;
  /** Its sign alone could end any title. */
  readonly isShort: boolean;
}

/**
 * Reads the unit in the title of a column of figures: in brackets (`Cost (k EUR)`, `金额（千元）`), after `in` (`Spend in
 * thousands`) or at the end (`cost_micros`, `Umsatz TEUR`, `花费万元`). `home` decides what `$`, `¥` and `元` are.
 */
export function titleUnit(
  title: string,
  { isAmount, home }: { readonly isAmount: boolean; readonly home: string },
): TitleUnit {
  const text = title.normalize("NFKC").replaceAll("’", "'").trim();
  for (const { 0: whole, 1: inside = "", index } of text.matchAll(/[([【]([^()[\]【】]*)[)\]】]/g)) {
    const unit = unitOf(inside, isAmount, home);
    // 401(k)
    if (unit === null || (unit.isShort && /\d$/.test(text.slice(0, index)))) continue;
    return said(unit, `${text.slice(0, index)} ${text.slice(index + whole.length)}`, title);
  }
  for (const { pattern, takes } of ENDINGS) {
    const { index, groups } = pattern.exec(text) ?? {};
    const unit = groups?.unit === undefined ? null : unitOf(groups.unit, isAmount, home);
    if (unit && takes(unit) && !/(?:\b|_)(?:per|pro|par)$|每/i.test(text.slice(0, index)))
      return said(unit, text.slice(0, index), title);
  }
  return { plain: title, factor: 1, currency: null };
}

/** Where a title without brackets has its unit, and which units may stand there. */
const ENDINGS: readonly { readonly pattern: RegExp; readonly takes: (unit: Unit) => boolean }[] = [
  { pattern: /[\s,_-]+in[\s_]+(?<unit>[^()]+)$/i, takes: () => true },
  {
    pattern: new RegExp(`[\\s,_/-]*(?<unit>${CHINESE_UNIT}\\p{Script=Han}+)$`, "u"),
    takes: (unit) => unit.currency !== null,
  },
  { pattern: /[\s,_-]+(?<unit>\S+[\s_]\S+)$/, takes: (unit) => unit.currency !== null && unit.factor !== 1 },
  { pattern: /(?:[,_-]|\s-)\s*(?<unit>[^\s,_-]+)$/, takes: (unit) => !unit.isShort },
  { pattern: /[\s,_-]+(?<unit>\S+)$/, takes: (unit) => unit.currency !== null },
];

function said({ factor, currency }: Unit, rest: string, title: string): TitleUnit {
  const plain = rest.replace(/\s+/g, " ").replace(/^[\s,_/-]+|[\s,_/-]+$/g, "");
  return { plain: plain === "" ? title : plain, factor, currency };
}

function unitOf(text: string, isAmount: boolean, home: string): Unit | null {
  const bare = text
    .replaceAll("_", " ")
    .replace(/^\s*(?:in\b|unit:?|单位[:为]?)/i, "")
    .replace(/\bof\b/i, " ")
    .trim();
  const lower = bare.toLowerCase();
  for (const sign of SIGNS) {
    const codes = CURRENCIES.get(sign) ?? [];
    const currency = codes.includes(home) ? home : (codes[0] ?? null);
    if (lower === sign) return { factor: 1, currency, isShort: false };
    const isWord = /[a-z]$/.test(sign);
    const behind = lower.startsWith(sign) ? bare.slice(sign.length) : null;
    const scale = lower.endsWith(sign)
      ? scaleOf(bare.slice(0, -sign.length), true, true)
      : behind !== null && !(isWord && /^[a-z]/i.test(behind)) && behind.trim() !== "T"
        ? scaleOf(behind, true, true)
        : null;
    if (scale) return { ...scale, currency, isShort: false };
  }
  const scale = scaleOf(bare, isAmount, false);
  return scale && { ...scale, currency: null };
}

function scaleOf(text: string, isAmount: boolean, hasCurrency: boolean): Pick<Unit, "factor" | "isShort"> | null {
  const bare = text.trim();
  const isShort = /^[a-z]$/i.test(bare);
  const counted = COUNTED.exec(bare)?.[1];
  // A price for a thousand impressions is no price in thousands.
  if (counted !== undefined && !/^千.*次$/.test(bare)) return { factor: 10 ** (NUMBER_UNITS[counted] ?? 0), isShort };
  const found = SCALES.find(
    ({ pattern, only }) =>
      pattern.test(bare) && (hasCurrency || (only === "of amounts" ? isAmount : only === undefined)),
  );
  return found ? { factor: 10 ** found.power, isShort } : null;
}
