import type { Definition, MeasureUnit } from "./measure.ts";

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

/** What ad platforms report. */
export const ADVERTISING_MEASURES = {
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
  /** Conversions of people who saw an ad and did not click it. */
  view_conversions: ad("conversions_view", {
    en: "View-through conversions the platforms report",
    zh: "平台上报的浏览后转化数",
  }),
  ad_conversion_value: ad(
    "conversion_value",
    { en: "Value of conversions the platforms report", zh: "平台上报的转化价值" },
    "money",
  ),
  platform_leads: ad("platform_leads", { en: "Leads the platforms report", zh: "平台上报线索数" }),
} as const satisfies Record<string, Definition>;
