import { queryOptions } from "@tanstack/react-query";
import { api, type KpiInfo } from "../../api/client.ts";
import type { Asked } from "../../app/ask-ahead.ts";
import { catalogueQuestion } from "../../app/catalogue-question.ts";
import { queries } from "../../app/queries.ts";
import { exploreApi } from "./explore-api.ts";
import { type ExploreSearch, filtersOf, filtersText, listOf, questionOf } from "./explore-search.ts";

/** The question of the whole period and, where the address names a step of time, of each step. */
export function exploreQuestions({ search, period, compare, language }: Asked<ExploreSearch>) {
  const each = questionOf(search, { period, compare });
  const { grain, ...whole } = each;
  const asked = (question: typeof each) =>
    queryOptions({ queryKey: ["explore", question, language], queryFn: () => api.ask(question, language) });
  return { whole: asked(whole), each: asked(each), stepped: grain !== undefined };
}

/**
 * The same question about a group of a dimension's values together: what the engine answers for what is left beside the
 * largest. `kpis` are those that know the dimension.
 */
export function groupQuestions(
  asked: Asked<ExploreSearch>,
  {
    kpis,
    dimension,
    values,
  }: { readonly kpis: readonly string[]; readonly dimension: string; readonly values: readonly string[] },
) {
  const where = filtersText({ ...filtersOf(asked.search.where), [dimension]: values });
  const { by: _, ...search } = asked.search;
  return exploreQuestions({ ...asked, search: { ...search, kpis: kpis.join(","), ...(where && { where }) } });
}

/** What a KPI can be broken down by in the period. */
export const dimensionsQuestion = (
  kpi: string,
  { search, period, language }: Pick<Asked<ExploreSearch>, "search" | "period" | "language">,
) =>
  queryOptions({
    queryKey: ["dimensions", kpi, period, search.mode, language],
    queryFn: () => exploreApi.dimensions(kpi, period, search.mode, language),
    staleTime: 300_000,
  });

/** Nobody meets an empty form: without a question, leads by channel, shown as the address says. Null where the catalogue is empty. */
export function firstQuestion(catalogue: readonly KpiInfo[], { by = "channel", show = "bar" }: ExploreSearch) {
  const known = (id: string) => catalogue.some((kpi) => kpi.id === id);
  const first = ["mqls", "leads", ...catalogue.map(({ id }) => id)].find(known);
  return first === undefined ? null : { kpis: first, by, show };
}

/** What the page asks first: the catalogue, the saved views, the question of the address. */
export async function askExplore(asked: Asked<ExploreSearch>): Promise<void> {
  void queries.prefetchQuery({ queryKey: ["views"], queryFn: exploreApi.views });
  const catalogue = queries.ensureQueryData(catalogueQuestion);
  const begun = asked.search.kpis === undefined ? firstQuestion(await catalogue, asked.search) : {};
  if (begun === null) return;
  const full = { ...asked, search: { ...asked.search, ...begun } };
  const { whole, each, stepped } = exploreQuestions(full);
  void queries.prefetchQuery(whole);
  if (stepped) void queries.prefetchQuery(each);
  for (const kpi of listOf(full.search.kpis)) void queries.prefetchQuery(dimensionsQuestion(kpi, full));
}
