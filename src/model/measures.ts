import type { TableId } from "./facts.ts";

/** What a measure counts in; units of formulas are built from these. */
export type MeasureUnit = "count" | "money" | "days" | "seconds" | "share" | "months";

/**
 * Conditions on columns, all of which hold together. Per column: one of the values, or a comparison written as text
 * (`>0`, `>=0`, `!=x`; `!=` alone: the column is set). A null never fulfils a comparison.
 */
export type Where = Readonly<Record<string, readonly (string | number)[]>>;

/**
 * One way to get a measure from one table.
 * - `count`: rows; `sum`: sum of a column (null when no row reports it); `distinct`: exact distinct values that are set;
 * - `single`: a figure that does not add up (users of a pre-aggregated file): valid only where exactly one row answers;
 * - `durations`: a distribution of days from `start` to `end`, rows without `end` censored at the as-of day;
 * - `values`: a distribution of a column's values;
 * - `last`: a stock that rows report as it stood on their day (followers): per combination of `per`, the value of the
 *   newest row that knows it; these added up.
 */
export type Aggregate =
  | { readonly kind: "count" }
  | { readonly kind: "sum"; readonly column: string }
  | { readonly kind: "distinct"; readonly column: string }
  | { readonly kind: "single"; readonly column: string }
  | { readonly kind: "durations"; readonly start: string; readonly end: string; readonly censored?: string }
  | { readonly kind: "values"; readonly column: string }
  | { readonly kind: "last"; readonly column: string; readonly per: readonly string[] };

export interface Reading {
  readonly table: TableId;
  readonly aggregate: Aggregate;
  readonly where?: Where;
  /** Only rows in which this column is known (keeps a ratio's two sides over the same rows). */
  readonly known?: string;
  /**
   * `event`: rows fall into the period by the table's date. `stock`: rows that stand at the end of the period: from their
   * date on, and until `until` (null = still standing); with `due`, only those whose `due` day lies within the period.
   */
  readonly timing?:
    | { readonly kind: "stock"; readonly until: string; readonly due?: string }
    | { readonly kind: "started" };
}

export interface Measure {
  readonly id: string;
  readonly unit: MeasureUnit;
  /** Added up over tables: session rows plus pre-aggregated rows, ad costs plus cost sheet. */
  readonly readings: readonly Reading[];
  readonly label: { readonly en: string; readonly zh: string };
}

type Definition = Omit<Measure, "id">;

const web = (
  column: string,
  session: Reading,
  label: Definition["label"],
  unit: MeasureUnit = "count",
): Definition => ({
  unit,
  label,
  readings: [
    session,
    { table: "web_daily", aggregate: { kind: "sum", column } },
    { table: "web_period", aggregate: { kind: "sum", column } },
  ],
});

/** Sessions of the rows that report a column. */
const sessionsKnowing = (known: string, label: Definition["label"]): Definition => ({
  unit: "count",
  label,
  readings: [
    { table: "web_session", aggregate: { kind: "count" }, known },
    { table: "web_daily", aggregate: { kind: "sum", column: "sessions" }, known },
    { table: "web_period", aggregate: { kind: "sum", column: "sessions" }, known },
  ],
});

const sessionsWhere = (where: Where): Reading => ({ table: "web_session", aggregate: { kind: "count" }, where });

const ad = (column: string, label: Definition["label"], unit: MeasureUnit = "count"): Definition => ({
  unit,
  label,
  readings: [
    { table: "ad_daily", aggregate: { kind: "sum", column } },
    { table: "ad_period", aggregate: { kind: "sum", column } },
  ],
});

/** Figures of ad rows in which another column is reported too. */
const adPair = (
  column: string,
  known: string,
  label: Definition["label"],
  unit: MeasureUnit = "count",
): Definition => ({
  unit,
  label,
  readings: [
    { table: "ad_daily", aggregate: { kind: "sum", column }, known },
    { table: "ad_period", aggregate: { kind: "sum", column }, known },
  ],
});

/** Reactions to posts whose views are reported. */
const social = (column: string, label: Definition["label"]): Definition => ({
  unit: "count",
  label,
  readings: [{ table: "social_post", aggregate: { kind: "sum", column }, known: "views" }],
});

const funnel = (stage: string, label: Definition["label"], where: Where = {}): Definition => ({
  unit: "count",
  label,
  readings: [{ table: "funnel_entry", aggregate: { kind: "count" }, where: { stage: [stage], ...where } }],
});

