import { createRoute, z } from "@hono/zod-openapi";
import { showScorecard } from "../../service/questions/show-scorecard.ts";
import type { AddRoute } from "../context.ts";
import { answerSchema, json, language } from "../http/schemas.ts";

const route = createRoute({
  method: "get",
  path: "/api/scorecards/{board}",
  summary: "A board's KPIs in their groups, in one batch",
  request: {
    params: z.object({ board: z.string().openapi({ example: "cmo" }) }),
    query: z.object({
      period: z.string().openapi({ example: "2026-09" }),
      grain: z.enum(["day", "week", "month", "quarter", "year"]).optional(),
      compare: z.enum(["previous", "last-year"]).optional(),
      asOf: z.string().optional(),
      /** `1`: also the trend of each KPI for its sparkline. */
      trend: z.enum(["0", "1"]).optional(),
      lang: language,
    }),
  },
  responses: {
    200: json(
      answerSchema.extend({
        board: z.object({ id: z.string(), name: z.object({ en: z.string(), zh: z.string() }) }),
        trend: answerSchema.optional(),
      }),
      "The board's answer",
    ),
  },
});

export const getScorecards: AddRoute = (app, { workspace }) => {
  app.openapi(route, async (c) => {
    const { board } = c.req.valid("param");
    const { trend, lang, ...question } = c.req.valid("query");
    const options = { trend: trend === "1", ...(lang && { language: lang }) };
    return c.json((await showScorecard(workspace, board, question, options)) as never);
  });
};
