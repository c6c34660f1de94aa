import { createRoute, z } from "@hono/zod-openapi";
import { STAGES } from "../../model/stages.ts";
import { showAccounts } from "../../service/accounts/show-accounts.ts";
import type { AddRoute } from "../context.ts";
import { answerSchema, json, language, rowSchema } from "../http/schemas.ts";

const values = z.record(z.string(), rowSchema);
const segment = z.object({ name: z.string(), values }).openapi("AccountSegment");
const account = z
  .object({
    account: z.string(),
    lists: z.array(z.string()),
    country: z.string(),
    segment: z.string(),
    owner: z.string(),
    wanted: z.array(z.string()),
    known: z.array(z.string()),
    engaged: z.array(z.string()),
    engagements: z.number(),
    last_engaged: z.string().nullable(),
    stage: z.enum(STAGES).nullable(),
    stage_since: z.string().nullable(),
  })
  .openapi("TargetAccount");

const route = createRoute({
  method: "get",
  path: "/api/accounts",
  summary: "Target accounts and their buying groups: penetration, coverage by role, stage reached",
  request: {
    query: z.object({
      period: z.string().openapi({ example: "2026-Q3" }),
      list: z.string().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(5000).default(500),
      asOf: z.string().optional(),
      lang: language,
    }),
  },
  responses: {
    200: json(
      answerSchema.omit({ rows: true, total: true }).extend({
        total: values,
        lists: z.array(segment),
        roles: z.array(segment),
        accounts: z.array(account),
        count: z.number(),
        kpis: z.record(z.string(), z.unknown()),
      }),
      "KPIs by list and by role, and the accounts, the furthest stage first",
    ),
  },
});

export const getAccounts: AddRoute = (app, { workspace }) => {
  app.openapi(route, async (c) => {
    const { lang, ...asked } = c.req.valid("query");
    return c.json((await showAccounts(workspace, asked, lang)) as never);
  });
};
