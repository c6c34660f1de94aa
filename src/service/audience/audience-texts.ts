import type { Language } from "../../model/format/format-value.ts";
import type { Suppressed, SuppressionReason } from "./find-suppressed.ts";

export const REASON_WORDS: Readonly<Record<Language, Readonly<Record<SuppressionReason, string>>>> = {
  en: {
    customer: "customer",
    open_opportunity: "open opportunity",
    competitor: "competitor",
    opted_out: "opted out",
    erased: "asked to be erased",
    internal: "own people",
    test: "test record",
    other: "excluded",
    list: "on a list",
  },
  zh: {
    customer: "现有客户",
    open_opportunity: "进行中的商机",
    competitor: "竞争对手",
    opted_out: "已退订",
    erased: "已要求删除数据",
    internal: "内部人员",
    test: "测试记录",
    other: "按规则排除",
    list: "在名单上",
  },
};

/** customer (acme.example) since 2026-03-01 */
export function reasonInWords({ reason, detail, since }: Suppressed, language: Language): string {
  const more = detail === "" ? "" : language === "en" ? ` (${detail})` : `（${detail}）`;
  const day = since === null ? "" : language === "en" ? ` since ${since}` : `，自 ${since}`;
  return `${REASON_WORDS[language][reason]}${more}${day}`;
}

export const AUDIENCE_TEXTS = {
  hashes: {
    en: "A SHA-256 hash is matched only with people whose address the workspace keeps ({known}); the domain of a hash that it does not know cannot be read, so that its firm's standing is not seen.",
    zh: "SHA-256 哈希仅能与工作区保留地址的人员（{known} 人）匹配；未知哈希无法读出域名，因此看不到其公司的状态。",
  },
  repeated: {
    en: "{lines} lines repeat an earlier one; each person counts once.",
    zh: "{lines} 行重复，每人只计一次。",
  },
  unreadable: {
    en: "{lines} lines hold neither an address nor a SHA-256 hash; they are not in the cleaned list.",
    zh: "{lines} 行既不是邮箱地址也不是 SHA-256 哈希，未写入清理后的名单。",
  },
  waste_not_asked: {
    en: "What was spent on them is estimated for the spend of a period: name it, and the campaign that the list was used for.",
    zh: "如需估算浪费的花费，请指定期间以及使用该名单的广告系列。",
  },
  no_spend: { en: "No ad spend is known for the period.", zh: "该期间没有已知的广告花费。" },
  waste_method: {
    en: "Σ over the days of ad spend × people suppressed by that day ÷ people on the list. It assumes that the whole spend went to this list as it stands and was spread evenly over its people.",
    zh: "逐日累加：当日广告花费 × 截至当日应被排除的人数 ÷ 名单人数。假设全部花费都投向这份名单，并在名单人员间平均分布。",
  },
} as const;

export function filledText(template: string, blanks: Readonly<Record<string, string>>): string {
  return template.replaceAll(/\{(\w+)\}/g, (blank, name: string) => blanks[name] ?? blank);
}
