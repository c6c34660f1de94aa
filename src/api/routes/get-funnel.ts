import { createRoute, z } from "@hono/zod-openapi";
import { showFunnel } from "../../service/funnel/show-funnel.ts";
import type { AddRoute } from "../context.ts";
import { narrowed, whereTexts } from "../http/funnel-filters.ts";
import { answerSchema, json, language, rowSchema } from "../http/schemas.ts";

const stage = z.object({ stage: z.string(), count: z.string().nullable(), beside: z.array(z.string()) });
const step = z.object({
  from: z.string(),
  to: z.string(),
  rate: z.string().nullable(),
  velocity: z.string().nullable(),
});

const route = createRoute({
  method: "get",
  path: "/api/funnel",
  summary: "Visits, leads, MQLs, SQLs, opportunities, won: counts, rates, median days, deals and money",
  request: {
    query: z.object({
      period: z.string().openapi({ example: "2026-Q3" }),
      mode: z.enum(["period", "cohort"]).optional(),
      /** Days; without it each rate's own. */
      window: z.coerce.number().int().positive().optional(),
      compare: z.enum(["previous", "last-year"]).optional(),
      where: whereTexts,
      by: z.string().optional().openapi({ example: "channel" }),
      asOf: z.string().optional(),
      lang: language,
    }),
  },
  responses: {
    200: json(
      answerSchema.omit({ rows: true, total: true }).extend({
        plan: z.object({ stages: z.array(stage), steps: z.array(step), spans: z.array(step) }),
        segments: z.array(z.object({ by: z.record(z.string(), z.string()), rows: z.record(z.string(), rowSchema) })),
        kpis: z.record(z.string(), z.unknown()),
      }),
      "The funnel",
    ),
  },
});

export const getFunnel: AddRoute = (app, { workspace }) => {
  app.openapi(route, async (c) => {
    const { lang, where, by, ...question } = c.req.valid("query");
    const asked = { ...question, ...narrowed(where), ...(by && { by: by.split(",") }) };
    return c.json((await showFunnel(workspace, asked, lang)) as never);
  });
};