const span = (stage: string, start: string, end: string, label: Definition["label"]): Definition => ({
  unit: "days",
  label,
  readings: [
    {
      table: "funnel_entry",
      aggregate: { kind: "durations", start, end, censored: "lost_date" },
      where: { stage: [stage] },
    },
  ],
});

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

const search = (column: string, known: string | undefined, label: Definition["label"]): Definition => ({
  unit: "count",
  label,
  readings: (["search_daily", "search_period"] as const).map((table) => ({
    table,
    aggregate: { kind: "sum", column },
    ...(known === undefined ? {} : { known }),
  })),
});

/** Figures of mailings in which another figure is reported too. */
const mail = (column: string, known: string, label: Definition["label"]): Definition => ({
  unit: "count",
  label,
  readings: [{ table: "email_send", aggregate: { kind: "sum", column }, known }],
});

const rowsOf = (table: TableId, where: Where, label: Definition["label"], known?: string): Definition => ({
  unit: "count",
  label,
  readings: [{ table, aggregate: { kind: "count" }, where, ...(known === undefined ? {} : { known }) }],
});

/** Trade fairs count contacts, not registrants. */
const ONLINE: Where = { event_kind: ["!=fair"] };
/** The next step after an event, and the meeting after a gift, is looked for within so many days. */
const WITHIN_30_DAYS = ["<=30"];

const targets = (event: string, column: string, label: Definition["label"], stock: boolean): Definition => ({
  unit: "count",
  label,
  readings: [
    {
      table: "target_event",
      aggregate: { kind: "distinct", column },
      where: { event: [event] },
      ...(stock ? { timing: { kind: "stock", until: "until" } } : {}),
    },
  ],
});

/** Fully loaded marketing cost is made of these; sales, business development and serving stand beside it. */
export const MARKETING_CATEGORIES = ["media", "tools", "people", "travel", "agency", "content", "other"] as const;

/**
 * The measures that formulas name. `cost` rows that repeat what an ad platform reports itself are left out by the rule
 * "platform cost counts once", which the planner adds and the receipt lists.
 */
