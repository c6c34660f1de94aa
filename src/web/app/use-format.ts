import { useTranslation } from "react-i18next";
import { changeInWords, formatValue } from "../../model/format/format-value.ts";
import type { KpiUnit } from "../../model/kpi.ts";
import type { Language } from "../i18n/index.ts";
import { useWorkspace } from "./workspace-context.ts";

/** Number and date formats in the reader's language and the workspace's currency. */
export function useFormat() {
  const { i18n } = useTranslation();
  const language: Language = i18n.language === "zh" ? "zh" : "en";
  const { currency } = useWorkspace();
  return {
    language,
    currency,
    value: (value: number | null, unit: KpiUnit) => formatValue(value, unit, { language, currency }),
    exact: (value: number | null, unit: KpiUnit) => formatValue(value, unit, { language, currency, style: "exact" }),
    change: (change: number | null) => changeInWords(change, language),
    day: (iso: string) =>
      new Intl.DateTimeFormat(language === "zh" ? "zh-CN" : "en-GB", { dateStyle: "medium", timeZone: "UTC" }).format(
        new Date(`${iso}T00:00:00Z`),
      ),
    month: (iso: string, style: "short" | "long" = "short") =>
      new Intl.DateTimeFormat(language === "zh" ? "zh-CN" : "en-GB", {
        month: style === "short" && language === "en" ? "short" : "long",
        year: "numeric",
        timeZone: "UTC",
      }).format(new Date(`${iso.slice(0, 7)}-01T00:00:00Z`)),
  };
}
