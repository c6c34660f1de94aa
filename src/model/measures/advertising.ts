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
  /** The same conversions by the day of the click and by their own, over the rows that tell both. */
  conversions_on_click_day: adPair("conversions", "conversions_by_time", {
    en: "Conversions by the day of the click, where the day of the conversion is told too",
    zh: "按点击日计的转化数（同时提供转化日）",
  }),
  conversions_on_own_day: adPair("conversions_by_time", "conversions", {
    en: "Conversions by the day of the conversion, where the day of the click is told too",
    zh: "按转化日计的转化数（同时提供点击日）",
  }),
  conversion_value_on_click_day: adPair(
    "conversion_value",
    "conversion_value_by_time",
    {
      en: "Value of conversions by the day of the click, where the day of the conversion is told too",
      zh: "按点击日计的转化价值（同时提供转化日）",
    },
    "money",
  ),
  conversion_value_on_own_day: adPair(
    "conversion_value_by_time",
    "conversion_value",
    {
      en: "Value of conversions by the day of the conversion, where the day of the click is told too",
      zh: "按转化日计的转化价值（同时提供点击日）",
    },
    "money",
  ),
  /** Conversions after a click, all of the platform's window and those within a day, over the rows that tell both. */
  click_conversions: adPair("conversions_click", "conversions_click_1d", {
    en: "Conversions after a click, where those within a day are told too",
    zh: "点击后转化数（同时提供一日内转化）",
  }),
  day_click_conversions: adPair("conversions_click_1d", "conversions_click", {
    en: "Conversions within a day of the click, where all of the window are told too",
    zh: "点击后一日内转化数（同时提供整个窗口期）",
  }),
  /** Over how many of the conversions the figures beside them are told. */
  conversions_telling_window: adPair("conversions", "conversions_click_1d", {
    en: "Conversions of which those within a day of the click are told apart",
    zh: "已区分点击后一日内转化的转化数",
  }),
  conversions_telling_view: adPair("conversions", "conversions_view", {
    en: "Conversions of which those after a view are told apart",
    zh: "已区分浏览后转化的转化数",
  }),
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
