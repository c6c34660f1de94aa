import type { ExclusionKind } from "../../model/workspace.ts";
import type { Part } from "./close-step.ts";

type Bilingual = { readonly en: string; readonly zh: string };

export const SUBJECT_TEXTS: Readonly<Record<string, Bilingual>> = {
  leads: { en: "Leads", zh: "线索" },
  conversions: { en: "Conversions", zh: "转化" },
  spend: { en: "Spend", zh: "花费" },
  revenue: { en: "Revenue", zh: "收入" },
};

/** What systems are called. */
export const SAID_TEXTS = {
  crm_records: { en: "CRM: records that became a lead", zh: "CRM：成为线索的记录" },
  crm_leads: { en: "CRM, as counted: leads", zh: "CRM 计入口径：线索" },
  crm_leads_ads: { en: "CRM, as counted: leads of the platforms' channels", zh: "CRM 计入口径：平台所属渠道的线索" },
  vendor_leads: { en: "Vendors: accepted leads", zh: "供应商：被接受的线索" },
  platform_leads: { en: "Ad platforms: leads", zh: "广告平台：线索" },
  platform_conversions: { en: "Ad platforms: conversions", zh: "广告平台：转化" },
  web_leads: { en: "Web analytics: leads", zh: "网站分析：线索" },
  web_conversions: { en: "Web analytics: conversions", zh: "网站分析：转化" },
  platform_spend: { en: "Ad platforms: spend", zh: "广告平台：花费" },
  ledger_spend: { en: "Ledger: marketing cost, as booked", zh: "账簿：入账的市场费用" },
  both_spend: { en: "Ad platforms and ledger, added up", zh: "广告平台与账簿相加" },
  counted_spend: { en: "Marketing cost, as counted", zh: "计入口径：市场费用" },
  crm_revenue: { en: "CRM: amounts of won deals", zh: "CRM：成交金额" },
  ledger_revenue: { en: "Billing: billed revenue", zh: "账单：已开票收入" },
  web_revenue: { en: "Web analytics: revenue", zh: "网站分析：收入" },
  platform_revenue: { en: "Ad platforms: value of conversions", zh: "广告平台：转化价值" },
} as const satisfies Record<string, Bilingual>;

/** Known parts of a difference. */
export const PART_TEXTS: Readonly<Record<string, Bilingual>> = {
  repeated: { en: "duplicates: the same person again", zh: "重复：同一人再次出现" },
  excluded: { en: "left out by rule", zh: "按规则排除" },
  excluded_here: { en: "left out by rule here, counted there", zh: "此处按规则排除，对方计入" },
  repeated_here: { en: "duplicates merged here, counted there", zh: "此处已合并的重复，对方计入" },
  inferred: { en: "skipped the stage, inferred by a later one", zh: "跳过该阶段，由后续阶段推断" },
  other_channels: { en: "of channels that the other side does not cover", zh: "对方不涵盖的渠道" },
  time_zone: { en: "another day in the platform's time zone", zh: "在平台时区属于另一天" },
  click_date: { en: "by the day of the conversion, not of the click", zh: "按转化日而非点击日计" },
  window: { en: "more than a day after the click: another visit", zh: "点击一日之后才转化：属于另一次访问" },
  view_through: { en: "view-through: an ad seen, not clicked", zh: "浏览后转化：看到但未点击广告" },
  counted_once: { en: "platform cost in the ledger, counted once", zh: "账簿中的平台费用，只计一次" },
  months_without_ledger: { en: "months that the ledger does not have", zh: "账簿没有的月份" },
  months_without_platform: { en: "months that the platform's exports do not have", zh: "平台导出没有的月份" },
  won_not_billed: { en: "won, nothing billed in the period", zh: "已成交，本期未开票" },
  billed_not_won: { en: "billed, nothing won in the period", zh: "已开票，本期无成交" },
  billed_unlinked: {
    en: "billed to customers that are no account of the CRM",
    zh: "开票对象不是 CRM 中的客户",
  },
};

/** What a rule leaves out, by its kind. */
const EXCLUDED_TEXTS: Readonly<Record<ExclusionKind, Bilingual>> = {
  test: { en: "tests", zh: "测试记录" },
  internal: { en: "own people", zh: "内部人员" },
  competitor: { en: "competitors", zh: "竞争对手" },
  customer: { en: "existing customers", zh: "现有客户" },
  other: { en: "other records", zh: "其他记录" },
};

