import { createRoute, z } from "@hono/zod-openapi";
import { showCohorts } from "../../service/funnel/show-cohorts.ts";
import type { AddRoute } from "../context.ts";
import { narrowed, whereTexts } from "../http/funnel-filters.ts";
import { answerSchema, json, language, rowSchema } from "../http/schemas.ts";

const pair = z.object({ from: z.string(), to: z.string(), kpi: z.string(), windowDays: z.number() });
const line = z.object({
  period: rowSchema.shape.period,
  entered: rowSchema.nullable(),
  cells: z.array(rowSchema),
});

const route = createRoute({
  method: "get",
  path: "/api/cohorts",
  summary: "The cohort triangle: by month of entry, the share that reached a later stage within each window",
  request: {
    query: z.object({
      period: z.string().openapi({ example: "12-months-to-2026-10" }),
      from: z.string().optional().openapi({ example: "lead" }),
      to: z.string().optional().openapi({ example: "mql" }),
      /** Days, joined by commas. */
      windows: z
        .string()
        .regex(/^\d{1,4}(,\d{1,4}){0,11}$/, "days, joined by commas")
        .optional()
        .openapi({ example: "30,60,90,120,180" }),
      grain: z.enum(["week", "month", "quarter", "year"]).optional(),
      where: whereTexts,
      asOf: z.string().optional(),
      lang: language,
    }),
  },
  responses: {
    200: json(
      answerSchema.omit({ rows: true, total: true }).extend({
        pair,
        pairs: z.array(pair),
        windows: z.array(z.number()),
        lines: z.array(line),
        whole: line,
        kpi: z.record(z.string(), z.unknown()),
      }),
      "The triangle",
    ),
  },
});

export const getCohorts: AddRoute = (app, { workspace }) => {
  app.openapi(route, async (c) => {
    const { lang, where, from, to, windows, ...question } = c.req.valid("query");
    const days = windows?.split(",").map(Number);
    const asked = { ...(from && { from }), ...(to && { to }), ...(days && { windows: days }) };
    return c.json((await showCohorts(workspace, asked, { ...question, ...narrowed(where) }, lang)) as never);
  });
};
