import { queryOptions } from "@tanstack/react-query";
import type { Asked } from "../../app/ask-ahead.ts";
import { queries } from "../../app/queries.ts";
import { type ComparedStage, channelsApi } from "./channels-api.ts";
import type { ChannelsSearch } from "./channels-search.ts";

/** Channels side by side at a stage. */
export const comparisonQuestion = (period: string, stage: ComparedStage, language: string) =>
  queryOptions({
    queryKey: ["comparison", period, stage, language],
    queryFn: () => channelsApi.comparison({ period, stage, lang: language }),
  });

/** What the page asks first. */
export const askChannels = ({ search, period, language }: Asked<ChannelsSearch>) =>
  queries.prefetchQuery(comparisonQuestion(period, search.stage ?? "sql", language));
