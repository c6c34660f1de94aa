import { queryOptions } from "@tanstack/react-query";
import { api, type QuestionBody } from "../../api/client.ts";
import type { Asked } from "../../app/ask-ahead.ts";
import { catalogueQuestion } from "../../app/catalogue-question.ts";
import { queries } from "../../app/queries.ts";
import { yearUpTo } from "../../app/year-up-to.ts";
import type { Language } from "../../i18n/index.ts";
import { dimensionsQuestion } from "../explore/explore-questions.ts";
import { type KpiSearch, questionOf } from "./kpi-search.ts";

/** The KPI's value in the period, compared. */
export function kpiQuestion(kpi: string, { search, period, compare, language }: Asked<KpiSearch>) {
  const question = questionOf(kpi, period, search);
  return queryOptions({
    queryKey: ["kpi", question, compare, language],
    queryFn: () => api.ask({ ...question, compare }, language),
  });
}

/** Twelve months up to the period, each against the same month a year earlier. */
export function trendQuestion(question: QuestionBody, language: Language) {
  const asked = { ...question, period: yearUpTo(question.period), grain: "month", compare: "last-year", total: false };
  return queryOptions({ queryKey: ["trend", asked, language], queryFn: () => api.ask(asked, language) });
}

/** The receipt of a number; asked once for all parts of the page. */
export const receiptQuestion = (question: QuestionBody, language: Language) =>
  queryOptions({
    queryKey: ["receipt", question, language],
    queryFn: () => api.receipt(question, language),
  });

export const breakdownQuestion = (question: QuestionBody, by: string, language: Language) =>
  queryOptions({
    queryKey: ["breakdown", question, by, language],
    queryFn: () => api.ask({ ...question, by: [by] }, language),
  });

/** The dimension of an address that names none: what is narrowed to a channel is told apart by its campaigns. */
export function usualDimension({ where }: QuestionBody): string {
  return where?.channel?.length === 1 ? "campaign" : "channel";
}

/** What the page shows first. */
export const askKpi = (kpi: string) => (asked: Asked<KpiSearch>) =>
  Promise.all([
    queries.prefetchQuery(catalogueQuestion),
    queries.prefetchQuery(kpiQuestion(kpi, asked)),
    queries.prefetchQuery(trendQuestion(questionOf(kpi, asked.period, asked.search), asked.language)),
  ]);

/** What its parts ask, once it is sure that the page is opened. */
export const askPartsOfKpi =
  (kpi: string) =>
  ({ search, period, language }: Asked<KpiSearch>) => {
    const question = questionOf(kpi, period, search);
    return Promise.all([
      queries.prefetchQuery(breakdownQuestion(question, search.by ?? usualDimension(question), language)),
      queries.prefetchQuery(receiptQuestion(question, language)),
      queries.prefetchQuery(dimensionsQuestion(kpi, { search, period, language })),
    ]);
  };
