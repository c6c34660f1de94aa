import type { Definition, MeasureUnit, Reading, Where } from "./measure.ts";

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

/** Sessions of the rows that report a column; a single session may report it under another name. */
const sessionsKnowing = (known: string, label: Definition["label"], ofSession = known): Definition => ({
  unit: "count",
  label,
  readings: [
    { table: "web_session", aggregate: { kind: "count" }, known: ofSession },
    { table: "web_daily", aggregate: { kind: "sum", column: "sessions" }, known },
    { table: "web_period", aggregate: { kind: "sum", column: "sessions" }, known },
  ],
});

const sessionsWhere = (where: Where): Reading => ({ table: "web_session", aggregate: { kind: "count" }, where });

/** Reactions to posts whose views are reported. */
const social = (column: string, label: Definition["label"]): Definition => ({
  unit: "count",
  label,
  readings: [{ table: "social_post", aggregate: { kind: "sum", column }, known: "views" }],
});

/** Visits, reading and social posts. */
export const TRAFFIC_MEASURES = {
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
  sessions_with_newness: sessionsKnowing(
    "new_visitor_sessions",
    { en: "Sessions with known newness", zh: "已知新旧访客的会话数" },
    "is_new",
  ),
  engaged_sessions: web("engaged_sessions", sessionsWhere({ engaged: [1] }), {
    en: "Engaged sessions",
    zh: "互动会话数",
  }),
  sessions_with_engagement: sessionsKnowing(
    "engaged_sessions",
    { en: "Sessions with known engagement", zh: "已知互动情况的会话数" },
    "engaged",
  ),
  single_page_sessions: web("single_page_sessions", sessionsWhere({ page_views: [1] }), {
    en: "Single-page sessions",
    zh: "单页会话数",
  }),
  sessions_with_page_views: sessionsKnowing(
    "single_page_sessions",
    { en: "Sessions with known page views", zh: "已知浏览页数的会话数" },
    "page_views",
  ),
  /** Completed orders and lead forms. */
  macro_conversions: web(
    "macro_conversions",
    { table: "web_session", aggregate: { kind: "sum", column: "macro_conversions" } },
    { en: "Macro conversions", zh: "宏转化数" },
  ),
  web_revenue: web(
    "revenue",
    { table: "web_session", aggregate: { kind: "sum", column: "revenue" } },
    { en: "Revenue that web analytics reports", zh: "网站分析上报的收入" },
    "money",
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
} as const satisfies Record<string, Definition>;
