import { createRoute, z } from "@hono/zod-openapi";
import { compareChannels } from "../../service/comparison/compare-channels.ts";
import { COMPARED_BY, COMPARED_STAGES } from "../../service/comparison/comparison-question.ts";
import { VERDICTS } from "../../service/comparison/judge-parity.ts";
import type { AddRoute } from "../context.ts";
import { narrowed, whereTexts } from "../http/funnel-filters.ts";
import { answerSchema, json, language, rowSchema } from "../http/schemas.ts";

const parity = z.object({
  verdict: z.enum(VERDICTS),
  value: z.number().nullable(),
  /** JSON has no infinity: an upper limit of null is none. */
  interval: z.tuple([z.number(), z.number().nullable()]).nullable(),
});
/** Shares of the spend and of the conversions of those that spend; null where not judged. */
const judged = parity.extend({ spendShare: z.number().nullable(), conversionShare: z.number().nullable() });
const pair = parity
  .extend({
    a: z.string(),
    b: z.string(),
    spendRatio: z.number(),
    conversionRatio: z.number().nullable(),
    sentence: z.string(),
  })
  .openapi("ComparedPair");
const row = z
  .object({
    name: z.string(),
    kind: z.enum(["channel", "unallocated"]),
    values: z.record(z.string(), rowSchema),
    parity: judged.nullable(),
    sentence: z.string().nullable(),
    pair: pair.nullable(),
  })
  .openapi("ComparedRow");

const route = createRoute({
  method: "get",
  path: "/api/comparison",
  summary: "Channels side by side: spend, counts and costs by stage, revenue, share of spend against conversions",
  request: {
    query: z.object({
      period: z.string().openapi({ example: "2026-Q3" }),
      by: z.enum(COMPARED_BY).optional(),
      /** What counts as a conversion. */
      stage: z.enum(COMPARED_STAGES).optional(),
      /** The channel that all are set against. */
      against: z.string().optional(),
      where: whereTexts,
      asOf: z.string().optional(),
      lang: language,
    }),
  },
  responses: {
    200: json(
      answerSchema.omit({ rows: true, total: true }).extend({
        by: z.enum(COMPARED_BY),
        stage: z.enum(COMPARED_STAGES),
        rows: z.array(row),
        total: z.record(z.string(), rowSchema),
        against: z.string().nullable(),
        headline: pair.nullable(),
        kpis: z.record(z.string(), z.unknown()),
      }),
      "The comparison; values by KPI: sessions, marketing_cost, leads, mqls, sqls, demos, opportunities, customers_won, sales_revenue, cpl, cost_per_mql, cost_per_sql, cost_per_demo, cost_per_opportunity, cac_marketing, spend_share, conversion_share, parity_index",
    ),
  },
});

export const getComparison: AddRoute = (app, { workspace }) => {
  app.openapi(route, async (c) => {
    const { lang, where, by, stage, against, ...question } = c.req.valid("query");
    const asked = { ...question, ...narrowed(where) };
    return c.json((await compareChannels(workspace, { by, stage, against }, asked, lang)) as never);
  });
};
