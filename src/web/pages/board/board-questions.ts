import { queryOptions } from "@tanstack/react-query";
import { api } from "../../api/client.ts";
import type { Asked } from "../../app/ask-ahead.ts";
import { queries } from "../../app/queries.ts";

type Given = Omit<Asked<unknown>, "search">;

/** A board's numbers with their trends, in one request. */
export const boardQuestion = (board: string, { period, compare, language }: Given) =>
  queryOptions({
    queryKey: ["scorecard", board, period, compare, language],
    queryFn: () => api.scorecard(board, { period, compare, trend: "1", lang: language }),
  });

/** What the page asks first. */
export const askBoard = (board: string) => (asked: Given) => queries.prefetchQuery(boardQuestion(board, asked));
