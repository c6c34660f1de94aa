import { queryOptions } from "@tanstack/react-query";
import type { Asked } from "../../app/ask-ahead.ts";
import { queries } from "../../app/queries.ts";
import { funnelApi } from "./funnel-api.ts";
import { type FunnelSearch, sideOf } from "./funnel-search.ts";

/** The funnel of those whom `where` names. */
export const funnelQuestion = ({ search, period, compare, language }: Asked<FunnelSearch>, where: readonly string[]) =>
  queryOptions({
    queryKey: ["funnel", period, compare, search.mode, search.window, where, language],
    queryFn: () =>
      funnelApi.funnel({ period, compare, mode: search.mode, window: search.window, where, lang: language }),
  });

/** Twelve months of entries up to a day, and what became of them. */
export function cohortsQuestion(
  { from, to }: FunnelSearch,
  lastDay: string,
  where: readonly string[],
  language: string,
) {
  const period = yearUpTo(lastDay);
  return queryOptions({
    queryKey: ["cohorts", period, from, to, where, language],
    queryFn: () => funnelApi.cohorts({ period, from, to, where, lang: language }),
  });
}

function yearUpTo(to: string): string {
  const [year = 1970, month = 1] = to.split("-").map(Number);
  return `${new Date(Date.UTC(year, month - 12, 1)).toISOString().slice(0, 10)}..${to}`;
}

/** What the page asks first: each side's funnel, and the cohorts of the first. */
export async function askFunnel(asked: Asked<FunnelSearch>): Promise<void> {
  const { dim, a, b } = asked.search;
  const where = sideOf(dim, a);
  const first = queries.fetchQuery(funnelQuestion(asked, where));
  if (dim !== undefined && b !== undefined) void queries.prefetchQuery(funnelQuestion(asked, sideOf(dim, b)));
  const { question } = await first;
  await queries.prefetchQuery(cohortsQuestion(asked.search, question.to, where, asked.language));
}
