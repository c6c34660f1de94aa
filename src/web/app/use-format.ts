import { useTranslation } from "react-i18next";
import { changeInWords, formatValue } from "../../model/format/format-value.ts";
import { dateFormat, numberFormat } from "../../model/format/kept-formats.ts";
import type { KpiUnit } from "../../model/kpi.ts";
import type { Language } from "../i18n/index.ts";
import { wholeEnds } from "./whole-ends.ts";
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
    interval: (ends: readonly [number, number], unit: KpiUnit) => {
      const [from, to] = wholeEnds(ends, unit);
      return { from: value(from, unit), to: value(to, unit) };
    },
    exact: (given: number | null, unit: KpiUnit) => formatValue(given, unit, { language, currency, style: "exact" }),
    whole: (given: number) => numberFormat(language === "zh" ? "zh-CN" : "en-US").format(given),
    change: (change: number | null) => changeInWords(change, language),
    day: (iso: string) => date({ dateStyle: "medium" }, iso, "en-GB"),
    /** `1–22 Oct 2026`, `2026年10月1日至22日` */
    days: (from: string, to: string) =>
      dateFormat(language === "zh" ? "zh-CN" : "en-GB", {
        year: "numeric",
        month: language === "zh" ? "long" : "short",
        day: "numeric",
        timeZone: "UTC",
      })
        .formatRange(new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`))
        .replace(/^(\d+)\s–\s/u, "$1–"),
    month: (iso: string, style: "short" | "long" = "short") =>
      date(
        { month: style === "long" || language === "zh" ? "long" : "short", year: "numeric" },
        `${iso.slice(0, 7)}-01`,
      ),
    monthOnly: (iso: string) => date({ month: language === "zh" ? "long" : "short" }, `${iso.slice(0, 7)}-01`),
    year: (year: number) => date({ year: "numeric" }, `${year}-01-01`),
  };
}
