import { useTranslation } from "react-i18next";
import { changeInWords, formatValue } from "../../model/format/format-value.ts";
import { dateFormat, numberFormat } from "../../model/format/kept-formats.ts";
import type { KpiUnit } from "../../model/kpi.ts";
import type { Language } from "../i18n/index.ts";
import { useWorkspace } from "./workspace-context.ts";

/** Number and date formats in the reader's language and the workspace's currency. */
export function useFormat() {
  const { i18n } = useTranslation();
  const language: Language = i18n.language === "zh" ? "zh" : "en";
  const { currency } = useWorkspace();
  const date = (options: Intl.DateTimeFormatOptions, iso: string, english = "en-US") =>
    dateFormat(language === "zh" ? "zh-CN" : english, { ...options, timeZone: "UTC" }).format(
      new Date(`${iso}T00:00:00Z`),
    );
  const value = (given: number | null, unit: KpiUnit) => formatValue(given, unit, { language, currency });
  return {
    language,
    currency,
    value,
    /** For wide tables: money from 100 on without cents. */
    short: (given: number | null, unit: KpiUnit) => formatValue(given, unit, { language, currency, style: "short" }),
    /** Both ends of an interval; counts are whole. */
    interval: ([from, to]: readonly [number, number], unit: KpiUnit) =>
      unit === "count"
        ? { from: value(Math.floor(from), unit), to: value(Math.ceil(to), unit) }
        : { from: value(from, unit), to: value(to, unit) },
    exact: (given: number | null, unit: KpiUnit) => formatValue(given, unit, { language, currency, style: "exact" }),
    whole: (given: number) => numberFormat(language === "zh" ? "zh-CN" : "en-US").format(given),
    change: (change: number | null) => changeInWords(change, language),
    day: (iso: string) => date({ dateStyle: "medium" }, iso, "en-GB"),
    month: (iso: string, style: "short" | "long" = "short") =>
      date(
        { month: style === "long" || language === "zh" ? "long" : "short", year: "numeric" },
        `${iso.slice(0, 7)}-01`,
      ),
    monthOnly: (iso: string) => date({ month: language === "zh" ? "long" : "short" }, `${iso.slice(0, 7)}-01`),
    year: (year: number) => date({ year: "numeric" }, `${year}-01-01`),
  };
}
