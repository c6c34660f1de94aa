import type { Definition } from "./measure.ts";

/** Fully loaded marketing cost is made of these; sales, business development and serving stand beside it. */
const MARKETING_CATEGORIES = ["media", "tools", "people", "travel", "agency", "content", "other"] as const;

/** Revenue, cost and customers. */
export const MONEY_MEASURES = {
  billed_amount: {
    unit: "money",
    label: { en: "Billed revenue", zh: "已开票收入" },
    readings: [{ table: "revenue_entry", aggregate: { kind: "sum", column: "amount" } }],
  },
  sourced_billed_amount: {
    unit: "money",
    label: { en: "Billed revenue sourced by marketing", zh: "市场来源的已开票收入" },
    readings: [{ table: "revenue_entry", aggregate: { kind: "sum", column: "amount" }, where: { sourced: [1] } }],
  },
  sourced_won_accounts: {
    unit: "count",
    label: { en: "Accounts with a won deal sourced by marketing", zh: "有市场来源成交的客户数" },
    readings: [
      {
        table: "deal_event",
        aggregate: { kind: "distinct", column: "account_key" },
        where: { event: ["won"], sourced: [1] },
      },
    ],
  },
  sourced_billed_accounts: {
    unit: "count",
    label: { en: "Accounts with billed revenue sourced by marketing", zh: "有市场来源开票收入的客户数" },
    readings: [
      {
        table: "revenue_entry",
        aggregate: { kind: "distinct", column: "customer_key" },
        where: { sourced: [1] },
      },
    ],
  },
  ledger_marketing_cost: {
    unit: "money",
    label: { en: "Marketing cost from ledger and cost sheets", zh: "账簿与费用表中的市场费用" },
    readings: [
      { table: "cost", aggregate: { kind: "sum", column: "amount" }, where: { category: MARKETING_CATEGORIES } },
    ],
  },
  /** Media, tools, people, travel, agency, content, other; platform cost counted once. */
  total_marketing_cost: {
    unit: "money",
    label: { en: "Marketing cost, fully loaded", zh: "全口径市场费用" },
    readings: [
      { table: "ad_daily", aggregate: { kind: "sum", column: "cost" } },
      { table: "ad_period", aggregate: { kind: "sum", column: "cost" } },
      { table: "cost", aggregate: { kind: "sum", column: "amount" }, where: { category: MARKETING_CATEGORIES } },
    ],
  },
  media_cost: {
    unit: "money",
    label: { en: "Paid media cost", zh: "付费媒体费用" },
    readings: [
      { table: "ad_daily", aggregate: { kind: "sum", column: "cost" } },
      { table: "ad_period", aggregate: { kind: "sum", column: "cost" } },
      { table: "cost", aggregate: { kind: "sum", column: "amount" }, where: { category: ["media"] } },
    ],
  },
  sales_cost: {
    unit: "money",
    label: { en: "Sales and business development cost", zh: "销售与业务拓展费用" },
    readings: [
      {
        table: "cost",
        aggregate: { kind: "sum", column: "amount" },
        where: { category: ["sales", "business_development"] },
      },
    ],
  },
  serving_cost: {
    unit: "money",
    label: { en: "Cost of serving customers", zh: "客户服务成本" },
    readings: [{ table: "cost", aggregate: { kind: "sum", column: "amount" }, where: { category: ["serving"] } }],
  },
  /** Days as a customer, of everyone who had become one by the end of the period; those still with us censored. */
  customer_days: {
    unit: "days",
    label: { en: "Days as a customer", zh: "客户存续天数" },
    readings: [
      {
        table: "customer_life",
        aggregate: { kind: "durations", start: "started", end: "ended" },
        timing: { kind: "started" },
      },
    ],
  },
  active_customers: {
    unit: "count",
    label: { en: "Active customers", zh: "活跃客户数" },
    readings: [{ table: "customer_life", aggregate: { kind: "count" }, timing: { kind: "stock", until: "ended" } }],
  },
  /** Active customers whose recurring revenue is known. */
  active_subscribers: {
    unit: "count",
    label: { en: "Active customers with known recurring revenue", zh: "已知经常性收入的活跃客户数" },
    readings: [
      {
        table: "customer_life",
        aggregate: { kind: "count" },
        known: "mrr",
        timing: { kind: "stock", until: "ended" },
      },
    ],
  },
  active_mrr: {
    unit: "money",
    label: { en: "Monthly recurring revenue", zh: "月度经常性收入" },
    readings: [
      {
        table: "customer_life",
        aggregate: { kind: "sum", column: "mrr" },
        timing: { kind: "stock", until: "ended" },
      },
    ],
  },
  new_mrr: {
    unit: "money",
    label: { en: "Monthly recurring revenue of new customers", zh: "新客户月度经常性收入" },
    readings: [{ table: "customer_life", aggregate: { kind: "sum", column: "mrr" } }],
  },
  /** Customers started in the period whose recurring revenue is known. */
  started_subscribers: {
    unit: "count",
    label: { en: "New customers with known recurring revenue", zh: "已知经常性收入的新客户数" },
    readings: [{ table: "customer_life", aggregate: { kind: "count" }, known: "mrr" }],
  },
  started_customers: {
    unit: "count",
    label: { en: "Customers started", zh: "新开始的客户数" },
    readings: [{ table: "customer_life", aggregate: { kind: "count" } }],
  },
} as const satisfies Record<string, Definition>;
