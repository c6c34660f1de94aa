import { formatValue, type Language } from "../../model/format/format-value.ts";
import { numberFormat } from "../../model/format/kept-formats.ts";
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
    below: "低于花费比例",
    at: "与花费比例相当",
    above: "高于花费比例",
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

/** What a channel brings for its spend beside another one, where that is not what it brings beside all. */
const BESIDE_TEXTS: Readonly<Record<Language, Readonly<Partial<Record<Verdict, string>>>>> = {
  en: {
    below: "less for its spend than {b}",
    at: "about as much for its spend as {b}",
    above: "more for its spend than {b}",
  },
  zh: { below: "单位花费的产出低于 {b}", at: "单位花费的产出与 {b} 相当", above: "单位花费的产出高于 {b}" },
};

/** `18×`, `3.1×`, `0.07×`. */
function times(value: number, language: Language): string {
  const digits = value >= 9.95 ? 0 : value >= 0.095 ? 1 : 2;
  const text = numberFormat(language, { maximumFractionDigits: digits }).format(value);
  return language === "en" ? `${text}×` : `${text} 倍`;
}

/** Less than a twentieth apart. */
const aboutSame = (ratio: number): boolean => Math.abs(ratio - 1) < 0.05;

/** One of two channels: what it brought, and how it stands among all that spend. */
export interface Side {
  readonly name: string;
  readonly conversions: number;
  readonly verdict: Verdict | null;
}

/** Paid Social took 3.1× the spend of Content Syndication and brought 1.2× its SQLs (12 against 10): below parity. */
export function pairInWords(
  sides: readonly [Side, Side],
  pair: Pair,
  stage: ComparedStage,
  language: Language,
): string {
  const [a, b] = sides.map(({ name }) => name) as [string, string];
  const [brought, other] = sides.map(({ conversions }) =>
    formatValue(conversions, "count", { language, currency: "EUR", style: "exact" }),
  ) as [string, string];
  const word = stageInWords(stage, language);
  const { conversionRatio, spendRatio } = pair;
  const beside = pair.verdict === sides[0].verdict ? undefined : BESIDE_TEXTS[language][pair.verdict];
  const verdict = beside?.replace("{b}", b) ?? VERDICT_TEXTS[language][pair.verdict];
  const spend = times(spendRatio, language);
  if (language === "zh") {
    const what = word.trim();
    const spaced = word.startsWith(" ") ? ` ${what}` : what;
    const unit = { lead: "条", demo: "场" }[stage as string] ?? "个";
    const took = aboutSame(spendRatio) ? `${a} 的花费与 ${b} 相当` : `${a} 的花费是 ${b} 的 ${spend}`;
    if (pair.verdict === "no_conversions") return `${took}，两者都没有带来${spaced}。`;
    const result =
      conversionRatio === null
        ? `带来 ${brought} ${unit}${spaced}，而 ${b} 没有`
        : conversionRatio === 0
          ? `没有带来${spaced}，而 ${b} 有 ${other} ${unit}`
          : aboutSame(conversionRatio)
            ? `带来的${word}与其相当（${brought} 对 ${other}）`
            : `带来的${word}是其 ${times(conversionRatio, language)}（${brought} 对 ${other}）`;
    return `${took}，${result}：${verdict}。`;
  }
  const took = aboutSame(spendRatio) ? `${a} took about the spend of ${b}` : `${a} took ${spend} the spend of ${b}`;
  if (pair.verdict === "no_conversions") return `${took}; neither brought any ${word}.`;
  const result =
    conversionRatio === null
      ? `brought ${brought} ${word}, of which the other has none`
      : conversionRatio === 0
        ? `brought no ${word} against its ${other}`
        : aboutSame(conversionRatio)
          ? `brought about as many ${word} (${brought} against ${other})`
          : `brought ${times(conversionRatio, language)} its ${word} (${brought} against ${other})`;
  return `${took} and ${result}: ${verdict}.`;
}

/** To a tenth of a percent; smaller ones as they are. */
function shareOf(value: number, language: Language): string {
  const tenth = Math.round(value * 1000) / 1000;
  return formatValue(tenth === 0 ? value : tenth, "ratio", { language, currency: "EUR" });
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
  const share = (value: number | null) => shareOf(value ?? 0, language);
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
    en: "Shares, parity and verdict are among {by}s with spend: cost on no {by} ({unallocated} of all) and {what} of {by}s without cost ({free} of all) move none of them. Intervals are 95%, each for itself: the score interval (Wilson) of the share of conversions, over the share of spend, which is taken as known.",
    zh: "占比、对等指数与判断只在有花费的{by}之间进行：未分摊到{by}的费用（占全部的 {unallocated}）与无费用{by}带来的{what}（占全部的 {free}）不影响判断。区间均为各自的 95% 区间：转化占比的得分区间（Wilson）除以费用占比，费用视为已知。",
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
