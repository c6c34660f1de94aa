import type { Definition } from "./measure.ts";

const search = (column: string, known: string | undefined, label: Definition["label"]): Definition => ({
  unit: "count",
  label,
  readings: (["search_daily", "search_period"] as const).map((table) => ({
    table,
    aggregate: { kind: "sum", column },
    ...(known === undefined ? {} : { known }),
  })),
});

/** Search results of the organic kind. */
export const SEARCH_MEASURES = {
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
} as const satisfies Record<string, Definition>;
