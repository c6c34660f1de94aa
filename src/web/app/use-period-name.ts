import { useTranslation } from "react-i18next";
import { isWhole, type Period } from "./is-whole.ts";
import { useFormat } from "./use-format.ts";

const RELATIVE = [
  ...(["today", "yesterday", "this-week", "last-week", "week-to-date", "this-month", "last-month"] as const),
  ...(["month-to-date", "this-quarter", "last-quarter", "quarter-to-date", "this-year", "last-year"] as const),
  ...(["year-to-date", "last-12-months"] as const),
] as const;
const SHORT: Readonly<Record<string, (typeof RELATIVE)[number]>> = {
  wtd: "week-to-date",
  mtd: "month-to-date",
  qtd: "quarter-to-date",
  ytd: "year-to-date",
};

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

/** The text of a period, as it stands in an address, in the reader's words. */
export function usePeriodText() {
  const { t } = useTranslation();
  const format = useFormat();
  const text = (period: string, style: "short" | "long" = "long"): string => {
    const relative = RELATIVE.find((one) => one === (SHORT[period] ?? period));
    if (relative) return t(`period.${relative}`);
    if (/^\d{4}-(0[1-9]|1[0-2])$/.test(period)) return format.month(period, style);
    if (isDay(period)) return format.day(period);
    if (/^\d{4}$/.test(period)) return format.year(Number(period));
    const [, year, quarter] = /^(\d{4})-Q([1-4])$/.exec(period) ?? [];
    if (year) return t("period.quarter_of", { year, quarter });
    const [, fiscal, part] = /^FY(\d{4})(?:-Q([1-4]))?$/.exec(period) ?? [];
    if (fiscal) return t(part ? "period.fiscal_quarter" : "period.fiscal_year", { year: fiscal, quarter: part });
    const [, count, unit] = /^last-([1-9]\d*)-(day|week|month|quarter|year)s$/.exec(period) ?? [];
    if (count) return t(`period.last_${unit as "day"}s`, { number: count });
    const [, months, end = ""] = /^([1-9]\d*)-months-to-(.+)$/.exec(period) ?? [];
    if (months) return t("period.months_to", { number: months, period: text(end, style) });
    const [from, to] = period.split("..");
    return from && to && isDay(from) && isDay(to) ? `${format.day(from)} – ${format.day(to)}` : period;
  };
  return text;
}

/** An answer's period in the reader's words; by its days where it is cut short to as many as another has had so far. */
export function usePeriodName() {
  const text = usePeriodText();
  const format = useFormat();
  return (period: Period): string =>
    isWhole(period) ? text(period.label, "short") : format.days(period.from, period.to);
}
