import { createRoute, z } from "@hono/zod-openapi";
import { listDimensions } from "../../service/kpis/list-dimensions.ts";
import { listMeasures } from "../../service/kpis/list-measures.ts";
import type { AddRoute } from "../context.ts";
import { json, language } from "../http/schemas.ts";

const dimension = z
  .object({
    id: z.string(),
    name: z.object({ en: z.string(), zh: z.string() }),
    kind: z.enum(["column", "attribute", "market"]),
    possible: z.boolean(),
    reason: z.string().nullable(),
  })
  .openapi("Dimension");

const dimensions = createRoute({
  method: "get",
  path: "/api/kpis/{kpi}/dimensions",
  summary: "By which dimensions a KPI can be broken down on what is loaded, and why not by the others",
  request: {
    params: z.object({ kpi: z.string().openapi({ example: "leads" }) }),
    query: z.object({
      period: z.string().openapi({ example: "2026-09" }),
      mode: z.enum(["period", "cohort"]).optional(),
      lang: language,
    }),
  },
  responses: { 200: json(z.object({ dimensions: z.array(dimension) }), "Dimensions") },
});

const measure = z
  .object({
    id: z.string(),
    label: z.object({ en: z.string(), zh: z.string() }),
    unit: z.string(),
    tables: z.array(z.string()),
    kpis: z.array(z.string()),
  })
  .openapi("Measure");

const measures = createRoute({
  method: "get",
  path: "/api/measures",
  summary: "What formulas are made of: each measure, the tables it is read from, the KPIs that use it",
  responses: { 200: json(z.object({ measures: z.array(measure) }), "Measures") },
});

export const getDimensions: AddRoute = (app, { workspace }) => {
  app.openapi(dimensions, async (c) => {
    const { lang, ...asked } = c.req.valid("query");
    const question = { kpis: [c.req.valid("param").kpi], ...asked };
    return c.json({ dimensions: await listDimensions(workspace, question, lang) } as never);
  });
  app.openapi(measures, (c) => c.json({ measures: listMeasures(workspace) } as never));
};
