import { type Columns, dims } from "../columns.ts";
import { acquisition } from "./dimension-columns.ts";
import type { Facts } from "./fact.ts";

const adColumns = {
  platform: "dim",
  ad_account: "dim",
  campaign_id: "id",
  ad_group_id: "id",
  ad_group: "dim",
  ad_id: "id",
  ...acquisition,
  ...dims("country", "device", "product", "segment"),
  grain: "dim",
  attributes: "attributes",
  currency: "dim",
  cost: "money",
  impressions: "int",
  clicks: "int",
  clicks_all: "int",
  landing_clicks: "int",
  form_opens: "int",
  platform_leads: "decimal",
  conversions: "decimal", // by the platform's own day, mostly that of the click
  conversions_click: "decimal", // of these, after a click …
  conversions_click_1d: "decimal", // … within a day of it
  conversions_view: "decimal", // of these, after a view without a click
  conversions_by_time: "decimal", // by the day of the conversion
  conversion_value: "money",
  conversion_value_by_time: "money",
} as const satisfies Columns;

/** What ad platforms report. */
export const ADVERTISING_FACTS = {
  ad_daily: {
    loading: "segment",
    date: "date",
    preAggregated: true,
    columns: { date: "date", ...adColumns },
    required: ["date"],
    order: ["date"],
  },
  ad_period: {
    loading: "segment",
    date: "date",
    dateTo: "date_to",
    preAggregated: true,
    columns: { date: "date", date_to: "date", ...adColumns },
    required: ["date", "date_to"],
    order: ["date"],
  },
} as const satisfies Facts;
