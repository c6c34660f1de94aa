import { createRoute, z } from "@hono/zod-openapi";
import { explain } from "../../service/receipts/explain.ts";
import { verify } from "../../service/receipts/verify.ts";
import type { AddRoute } from "../context.ts";
import { json, language, questionBody } from "../http/schemas.ts";

const receiptSchema = z.record(z.string(), z.unknown()).openapi("Receipt");

const explainRoute = createRoute({
  method: "post",
  path: "/api/receipts",
  summary: "The receipt of one KPI's numbers",
  request: {
    query: z.object({ lang: language }),
    body: { content: { "application/json": { schema: questionBody } }, required: true },
  },
  responses: { 200: json(receiptSchema, "The receipt") },
});

const verifyRoute = createRoute({
  method: "post",
  path: "/api/receipts/verify",
  summary: "Run a receipt again: equal, or where not",
  request: { body: { content: { "application/json": { schema: receiptSchema } }, required: true } },
  responses: {
    200: json(
      z.object({
        equal: z.boolean(),
        differences: z.array(z.object({ what: z.string(), receipt: z.string(), now: z.string() })),
      }),
      "The comparison",
    ),
  },
});

export const postReceipts: AddRoute = (app, { workspace }) => {
  app.openapi(explainRoute, async (c) =>
    c.json((await explain(workspace, c.req.valid("json"), c.req.valid("query").lang)) as never),
  );
  app.openapi(verifyRoute, async (c) => c.json((await verify(workspace, c.req.valid("json"))) as never));
};
