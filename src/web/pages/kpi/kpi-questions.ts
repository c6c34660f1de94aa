import { queryOptions } from "@tanstack/react-query";
import { api } from "../../api/client.ts";
import type { Asked } from "../../app/ask-ahead.ts";
import { queries } from "../../app/queries.ts";
import { type KpiSearch, questionOf } from "./kpi-search.ts";

/** The KPI's value in the period, compared. */
export function kpiQuestion(kpi: string, { search, period, compare, language }: Asked<KpiSearch>) {
  const question = questionOf(kpi, period, search);
  return queryOptions({
    queryKey: ["kpi", question, compare, language],
    queryFn: () => api.ask({ ...question, compare }, language),
  });
}

/** What the page asks first. */
export const askKpi = (kpi: string) => (asked: Asked<KpiSearch>) =>
  Promise.all([
    queries.prefetchQuery({ queryKey: ["kpis"], queryFn: api.kpis }),
    queries.prefetchQuery(kpiQuestion(kpi, asked)),
  ]);
