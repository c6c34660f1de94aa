import { type Columns, dims } from "../columns.ts";
import { acquisition } from "./dimension-columns.ts";
import type { Facts } from "./fact.ts";

const webMeasures = {
  sessions: "int",
  engaged_sessions: "int",
  single_page_sessions: "int",
  new_visitor_sessions: "int",
  users: "int", // not additive
  new_users: "int", // not additive
  page_views: "int",
  macro_conversions: "decimal",
  micro_conversions: "decimal",
  carts: "int",
  orders: "int",
  revenue: "money",
  currency: "dim",
} as const satisfies Columns;

const webColumns = {
  ...acquisition,
  ...dims("country", "device", "landing_page"),
  grain: "dim",
  attributes: "attributes",
  ...webMeasures,
} as const satisfies Columns;

/** How a site shows in a search engine's results. */
const searchColumns = {
  ...acquisition,
  ...dims("country", "device", "landing_page"),
  grain: "dim",
  attributes: "attributes",
  impressions: "int",
  clicks: "int",
  /** Position × impressions, so that an average position is a quotient of sums. */
  position_sum: "decimal",
} as const satisfies Columns;

/** Visits, what visitors read, posts and search results. */
export const WEB_FACTS = {
  web_session: {
    loading: "segment",
    date: "date",
    columns: {
      date: "date",
      started_at: "time?",
      visitor_id: "id", // "" = unknown
      ...acquisition,
      ...dims("country", "device", "landing_page"),
      attributes: "attributes",
      is_new: "flag",
      engaged: "flag",
      page_views: "int",
      engaged_seconds: "decimal",
      macro_conversions: "int",
      micro_conversions: "int",
      cart: "flag",
      ordered: "flag",
      revenue: "money",
      currency: "dim",
    },
    required: ["date"],
    order: ["date"],
  },
  web_daily: {
    loading: "segment",
    date: "date",
    preAggregated: true,
    columns: { date: "date", ...webColumns },
    required: ["date"],
    order: ["date"],
  },
  web_period: {
    loading: "segment",
    date: "date",
    dateTo: "date_to",
    preAggregated: true,
    columns: { date: "date", date_to: "date", ...webColumns },
    required: ["date", "date_to"],
    order: ["date"],
  },
  content_read: {
    loading: "segment",
    date: "date",
    columns: {
      date: "date",
      visitor_id: "id",
      ...acquisition,
      ...dims("country", "device", "landing_page"),
      attributes: "attributes",
      seconds: "decimal",
      depth: "decimal", // share of the page consumed, 0 to 1
    },
    required: ["date"],
    order: ["date"],
  },
  social_post: {
    loading: "segment",
    date: "date",
    columns: {
      date: "date",
      ...acquisition,
      ...dims("country"),
      attributes: "attributes",
      views: "int",
      likes: "int",
      shares: "int",
      comments: "int",
      followers_gained: "int",
      followers: "int", // stock at the end of the day
    },
    required: ["date"],
    order: ["date"],
  },
  search_daily: {
    loading: "segment",
    date: "date",
    preAggregated: true,
    columns: { date: "date", ...searchColumns },
    required: ["date"],
    order: ["date"],
  },
  search_period: {
    loading: "segment",
    date: "date",
    dateTo: "date_to",
    preAggregated: true,
    columns: { date: "date", date_to: "date", ...searchColumns },
    required: ["date", "date_to"],
    order: ["date"],
  },
} as const satisfies Facts;
