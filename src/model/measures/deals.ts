import type { Definition, Where } from "./measure.ts";

const deals = (event: string, label: Definition["label"], where: Where = {}): Definition => ({
  unit: "count",
  label,
  readings: [{ table: "deal_event", aggregate: { kind: "count" }, where: { event: [event], ...where } }],
});

const dealAmount = (event: string, label: Definition["label"], where: Where = {}): Definition => ({
  unit: "money",
  label,
  readings: [
    { table: "deal_event", aggregate: { kind: "sum", column: "amount" }, where: { event: [event], ...where } },
  ],
});

/** Opportunities: created, won, lost, open. */
export const DEALS_MEASURES = {
  /** Days of deals created in the period until won; lost deals censored when lost, open ones at the as-of day. */
  deal_days: {
    unit: "days",
    label: { en: "Days from created to won", zh: "商机创建到成交天数" },
    readings: [
      {
        table: "deal_event",
        aggregate: { kind: "durations", start: "created_date", end: "won_date", censored: "lost_date" },
        where: { event: ["created"] },
      },
    ],
  },
  /** Days of the deals won in the period. */
  won_deal_days: {
    unit: "days",
    label: { en: "Days from created to won, won deals", zh: "成交商机的周期天数" },
    readings: [
      {
        table: "deal_event",
        aggregate: { kind: "durations", start: "created_date", end: "won_date" },
        where: { event: ["won"] },
      },
    ],
  },
  deals_created: deals("created", { en: "Opportunities created", zh: "新建商机数" }),
  deals_won: deals("won", { en: "Deals won", zh: "成交商机数" }),
  /** What an average amount is taken over: who has not said what a deal is worth has not said 0. */
  deals_won_with_amount: {
    unit: "count",
    label: { en: "Deals won whose amount is known", zh: "金额已知的成交商机数" },
    readings: [{ table: "deal_event", aggregate: { kind: "count" }, where: { event: ["won"] }, known: "amount" }],
  },
  deals_lost: deals("lost", { en: "Deals lost", zh: "丢单商机数" }),
  new_customers: deals("won", { en: "New customers won", zh: "新成交客户数" }, { is_first_win: [1] }),
  sourced_new_customers: deals(
    "won",
    { en: "New customers sourced by marketing", zh: "市场来源的新成交客户数" },
    { is_first_win: [1], sourced: [1] },
  ),
  sourced_deals_created: deals(
    "created",
    { en: "Opportunities sourced by marketing", zh: "市场来源的新建商机数" },
    { sourced: [1] },
  ),
  won_amount: dealAmount("won", { en: "Amount of deals won", zh: "成交金额" }),
  sourced_won_amount: dealAmount(
    "won",
    { en: "Amount of deals won, sourced by marketing", zh: "市场来源的成交金额" },
    { sourced: [1] },
  ),
  created_amount: dealAmount("created", { en: "Amount of opportunities created", zh: "新建商机金额" }),
  open_amount: {
    unit: "money",
    label: { en: "Amount of open opportunities", zh: "未关闭商机金额" },
    readings: [
      {
        table: "deal_event",
        aggregate: { kind: "sum", column: "amount" },
        where: { event: ["created"] },
        timing: { kind: "stock", until: "closed_date" },
      },
    ],
  },
  /** Open at the end of the period and expected to close within it. */
  open_amount_due: {
    unit: "money",
    label: { en: "Amount of open opportunities due in the period", zh: "期内应成交的未关闭商机金额" },
    readings: [
      {
        table: "deal_event",
        aggregate: { kind: "sum", column: "amount" },
        where: { event: ["created"] },
        timing: { kind: "stock", until: "closed_date", due: "expected_close" },
      },
    ],
  },
  open_deals: {
    unit: "count",
    label: { en: "Open opportunities", zh: "未关闭商机数" },
    readings: [
      {
        table: "deal_event",
        aggregate: { kind: "count" },
        where: { event: ["created"] },
        timing: { kind: "stock", until: "closed_date" },
      },
    ],
  },
} as const satisfies Record<string, Definition>;
