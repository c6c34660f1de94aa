import { useTranslation } from "react-i18next";
import { useFormat } from "./use-format.ts";

/** A period in the reader's words: a month by its name, others by their label. */
export function usePeriodName() {
  const { i18n } = useTranslation();
  const format = useFormat();
  return (period: { readonly from: string; readonly to: string; readonly label: string }): string => {
    if (/^\d{4}-\d{2}$/.test(period.label))
      return format.month(period.label, i18n.language === "zh" ? "long" : "short");
    if (/^\d{4}-\d{2}-\d{2}$/.test(period.label)) return format.day(period.label);
    if (period.label.includes("..")) return `${format.day(period.from)} – ${format.day(period.to)}`;
    return period.label;
  };
}
