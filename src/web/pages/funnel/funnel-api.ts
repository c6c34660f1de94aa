import { call } from "../../api/client.ts";
import type { CohortsAnswer, FunnelAnswer } from "./funnel-types.ts";

interface Given {
  readonly [key: string]: string | readonly string[] | undefined;
}

/** An address's query; a list stands there several times, what is not set not at all. */
function queryOf(given: Given): URLSearchParams {
  const pairs = Object.entries(given).flatMap(([key, value]): string[][] =>
    value === undefined ? [] : typeof value === "string" ? [[key, value]] : value.map((one) => [key, one]),
  );
  return new URLSearchParams(pairs);
}

export const funnelApi = {
  funnel: (given: Given) => call<FunnelAnswer>(`/api/funnel?${queryOf(given)}`),
  cohorts: (given: Given) => call<CohortsAnswer>(`/api/cohorts?${queryOf(given)}`),
};
