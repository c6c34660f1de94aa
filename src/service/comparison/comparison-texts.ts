import { formatValue, type Language } from "../../model/format/format-value.ts";
import type { ComparedBy, ComparedStage } from "./comparison-question.ts";
import type { Pair, Parity, Verdict } from "./judge-parity.ts";

export const VERDICT_TEXTS: Readonly<Record<Language, Readonly<Record<Verdict, string>>>> = {
  en: {
    below: "below parity",
    at: "at parity",
    above: "above parity",
    too_few: "too few to judge",
    alone: "the only one with spend",
    no_spend: "no spend in the period",
    no_cost: "no cost is booked here",
    no_conversions: "no conversions to judge by",
  },
  zh: {
    below: "低于对等",
    at: "与费用对等",
    above: "高于对等",
    too_few: "样本太小，无法判断",
    alone: "唯一有花费的一项",
    no_spend: "本期无花费",
    no_cost: "未记任何费用",
    no_conversions: "没有转化可供判断",
  },
};

export const STAGE_TEXTS: Readonly<Record<Language, Readonly<Record<ComparedStage, string>>>> = {
  en: { lead: "leads", mql: "MQLs", sql: "SQLs", demo: "demos", opportunity: "opportunities", won: "new customers" },
  zh: { lead: "线索", mql: "MQL", sql: "SQL", demo: "演示", opportunity: "商机", won: "新客户" },
};

/** As it stands within a sentence: Latin letters keep a blank from Chinese ones. */
export function stageInWords(stage: ComparedStage, language: Language): string {
  const word = STAGE_TEXTS[language][stage];
  return language === "zh" && /^[A-Z]/.test(word) ? ` ${word} ` : word;
}

/** `3.1×`, `0.07×`, `120×`. */
function times(value: number, language: Language): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 0.1 ? 1 : 2;
  const text = new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(value);
  return language === "en" ? `${text}×` : `${text} 倍`;
}

/** Paid Social took 3.1× the spend of Content Syndication and brought 1.2× its SQLs: below parity. */
export function pairInWords(
  names: readonly [string, string],
  pair: Pair,
  stage: ComparedStage,
  language: Language,
): string {
  const [a, b] = names;
  const what = stageInWords(stage, language);
  const verdict = VERDICT_TEXTS[language][pair.verdict];
  const spend = times(pair.spendRatio, language);
  const { conversionRatio } = pair;
  if (language === "zh") {
    if (pair.verdict === "no_conversions") return `${a} 的花费是 ${b} 的 ${spend}，两者都没有带来${what.trimEnd()}。`;
    const brought =
      conversionRatio === null
        ? `${b} 没有带来${what.trimEnd()}，${a} 有`
        : conversionRatio === 0
          ? `没有带来${what.trimEnd()}，而 ${b} 有`
          : `带来的${what}是其 ${times(conversionRatio, language)}`;
    return `${a} 的花费是 ${b} 的 ${spend}，${brought}：${verdict}。`;
  }
  if (pair.verdict === "no_conversions") return `${a} took ${spend} the spend of ${b}; neither brought any ${what}.`;
  const brought =
    conversionRatio === null
      ? `brought ${what}, of which the other has none`
      : conversionRatio === 0
        ? `brought none of the ${what} that the other did`
        : `brought ${times(conversionRatio, language)} its ${what}`;
  return `${a} took ${spend} the spend of ${b} and ${brought}: ${verdict}.`;
}

interface Told {
  readonly name: string;
  readonly parity: Parity;
  /** Of all conversions; said where the channel is not judged. */
  readonly ofAll: number | null;
}

/** Of channels with spend, Paid Social took 9.7% of the spend and brought 1.5% of the SQLs: below parity. */
export function shareInWords(
  { name, parity, ofAll }: Told,
  by: ComparedBy,
  stage: ComparedStage,
  language: Language,
): string {
  const share = (value: number | null) => formatValue(value ?? 0, "ratio", { language, currency: "EUR" });
  const what = stageInWords(stage, language);
  const { verdict, spendShare } = parity;
  const brought = (part: number | null) =>
    language === "zh"
      ? (part ? `带来 ${share(part)} 的${what}` : `没有带来${what}`).trimEnd()
      : part
        ? `brought ${share(part)} of the ${what}`
        : `brought no ${what}`;
  if (spendShare === null) {
    const free = brought(ofAll);
    const named = VERDICT_TEXTS[language][verdict];
    if (language === "zh") {
      if (verdict === "no_cost") return `${name} 未记任何费用，${free}。`;
      if (verdict === "no_spend") return `${name} 本期无花费，${free}。`;
      return `${name}${free}：${named}。`;
    }
    if (verdict === "no_cost") return `No cost is booked on ${name}; it ${free}.`;
    if (verdict === "no_spend") return `${name} had no spend in the period and ${free}.`;
    return `${name} ${free}: ${named}.`;
  }
  const among = brought(parity.conversionShare);
  return language === "zh"
    ? `在有花费的${BY_TEXTS.zh[by]}中，${name} 占花费的 ${share(spendShare)}，${among}：${VERDICT_TEXTS.zh[verdict]}。`
    : `Of ${BY_TEXTS.en[by]}s with spend, ${name} took ${share(spendShare)} of the spend and ${among}: ${VERDICT_TEXTS.en[verdict]}.`;
}

export const COMPARISON_NOTES = {
  among_spending: {
    en: "Shares, parity and verdict are among {by}s with spend: cost on no {by} ({unallocated} of all) and {what} without cost ({free}) move none of them. Intervals are 95%, each for itself.",
    zh: "占比、对等指数与判断只在有花费的{by}之间进行：未分摊到{by}的费用（占 {unallocated}）与未花费的{what}（占 {free}）不影响判断。区间均为各自的 95% 区间。",
  },
  strangers: {
    en: "No {by} with spend has any {what}, while others do: platforms and CRM may call the same {by} by different names.",
    zh: "有花费的{by}均无{what}，而其他{by}有：平台与 CRM 可能对同一{by}使用不同名称。",
  },
  same_period: {
    en: "Cost and {what} are those of the same period; where {what} follow the spend by months, take a longer period.",
    zh: "费用与{what}取自同一期间；若{what}比花费晚数月出现，请取更长的期间。",
  },
} as const;

export const BY_TEXTS: Readonly<Record<Language, Readonly<Record<ComparedBy, string>>>> = {
  en: { channel: "channel", program: "program", campaign: "campaign" },
  zh: { channel: "渠道", program: "项目", campaign: "广告系列" },
};

export function filled(template: string, blanks: Readonly<Record<string, string>>): string {
  const text = template.replaceAll(/\{(\w+)\}/g, (blank, name: string) => blanks[name] ?? blank);
  return text.replaceAll(/ (?=[（，；。])/g, "");
}