export const MEASURES = {
  sessions: web("sessions", sessionsWhere({}), { en: "Sessions", zh: "会话数" }),
  visitors: {
    unit: "count",
    label: { en: "Distinct visitors", zh: "独立访客数" },
    readings: [
      { table: "web_session", aggregate: { kind: "distinct", column: "visitor_id" } },
      { table: "web_daily", aggregate: { kind: "single", column: "users" } },
      { table: "web_period", aggregate: { kind: "single", column: "users" } },
    ],
  },
  /** Distinct visitors with a macro conversion. */
  converting_visitors: {
    unit: "count",
    label: { en: "Distinct converting visitors", zh: "转化访客数" },
    readings: [
      {
        table: "web_session",
        aggregate: { kind: "distinct", column: "visitor_id" },
        where: { macro_conversions: [">0"] },
      },
    ],
  },
  /** Distinct visitors of the sessions that know about macro conversions; the other side of `converting_visitors`. */
  tracked_visitors: {
    unit: "count",
    label: { en: "Distinct visitors, session-level", zh: "逐条记录的独立访客数" },
    readings: [
      {
        table: "web_session",
        aggregate: { kind: "distinct", column: "visitor_id" },
        where: { macro_conversions: [">=0"] },
      },
    ],
  },
  new_visitor_sessions: web("new_visitor_sessions", sessionsWhere({ is_new: [1] }), {
    en: "Sessions of first-time visitors",
    zh: "新访客会话数",
  }),
  /** Sessions of which it is known whether the visitor is new. */
  sessions_with_newness: {
    unit: "count",
    label: { en: "Sessions with known newness", zh: "已知新旧访客的会话数" },
    readings: [
      { table: "web_session", aggregate: { kind: "count" }, known: "is_new" },
      { table: "web_daily", aggregate: { kind: "sum", column: "sessions" }, known: "new_visitor_sessions" },
      { table: "web_period", aggregate: { kind: "sum", column: "sessions" }, known: "new_visitor_sessions" },
    ],
  },
  engaged_sessions: web("engaged_sessions", sessionsWhere({ engaged: [1] }), {
    en: "Engaged sessions",
    zh: "互动会话数",
  }),
  sessions_with_engagement: {
    unit: "count",
    label: { en: "Sessions with known engagement", zh: "已知互动情况的会话数" },
    readings: [
      { table: "web_session", aggregate: { kind: "count" }, known: "engaged" },
      { table: "web_daily", aggregate: { kind: "sum", column: "sessions" }, known: "engaged_sessions" },
      { table: "web_period", aggregate: { kind: "sum", column: "sessions" }, known: "engaged_sessions" },
    ],
  },
  single_page_sessions: web("single_page_sessions", sessionsWhere({ page_views: [1] }), {
    en: "Single-page sessions",
    zh: "单页会话数",
  }),
  sessions_with_page_views: {
    unit: "count",
    label: { en: "Sessions with known page views", zh: "已知浏览页数的会话数" },
    readings: [
      { table: "web_session", aggregate: { kind: "count" }, known: "page_views" },
      { table: "web_daily", aggregate: { kind: "sum", column: "sessions" }, known: "single_page_sessions" },
      { table: "web_period", aggregate: { kind: "sum", column: "sessions" }, known: "single_page_sessions" },
    ],
  },
  /** Completed orders and lead forms. */
  macro_conversions: web(
    "macro_conversions",
    { table: "web_session", aggregate: { kind: "sum", column: "macro_conversions" } },
    { en: "Macro conversions", zh: "宏转化数" },
  ),
  micro_conversions: web(
    "micro_conversions",
    { table: "web_session", aggregate: { kind: "sum", column: "micro_conversions" } },
    { en: "Micro conversions", zh: "微转化数" },
  ),
  /** Sessions with at least one macro conversion; only session-level sources know. */
  converting_sessions: {
    unit: "count",
    label: { en: "Sessions with a macro conversion", zh: "发生宏转化的会话数" },
    readings: [sessionsWhere({ macro_conversions: [">0"] })],
  },
  tracked_sessions: {
    unit: "count",
    label: { en: "Session-level sessions", zh: "逐条记录的会话数" },
    readings: [sessionsWhere({ macro_conversions: [">=0"] })],
  },
  sessions_with_macro_conversions: sessionsKnowing("macro_conversions", {
    en: "Sessions with known macro conversions",
    zh: "已知宏转化情况的会话数",
  }),
  sessions_with_micro_conversions: sessionsKnowing("micro_conversions", {
    en: "Sessions with known micro conversions",
    zh: "已知微转化情况的会话数",
  }),
  carts: web("carts", sessionsWhere({ cart: [1] }), { en: "Sessions with a cart", zh: "加购会话数" }),
  carts_ordered: web("orders", sessionsWhere({ cart: [1], ordered: [1] }), {
    en: "Carts that became orders",
    zh: "下单的加购会话数",
  }),
  /** Carts of which it is known whether they became orders. */
  carts_with_outcome: {
    unit: "count",
    label: { en: "Carts with known outcome", zh: "已知结果的加购会话数" },
    readings: [
      { table: "web_session", aggregate: { kind: "count" }, where: { cart: [1] }, known: "ordered" },
      { table: "web_daily", aggregate: { kind: "sum", column: "carts" }, known: "orders" },
      { table: "web_period", aggregate: { kind: "sum", column: "carts" }, known: "orders" },
    ],
  },
  reading_seconds: {
    unit: "seconds",
    label: { en: "Reading time per page view", zh: "单次阅读时长" },
    readings: [{ table: "content_read", aggregate: { kind: "values", column: "seconds" } }],
  },
  reading_depth: {
    unit: "share",
    label: { en: "Share of the page read", zh: "页面阅读比例" },
    readings: [{ table: "content_read", aggregate: { kind: "values", column: "depth" } }],
  },
  social_views: {
    unit: "count",
    label: { en: "Views of social posts", zh: "社媒浏览量" },
    readings: [{ table: "social_post", aggregate: { kind: "sum", column: "views" } }],
  },
  social_likes: social("likes", { en: "Likes", zh: "点赞数" }),
  social_shares: social("shares", { en: "Shares", zh: "分享数" }),
  social_comments: social("comments", { en: "Comments", zh: "评论数" }),
  followers_gained: {
    unit: "count",
    label: { en: "Followers gained", zh: "净增粉丝数" },
    readings: [{ table: "social_post", aggregate: { kind: "sum", column: "followers_gained" } }],
  },
  /** Followers at the end of the period, or the last day before it that reports them; one audience per account and network. */
  followers: {
    unit: "count",
    label: { en: "Followers", zh: "粉丝数" },
    readings: [
      {
        table: "social_post",
        aggregate: { kind: "last", column: "followers", per: ["connection", "source", "country"] },
      },
    ],
  },
  impressions: ad("impressions", { en: "Impressions", zh: "展示次数" }),
  clicks: ad("clicks", { en: "Clicks", zh: "点击次数" }),
  ad_cost: ad("cost", { en: "Ad spend", zh: "广告花费" }, "money"),
  /** The two sides of a quotient, over the rows in which both are reported. */
  shown_impressions: adPair("impressions", "clicks", {
    en: "Impressions, where clicks are reported",
    zh: "展示次数（同时上报点击）",
  }),
  shown_clicks: adPair("clicks", "impressions", {
    en: "Clicks, where impressions are reported",
    zh: "点击次数（同时上报展示）",
  }),
  paid_clicks: adPair("clicks", "cost", { en: "Clicks, where cost is reported", zh: "点击次数（同时上报花费）" }),
  paid_impressions: adPair("impressions", "cost", {
    en: "Impressions, where cost is reported",
    zh: "展示次数（同时上报花费）",
  }),
  paid_conversions: adPair("conversions", "cost", {
    en: "Conversions the platforms report, where cost is reported",
    zh: "平台上报转化数（同时上报花费）",
  }),
  click_cost: adPair(
    "cost",
    "clicks",
    { en: "Ad spend, where clicks are reported", zh: "广告花费（同时上报点击）" },
    "money",
  ),
  impression_cost: adPair(
    "cost",
    "impressions",
    { en: "Ad spend, where impressions are reported", zh: "广告花费（同时上报展示）" },
    "money",
  ),
  conversion_cost: adPair(
    "cost",
    "conversions",
    { en: "Ad spend, where conversions are reported", zh: "广告花费（同时上报转化）" },
    "money",
  ),
  ad_conversions: ad("conversions", { en: "Conversions the platforms report", zh: "平台上报转化数" }),
  platform_leads: ad("platform_leads", { en: "Leads the platforms report", zh: "平台上报线索数" }),
  lead_entries: funnel("lead", { en: "Persons entering stage lead", zh: "进入线索阶段的人数" }),
  mql_entries: funnel("mql", { en: "Persons entering stage MQL", zh: "进入 MQL 阶段的人数" }),
  sql_entries: funnel("sql", { en: "Persons entering stage SQL", zh: "进入 SQL 阶段的人数" }),
  opportunity_entries: funnel("opportunity", { en: "Persons entering stage opportunity", zh: "进入商机阶段的人数" }),
  won_entries: funnel("won", { en: "Persons entering stage won", zh: "成交人数" }),
  qualified_entries: funnel(
    "lead",
    { en: "Leads with need, budget, authority and fit", zh: "具备需求、预算、决策权且符合画像的线索数" },
    { need: [1], budget: [1], authority: [1], fit: [1] },
  ),
  lead_to_mql_days: span("lead", "lead_date", "mql_date", { en: "Days from lead to MQL", zh: "线索到 MQL 天数" }),
  mql_to_sql_days: span("mql", "mql_date", "sql_date", { en: "Days from MQL to SQL", zh: "MQL 到 SQL 天数" }),
  sql_to_opportunity_days: span("sql", "sql_date", "opportunity_date", {
    en: "Days from SQL to opportunity",
    zh: "SQL 到商机天数",
  }),
  sql_to_won_days: span("sql", "sql_date", "won_date", { en: "Days from SQL to won", zh: "SQL 到成交天数" }),
  mql_to_won_days: span("mql", "mql_date", "won_date", { en: "Days from MQL to won", zh: "MQL 到成交天数" }),
  lead_to_won_days: span("lead", "lead_date", "won_date", { en: "Days from lead to won", zh: "线索到成交天数" }),
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
  demos_booked: {
    unit: "count",
    label: { en: "Meetings booked", zh: "已预约会议数" },
    readings: [{ table: "meeting_entry", aggregate: { kind: "count" } }],
  },
  demos_held: {
    unit: "count",
    label: { en: "Meetings held", zh: "已举行会议数" },
    readings: [{ table: "meeting_entry", aggregate: { kind: "count" }, where: { status: ["held"] } }],
  },
  mqls_with_demo: {
    unit: "count",
    label: { en: "MQLs with a demo booked", zh: "已预约演示的 MQL 数" },
    readings: [{ table: "funnel_entry", aggregate: { kind: "count" }, where: { stage: ["mql"] }, known: "demo_date" }],
  },
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
  search_results_shown: search("impressions", undefined, { en: "Search results shown", zh: "搜索结果展示次数" }),
  search_results_clicked: search("clicks", undefined, { en: "Search results clicked", zh: "搜索结果点击次数" }),
  search_clicks_of_shown: search("clicks", "impressions", {
    en: "Search results clicked, where showings are reported",
    zh: "搜索结果点击次数（同时上报展示）",
  }),
  search_shown_of_clicked: search("impressions", "clicks", {
    en: "Search results shown, where clicks are reported",
    zh: "搜索结果展示次数（同时上报点击）",
  }),
  search_positions: search("position_sum", "impressions", { en: "Sum of positions", zh: "排名之和" }),
  search_shown_with_position: search("impressions", "position_sum", {
    en: "Search results shown, where positions are reported",
    zh: "搜索结果展示次数（同时上报排名）",
  }),
  mails_sent: mail("sent", "delivered", { en: "Mails sent", zh: "发送邮件数" }),
  mails_delivered: mail("delivered", "sent", { en: "Mails delivered", zh: "送达邮件数" }),
  mail_openers: mail("unique_opens", "delivered", { en: "Unique openers", zh: "独立打开人数" }),
  mails_with_opens: mail("delivered", "unique_opens", {
    en: "Mails delivered, where opens are reported",
    zh: "送达邮件数（同时上报打开）",
  }),
  human_mail_openers: mail("human_opens", "delivered", {
    en: "Unique openers without machine opens",
    zh: "独立打开人数（剔除机器打开）",
  }),
  mails_with_human_opens: mail("delivered", "human_opens", {
    en: "Mails delivered, where machine opens are told apart",
    zh: "送达邮件数（可区分机器打开）",
  }),
  mail_clickers: mail("unique_clicks", "delivered", { en: "Unique clickers", zh: "独立点击人数" }),
  mails_with_clicks: mail("delivered", "unique_clicks", {
    en: "Mails delivered, where clicks are reported",
    zh: "送达邮件数（同时上报点击）",
  }),
  clickers_among_openers: mail("unique_clicks", "openers", {
    en: "Unique clickers, where opens are reported",
    zh: "独立点击人数（同时上报打开）",
  }),
  openers_or_clickers: mail("openers", "unique_clicks", {
    en: "Unique openers, clickers among them",
    zh: "独立打开人数（含点击者）",
  }),
  mail_unsubscribes: mail("unsubscribes", "delivered", { en: "Unsubscribes", zh: "退订人数" }),
  mails_with_unsubscribes: mail("delivered", "unsubscribes", {
    en: "Mails delivered, where unsubscribes are reported",
    zh: "送达邮件数（同时上报退订）",
  }),
  mail_complaints: mail("complaints", "delivered", { en: "Spam complaints", zh: "垃圾邮件投诉数" }),
  mails_with_complaints: mail("delivered", "complaints", {
    en: "Mails delivered, where complaints are reported",
    zh: "送达邮件数（同时上报投诉）",
  }),
  nurture_entries: rowsOf("nurture_entry", {}, { en: "Leads engaged in nurture", zh: "进入培育的线索数" }),
  nurture_entries_reaching_mql: rowsOf(
    "nurture_entry",
    { mql_days: ["<=90"] },
    { en: "Leads engaged in nurture, MQL within 90 days", zh: "进入培育且 90 天内成为 MQL 的线索数" },
  ),
  event_registrants: rowsOf(
    "participation_entry",
    { registered: [1], ...ONLINE },
    { en: "Registrants", zh: "报名人数" },
  ),
  live_attendees: rowsOf(
    "participation_entry",
    { attended: [1], ...ONLINE },
    { en: "Live attendees", zh: "直播参会人数" },
  ),
  attendees_with_next_step: rowsOf(
    "participation_entry",
    { attended: [1], next_step_days: WITHIN_30_DAYS, ...ONLINE },
    { en: "Live attendees who took the next step within 30 days", zh: "30 天内进入下一步的直播参会人数" },
  ),
  recording_viewers: rowsOf(
    "participation_entry",
    { on_demand: [1], ...ONLINE },
    { en: "Viewers of recordings", zh: "回放观看人数" },
  ),
  viewers_with_next_step: rowsOf(
    "participation_entry",
    { on_demand: [1], on_demand_next_step_days: WITHIN_30_DAYS, ...ONLINE },
    { en: "Viewers of recordings who took the next step within 30 days", zh: "30 天内进入下一步的回放观看人数" },
  ),
  fair_contacts: rowsOf(
    "participation_entry",
    { event_kind: ["fair"], attended: [1] },
    { en: "Contacts made at trade fairs", zh: "展会获取的联系人数" },
  ),
  fair_items_given: {
    unit: "count",
    label: { en: "Items given away", zh: "派发物品数" },
    readings: [{ table: "event_entry", aggregate: { kind: "sum", column: "items_given" } }],
  },
  fair_talks_held: {
    unit: "count",
    label: { en: "Talks held", zh: "洽谈次数" },
    readings: [{ table: "event_entry", aggregate: { kind: "sum", column: "talks_held" } }],
  },
  gifts_delivered: rowsOf("gift_entry", { delivered: [1] }, { en: "Gifts delivered", zh: "送达礼品数" }),
  gifts_claimed: rowsOf("gift_entry", { delivered: [1], claimed: [1] }, { en: "Gifts claimed", zh: "被领取的礼品数" }),
  gifts_claimed_and_met: rowsOf(
    "gift_entry",
    { delivered: [1], claimed: [1], meeting_days: WITHIN_30_DAYS },
    { en: "Gifts claimed, with a meeting within 30 days", zh: "被领取且 30 天内有会议的礼品数" },
  ),
  vendor_leads_delivered: rowsOf("vendor_lead_entry", {}, { en: "Leads delivered by vendors", zh: "供应商交付线索数" }),
  vendor_leads_accepted: rowsOf(
    "vendor_lead_entry",
    { status: ["accepted"] },
    { en: "Vendors' leads accepted", zh: "已接受的供应商线索数" },
  ),
  vendor_leads_asked_intent: rowsOf(
    "vendor_lead_entry",
    { status: ["accepted"] },
    { en: "Vendors' leads who answered the intent question", zh: "回答了意向问题的供应商线索数" },
    "intent",
  ),
  vendor_leads_with_intent: rowsOf(
    "vendor_lead_entry",
    { status: ["accepted"], intent: [1] },
    { en: "Vendors' leads with intent", zh: "有采购意向的供应商线索数" },
  ),
  target_accounts: targets("listed", "account_key", { en: "Target accounts", zh: "目标客户数" }, true),
  engaged_target_accounts: targets(
    "engaged",
    "account_key",
    { en: "Engaged target accounts", zh: "已互动目标客户数" },
    false,
  ),
  buying_roles_wanted: targets("role_wanted", "role_key", { en: "Buying roles wanted", zh: "目标采购角色数" }, true),
  buying_roles_known: targets(
    "role_known",
    "role_key",
    { en: "Buying roles with a known contact", zh: "已有联系人的采购角色数" },
    true,
  ),
  buying_roles_engaged: targets(
    "engaged",
    "role_key",
    { en: "Buying roles with an engaged contact", zh: "有互动联系人的采购角色数" },
    false,
  ),
} as const satisfies Record<string, Definition>;

export type MeasureId = keyof typeof MEASURES;

export function isMeasureId(id: string): id is MeasureId {
  return Object.hasOwn(MEASURES, id);
}

export function measure(id: MeasureId): Measure {
  return { id, ...MEASURES[id] };
}

/** Measures whose meaning a workspace setting chooses. */
export const SETTING_MEASURES = {
  sales_amount: { booked: "won_amount", billed: "billed_amount" },
  sourced_amount: { booked: "sourced_won_amount", billed: "sourced_billed_amount" },
  /** The accounts behind `sourced_amount`. */
  sourced_accounts: { booked: "sourced_won_accounts", billed: "sourced_billed_accounts" },
} as const satisfies Record<string, Record<"booked" | "billed", MeasureId>>;

/** Numbers that formulas may name and the workspace sets; not set = empty, with the remedy. */
export const SETTING_NUMBERS = {
  gross_margin: "share",
  discount_rate: "share",
  lifetime_cap_months: "months",
  /** Sum of `revenue_targets` that tile the period. */
  revenue_target: "money",
  /** Months of the period asked about: whole calendar months count 1 each, other spans days ÷ 30.4375. */
  period_months: "months",
} as const satisfies Record<string, MeasureUnit>;
