import { queryOptions } from "@tanstack/react-query";
import type { Asked } from "../../app/ask-ahead.ts";
import { queries } from "../../app/queries.ts";
import { yearUpTo } from "../../app/year-up-to.ts";
import { funnelApi } from "./funnel-api.ts";
import { type FunnelSearch, sideOf } from "./funnel-search.ts";

/** The funnel of those whom `where` names. */
export const funnelQuestion = ({ search, period, compare, language }: Asked<FunnelSearch>, where: readonly string[]) =>
  queryOptions({
    queryKey: ["funnel", period, compare, search.mode, search.window, where, language],
    queryFn: () =>
      funnelApi.funnel({ period, compare, mode: search.mode, window: search.window, where, lang: language }),
  });

/** Twelve months of entries up to the end of a period, and what became of them. */
export function cohortsQuestion(
  { search: { from, to }, period, language }: Pick<Asked<FunnelSearch>, "search" | "period" | "language">,
  where: readonly string[],
) {
  return queryOptions({
    queryKey: ["cohorts", period, from, to, where, language],
    queryFn: () => funnelApi.cohorts({ period: yearUpTo(period), from, to, where, lang: language }),
  });
}

/** What the page asks first: each side's funnel, and the cohorts of the first. */
export async function askFunnel(asked: Asked<FunnelSearch>): Promise<void> {
  const { dim, a, b } = asked.search;
  const sides = [sideOf(dim, a), ...(dim !== undefined && b !== undefined ? [sideOf(dim, b)] : [])];
  for (const where of sides) void queries.prefetchQuery(funnelQuestion(asked, where));
  await queries.prefetchQuery(cohortsQuestion(asked, sides[0] ?? []));
}
