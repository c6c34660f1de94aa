import { createRoute, z } from "@hono/zod-openapi";
import { kpiListing } from "../../service/kpis/list-kpis.ts";
import type { AddRoute } from "../context.ts";
import { json } from "../http/schemas.ts";

const bilingual = z.object({ en: z.string(), zh: z.string() });
const schema = z
  .object({
    id: z.string(),
    name: bilingual,
    definition: bilingual,
    family: z.string(),
    formula: z.string(),
    unit: z.string(),
    better: z.string(),
    goal_class: z.string(),
    race: z.string(),
    timing: z.string(),
    owner: z.string(),
    healthy: z.record(z.string(), z.unknown()).nullable(),
    decisions: z.object({ en: z.array(z.string()), zh: z.array(z.string()) }),
    cohort: z.record(z.string(), z.unknown()).nullable(),
    /** On whose pages it stands. */
    channels: z.union([z.literal("any"), z.array(z.string())]).nullable(),
    version: z.number(),
    hash: z.string(),
    origin: z.string(),
  })
  .openapi("Kpi");

const route = createRoute({
  method: "get",
  path: "/api/kpis",
  summary: "The catalogue, with the workspace's own and overridden KPIs",
  responses: { 200: json(z.array(schema), "All KPIs") },
});

export const getKpis: AddRoute = (app, { workspace }) => {
  app.openapi(route, (c) => c.json(kpiListing(workspace.catalogue) as never));
};