/** A part in words: `tests, left out by rule`. */
export function partText({ id, kind }: Pick<Part, "id" | "kind">, language: "en" | "zh"): string {
  const text = PART_TEXTS[id]?.[language] ?? id;
  if (kind === undefined) return text;
  return [EXCLUDED_TEXTS[kind][language], text].join(language === "en" ? ", " : "，");
}

/** What cannot be told from the loaded sources. */
export const UNKNOWN_TEXTS = {
  time_zone: {
    en: "Time zone: not known of {sources}. Their exports do not say in which one the account counts its days; load them with --set timezone=….",
    zh: "时区：{sources} 未知。其导出未说明账户按哪个时区划分日期，请在加载时用 --set timezone=… 指定。",
  },
  time_zone_daily: {
    en: "Time zone: the CRM does not tell the time of day of its leads.",
    zh: "时区：CRM 未提供线索进入的时刻。",
  },
  time_zones: {
    en: "Time zone: in {channels} the platforms count their days in several zones, and a record there does not tell its platform.",
    zh: "时区：{channels}中的各平台使用不同时区，而记录并不说明来自哪个平台。",
  },
  time_zone_visits: {
    en: "Time zone: the web analytics export gives days, not moments; it needs single visits with their time (GA4's BigQuery export).",
    zh: "时区：网站分析导出只有日期没有时刻；需要带时刻的逐次访问数据（GA4 的 BigQuery 导出）。",
  },
  click_date: {
    en: "Day of the click: platforms book a conversion on the day of the click, others on its own.",
    zh: "点击日期：平台将转化记在点击日，其他系统记在转化日。",
  },
  submit_date: {
    en: "Day of the click: whether a platform books a lead on the day of the click or of the form is in none of its exports.",
    zh: "点击日期：平台将线索记在点击日还是提交日，其导出均未说明。",
  },
  window: {
    en: "Window: a platform counts conversions days after the click, which web analytics gives to the visit they happen in.",
    zh: "窗口期：平台会计入点击数日后的转化，而网站分析将其归于发生转化的那次访问。",
  },
  view_through: {
    en: "View-through: a platform may count people who saw an ad and did not click it.",
    zh: "浏览后转化：平台可能计入看到广告但未点击的人。",
  },
  bots: {
    en: "Bots: web analytics leaves known machines out before it counts; no column of its exports tells how many.",
    zh: "机器流量：网站分析在统计前就过滤已知机器流量，其导出没有说明数量的列。",
  },
  consent: {
    en: "Consent and blockers: visits that web analytics may not or cannot see are in no export.",
    zh: "授权与拦截：网站分析无法看到的访问不在任何导出中。",
  },
  actions: {
    en: "Actions: which of its actions a platform counts as a conversion or a lead is set there.",
    zh: "转化动作：平台将哪些动作计为转化或线索由其自身设置决定。",
  },
  touch: {
    en: "Touch: a CRM credits the first source it knows of a person, a platform any click of its own.",
    zh: "触点：CRM 归功于所知的首个来源，平台归功于自身的任一次点击。",
  },
  other_amounts: {
    en: "Amounts: a platform adds up the values that its pixel or upload was given, a CRM what was agreed in won deals.",
    zh: "金额：平台累加像素或上传所给的价值，CRM 记录成交商机的约定金额。",
  },
  tax_and_credits: {
    en: "Taxes, fees and credits on invoices are not told apart in the ledger.",
    zh: "税费、服务费与返点在账簿中未单列。",
  },
  cost_gap: {
    en: "{platform} counts by its own exports in {month}, and its media lines in the ledger are left out. The exports of {connection} lack {days} of the {of} days of that month: what it spent on these counts nowhere.",
    zh: "{platform} 在 {month} 按自身导出计，账簿中的媒体费用不再计入。{connection} 的导出缺少该月 {of} 天中的 {days} 天：这些天的花费未计入任何数字。",
  },
  exchange_rate: {
    en: "Exchange rate: amounts in other currencies are converted at the rate of each record's day, so that a month's bill and its days differ.",
    zh: "汇率：外币金额按各条记录当日汇率折算，因此整月账单与逐日花费会有差异。",
  },
  other_basis: {
    en: "Same customers, other amounts: deals hold what was agreed, bills what fell due in the period.",
    zh: "同一客户金额不同：商机记录约定金额，账单记录本期到期金额。",
  },
  web_leads: {
    en: "Web analytics counts visits and conversions, not persons who became a lead; see conversions.",
    zh: "网站分析统计访问与转化，而非成为线索的人，请参见“转化”。",
  },
  not_loaded: { en: "No source is loaded that says so.", zh: "尚未加载可提供该数字的来源。" },
} as const satisfies Record<string, Bilingual>;
