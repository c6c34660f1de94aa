import type { Workspace } from "./workspace.ts";

type Exclusion = Workspace["exclusions"][number];
type Language = "en" | "zh";

/** Of longer lists the first values stand in a sentence. */
const MOST = 3;

interface Words {
  readonly kinds: Readonly<Record<Exclusion["kind"], string>>;
  readonly domains: (list: string) => string;
  readonly patterns: (list: string) => string;
  readonly accounts: (list: string) => string;
  readonly persons: (list: string) => string;
  readonly customers: string;
  readonly marked: string;
  readonly list: (values: readonly string[], left: number) => string;
  readonly joined: (kind: string, parts: readonly string[]) => string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    kinds: {
      test: "Tests",
      internal: "Our own people",
      competitor: "Competitors",
      customer: "Existing customers",
      other: "Others",
    },
    domains: (list) => `mail at ${list}`,
    patterns: (list) => `addresses that match ${list}`,
    accounts: (list) => `companies with the id ${list}`,
    persons: (list) => `persons with the id ${list}`,
    customers: "whose company was a customer before they became a lead",
    marked: "Tests: marked as such by their source",
    list: (values, left) => values.join(", ") + (left > 0 ? ` and ${left} more` : ""),
    joined: (kind, parts) => (parts.length > 0 ? `${kind}: ${parts.join("; ")}` : kind),
  },
  zh: {
    kinds: { test: "测试", internal: "内部人员", competitor: "竞争对手", customer: "现有客户", other: "其他" },
    domains: (list) => `邮箱域名为 ${list}`,
    patterns: (list) => `邮箱地址匹配 ${list}`,
    accounts: (list) => `公司编号为 ${list}`,
    persons: (list) => `联系人编号为 ${list}`,
    customers: "成为线索之前，其公司已是客户",
    marked: "测试：数据来源自行标记为测试",
    list: (values, left) => values.join("、") + (left > 0 ? ` 等 ${values.length + left} 项` : ""),
    joined: (kind, parts) => (parts.length > 0 ? `${kind}：${parts.join("；")}` : kind),
  },
};

/** What a rule leaves out, in words: "Our own people: mail at lotwerk.example". */
export function exclusionInWords(rule: Exclusion, language: Language): string {
  const words = WORDS[language];
  const part = (values: readonly string[], say: (list: string) => string) =>
    values.length === 0 ? [] : [say(words.list(values.slice(0, MOST), Math.max(0, values.length - MOST)))];
  return words.joined(words.kinds[rule.kind], [
    ...part(rule.email_domains, words.domains),
    ...part(rule.email_patterns, words.patterns),
    ...part(rule.account_ids, words.accounts),
    ...part(rule.person_ids, words.persons),
    ...(rule.kind === "customer" ? [words.customers] : []),
  ]);
}

/** As `exclusionInWords`, by the id that receipts name; undefined of a rule that is not there any more. */
export function exclusionNamed(rules: readonly Exclusion[], id: string, language: Language): string | undefined {
  const rule = rules.find((one) => one.id === id);
  if (rule !== undefined) return exclusionInWords(rule, language);
  return id === "test" ? WORDS[language].marked : undefined;
}
