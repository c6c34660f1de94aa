import type { KpiUnit } from "../kpi.ts";
import { numberFormat } from "./kept-formats.ts";

export type Language = "en" | "zh";

export interface FormatOptions {
  readonly language: Language;
  readonly currency: string;
  /** `compact`: as many digits as carry meaning (¥1.24M, 124万); `short`: for wide tables, money from 100 on without cents; `exact`: every digit that counts. */
  readonly style?: "compact" | "short" | "exact";
}

/** What stands for a missing value. */
export const EMPTY = "–";

const locales: Record<Language, string> = { en: "en-US", zh: "zh-CN" };

type Formatter = (value: number, options: Required<FormatOptions>) => string;

const number =
  (most: number, extra: (options: Required<FormatOptions>) => Intl.NumberFormatOptions = () => ({})): Formatter =>
  (value, options) => {
    const compact = options.style !== "exact" && Math.abs(value) >= 10_000;
    return numberFormat(locales[options.language], {
      maximumFractionDigits: compact ? 2 : most,
      ...(compact ? { notation: "compact", maximumSignificantDigits: 3 } : {}),
      ...extra(options),
    }).format(value);
  };

const money: Formatter = (value, options) => {
  const most = { compact: 1000, short: 100, exact: Number.POSITIVE_INFINITY }[options.style];
  const whole = Math.abs(value) >= most || (options.style === "short" && value === 0);
  return number(whole ? 0 : 2, ({ currency }) => ({ style: "currency", currency, currencyDisplay: "narrowSymbol" }))(
    value,
    options,
  );
};

const words: Record<Language, Record<"days" | "seconds" | "months" | "perDay", string>> = {
  en: { days: " d", seconds: " s", months: " months", perDay: " / day" },
  zh: { days: " 天", seconds: " 秒", months: " 个月", perDay: " / 天" },
};

const formatters: Record<KpiUnit, Formatter> = {
  count: number(1),
  ratio: (value, options) =>
    numberFormat(locales[options.language], {
      style: "percent",
      maximumFractionDigits: options.style === "exact" ? 4 : Math.abs(value) < 0.1 ? 2 : 1,
    }).format(value),
  money,
  days: (value, options) => number(1)(value, options) + words[options.language].days,
  seconds: (value, options) => number(1)(value, options) + words[options.language].seconds,
  months: (value, options) => number(1)(value, options) + words[options.language].months,
  multiple: (value, options) => `${number(2)(value, options)}×`,
  money_per_day: (value, options) => money(value, options) + words[options.language].perDay,
};

/** A KPI's value as people read it in their language; `–` where there is none. */
export function formatValue(value: number | null, unit: KpiUnit, options: FormatOptions): string {
  if (value === null) return EMPTY;
  return formatters[unit](value, { style: "compact", ...options });
}

/** A relative change as words first: `12 % above`, `3 % below`, `unchanged`. Null where there is none. */
export function changeInWords(change: number | null, language: Language): string | null {
  if (change === null) return null;
  const size = numberFormat(locales[language], {
    style: "percent",
    maximumFractionDigits: Math.abs(change) < 0.1 ? 1 : 0,
  }).format(Math.abs(change));
  if (Math.abs(change) < 0.0005) return language === "zh" ? "持平" : "unchanged";
  if (language === "zh") return change > 0 ? `高 ${size}` : `低 ${size}`;
  return change > 0 ? `${size} above` : `${size} below`;
}
