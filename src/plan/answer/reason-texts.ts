import type { Reason } from "../../model/answer.ts";
import { daysInWords } from "../../model/format/days-in-words.ts";
import type { Bilingual, Remark } from "../plan.ts";

/** Every sentence an answer can give as a reason or a note. `{name}` is filled in. */
export const REASON_TEXTS = {
  no_source: {
    en: "No source is loaded for {measure}.",
    zh: "尚未导入可提供“{measure}”的数据源。",
  },
  not_covered: {
    en: "No loaded source covers {from} to {to} for {measure}.",
    zh: "已导入的数据源均未覆盖 {from} 至 {to} 的“{measure}”。",
  },
  not_reported: {
    en: "The loaded sources do not report {measure}.",
    zh: "已导入的数据源未提供“{measure}”。",
  },
  nothing_booked: { en: "No cost is booked here ({measure}).", zh: "此处未记任何费用（{measure}）。" },
  not_begun: { en: "The period begins on {from}, after {day}.", zh: "该期间始于 {from}，晚于 {day}，尚未开始。" },
  does_not_fit: {
    en: "{measure} comes from an export that sums up longer spans of days than the one asked about.",
    zh: "“{measure}”来自按更长时段汇总的导出文件，无法拆分到所问的时段。",
  },
  partly_fits: {
    en: "Some rows of {measure} sum up spans of days that reach beyond the period; they are left out.",
    zh: "“{measure}”的部分行按跨出本期的时段汇总，未计入。",
  },
  zero_denominator: { en: "Nothing stands below the line: {divisor} is 0.", zh: "分母“{divisor}”为 0。" },
  no_cases: { en: "There is no case in the period.", zh: "期内没有个案。" },
  no_finished_cases: { en: "No case has come to its end yet.", zh: "尚无已完结的个案。" },
  median_not_reached: {
    en: "Fewer than half of the cases have come to their end, so that there is no median yet.",
    zh: "完结的个案不足一半，暂无法得出中位数。",
  },
  too_few_cases: { en: "There are too few cases.", zh: "个案过少。" },
  not_additive: {
    en: "{measure} cannot be added up from {rows} part totals: one person may be in several. An export of exactly this span and breakdown would answer.",
    zh: "“{measure}”不能由 {rows} 行分项汇总相加得出：同一人可能计入多行。需要恰好覆盖该期间与维度的导出文件。",
  },
  no_dimension: {
    en: "{measure} is not known by {dimension}, so that it cannot be split without guessing.",
    zh: "“{measure}”不含维度“{dimension}”，拆分只能靠猜，因此不作拆分。",
  },
  no_cohort: {
    en: "This KPI has no cohort form; ask it in period mode.",
    zh: "该指标没有同期群口径，请改用期间口径（period）。",
  },
  setting_missing: {
    en: "The workspace does not set {setting}; add it to leadline.yaml.",
    zh: "工作区未设置 {setting}，请在 leadline.yaml 中补充。",
  },
  target_missing: {
    en: "No revenue targets make up {from} to {to}; add them to leadline.yaml under revenue_targets.",
    zh: "收入目标未能完整覆盖 {from} 至 {to}，请在 leadline.yaml 的 revenue_targets 中补充。",
  },
  period_not_ended: {
    en: "The period ends on {to}; counted up to {day}.",
    zh: "该期间至 {to} 才结束，目前统计至 {day}。",
  },
  source_gap: { en: "Only {days} of the period is covered by {source}.", zh: "{source} 仅覆盖期内的 {days}。" },
  source_late: { en: "{source} has no data for the period yet.", zh: "{source} 尚无本期数据。" },
  missing_rates: {
    en: "Amounts without an exchange rate are left out: {rates}.",
    zh: "以下金额缺少汇率，未计入：{rates}。",
  },
  immature: {
    en: "The window of {window} days has not passed for everyone: {elapsed} of {window} days.",
    zh: "{window} 天窗口期尚未全部走完：已过 {elapsed} 天。",
  },
  connection_without_dimension: {
    en: "{source} does not report {measure} by {dimensions} and is left out.",
    zh: "{source} 的“{measure}”不含维度 {dimensions}，未计入。",
  },
  partly_reported: {
    en: "{measure}: {lacking} of {rows} rows do not report it.",
    zh: "“{measure}”：共 {rows} 行，其中 {lacking} 行未提供。",
  },
  market_overlap: {
    en: "Countries in several markets count in the first of them: {countries}.",
    zh: "同属多个市场的国家计入其中第一个：{countries}。",
  },
  segments_not_crossed: {
    en: "There are too many combinations to show those without rows.",
    zh: "组合过多，未列出没有数据的组合。",
  },
} as const satisfies Record<string, Bilingual>;

export type ReasonCode = keyof typeof REASON_TEXTS;

/** A remark in words. */
export function inWords({ code, params }: Remark, language: "en" | "zh"): Reason {
  const template = Object.hasOwn(REASON_TEXTS, code) ? REASON_TEXTS[code as ReasonCode][language] : code;
  const text = template.replaceAll(/\{(\w+)\}/g, (blank, name: string) => {
    const value = params[name];
    return value === undefined ? blank : typeof value === "string" ? daysInWords(value, language) : value[language];
  });
  return { code, text };
}
