import { createRoute, z } from "@hono/zod-openapi";
import { listValues } from "../../service/dimensions/list-values.ts";
import type { AddRoute } from "../context.ts";
import { narrowed, whereTexts } from "../http/funnel-filters.ts";
import { json } from "../http/schemas.ts";

const route = createRoute({
  method: "get",
  path: "/api/dimensions/{dimension}/values",
  summary: "The values of a dimension in a period, by the rows of a KPI, largest first",
  request: {
    params: z.object({ dimension: z.string().openapi({ example: "campaign" }) }),
    query: z.object({
      kpi: z.string().openapi({ example: "mqls" }),
      period: z.string().openapi({ example: "2026-Q3" }),
      mode: z.enum(["period", "cohort"]).optional(),
      where: whereTexts,
      /** Part of a value, in any case. */
      search: z.string().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(1000).default(50),
    }),
  },
  responses: {
    200: json(
      z.object({
        values: z.array(z.object({ value: z.string(), counted: z.number().nullable() })),
        more: z.boolean(),
      }),
      "The values",
    ),
  },
});

export const getDimensionValues: AddRoute = (app, { workspace }) => {
  app.openapi(route, async (c) => {
    const { where, ...asked } = c.req.valid("query");
    const { dimension } = c.req.valid("param");
    return c.json((await listValues(workspace, { dimension, ...asked, ...narrowed(where) })) as never);
  });
};
