import { createRoute, z } from "@hono/zod-openapi";
import { listRows } from "../../service/receipts/list-rows.ts";
import type { AddRoute } from "../context.ts";
import { json, questionBody } from "../http/schemas.ts";

const route = createRoute({
  method: "post",
  path: "/api/rows",
  summary: "The records behind a number, each with its file and line",
  request: {
    query: z.object({
      limit: z.coerce.number().int().min(1).max(10_000).default(100),
      /** Rows to pass over, for the next page. */
      offset: z.coerce.number().int().min(0).max(100_000_000).optional(),
      /** Of this table alone. */
      table: z.string().optional(),
    }),
    body: { content: { "application/json": { schema: questionBody } }, required: true },
  },
  responses: {
    200: json(
      z.object({
        parts: z.array(
          z.object({
            table: z.string(),
            more: z.boolean(),
            rows: z.array(z.record(z.string(), z.unknown())),
          }),
        ),
      }),
      "The rows, by table",
    ),
  },
});

export const postRows: AddRoute = (app, { workspace }) => {
  app.openapi(route, async (c) => {
    const { limit, offset, table } = c.req.valid("query");
    const page = { ...(offset !== undefined && { offset }), ...(table !== undefined && { table }) };
    return c.json((await listRows(workspace, c.req.valid("json"), limit, page)) as never);
  });
};
