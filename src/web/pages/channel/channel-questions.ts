import { queryOptions } from "@tanstack/react-query";
import { api, type KpiInfo, type QuestionBody } from "../../api/client.ts";
import type { Asked } from "../../app/ask-ahead.ts";
import { catalogueQuestion } from "../../app/catalogue-question.ts";
import { queries } from "../../app/queries.ts";
import { yearUpTo } from "../../app/year-up-to.ts";
import type { Language } from "../../i18n/index.ts";
import type { ChannelsSearch, Level } from "../channels/channels-search.ts";
import { funnelApi } from "../funnel/funnel-api.ts";
import { type ChannelKpis, kpisOfChannel } from "./kpis-of-channel.ts";

/** The KPIs of the page, and so what its cards ask about. */
export function membersOf({ own, shared }: ChannelKpis): readonly KpiInfo[] {
  return [...own, ...shared];
}

/** The channel in the period. */
export const inChannel = (channel: string, period: string) => ({ period, where: { channel: [channel] } });

/** The cards' values against the period before. */
export const cardsQuestion = (asked: QuestionBody, language: Language) =>
  queryOptions({
    queryKey: ["channel", asked, language],
    queryFn: () => api.ask(asked, language),
    enabled: asked.kpis.length > 0,
  });

/** The cards' twelve months, each against the one before or a year before. */
export const monthsQuestion = (question: QuestionBody, language: Language) =>
  cardsQuestion({ ...question, period: yearUpTo(question.period), grain: "month", total: false }, language);

/** The last of the twelve months is the period itself where that is a month: then its values need no question of their own. */
export const isMonth = (period: string): boolean => /^\d{4}-\d{2}$/.test(period);

/** The funnel of those who came by the channel. */
export const channelFunnelQuestion = (channel: string, { period, compare, language }: Omit<Asked<unknown>, "search">) =>
  queryOptions({
    queryKey: ["funnel", "channel", channel, period, compare, language],
    queryFn: () => funnelApi.funnel({ period, compare, lang: language, where: [`channel=${channel}`] }),
  });

const DRILLED = [
  ...(["leads", "mqls", "sqls", "opportunities", "customers_won"] as const),
  ...(["marketing_cost", "sourced_revenue", "cpl", "cost_per_mql", "cost_per_sql"] as const),
];

/** The KPIs of the drill-down that the catalogue knows. */
export const drilledKpis = (catalogue: readonly KpiInfo[]) =>
  DRILLED.filter((id) => catalogue.some((kpi) => kpi.id === id));

/** What the channel is narrowed to further. */
export const drilledTo = (channel: string, { program, campaign }: ChannelsSearch) => ({
  channel: [channel],
  ...(program && { program: [program] }),
  ...(campaign && { campaign: [campaign] }),
});

/** The level of the drill-down that the address names or means. */
export const levelOf = ({ by, program, campaign }: ChannelsSearch): Level =>
  by ?? (campaign ? "content" : program ? "campaign" : "program");

export const drillQuestion = (
  where: Readonly<Record<string, readonly string[]>>,
  level: Level,
  {
    kpis,
    period,
    language,
  }: { readonly kpis: readonly string[]; readonly period: string; readonly language: Language },
) =>
  queryOptions({
    queryKey: ["drill", where, level, period, language],
    queryFn: () => api.ask({ kpis, period, where, by: [level] }, language),
    enabled: kpis.length > 0,
  });

/** What the page's first screen asks, once it is sure that it is opened. */
export const askCardsOfChannel =
  (channel: string) =>
  async ({ period, compare, language }: Asked<ChannelsSearch>) => {
    const catalogue = await queries.ensureQueryData(catalogueQuestion);
    const kpis = membersOf(kpisOfChannel(catalogue, channel)).map(({ id }) => id);
    if (kpis.length === 0) return;
    const cards = { ...inChannel(channel, period), kpis, compare };
    if (!isMonth(period)) void queries.prefetchQuery(cardsQuestion(cards, language));
    void queries.prefetchQuery(monthsQuestion(cards, language));
  };
