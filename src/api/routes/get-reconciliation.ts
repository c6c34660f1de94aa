import { createRoute, z } from "@hono/zod-openapi";
import { EXCLUSION_KINDS } from "../../model/workspace.ts";
import { reconcile } from "../../service/reconciliation/reconcile.ts";
import { SUBJECTS } from "../../service/reconciliation/reconciliation.ts";
import { partText } from "../../service/reconciliation/reconciliation-texts.ts";
import type { AddRoute } from "../context.ts";
import { json, language } from "../http/schemas.ts";

const told = z.object({ code: z.string(), text: z.string() });
const said = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(["crm", "platform", "web", "ledger", "vendor", "leadline"]),
  value: z.number().nullable(),
  reason: told.nullable(),
});
const step = z
  .object({
    id: z.string(),
    from: z.string(),
    to: z.string(),
    from_name: z.string(),
    to_name: z.string(),
    from_value: z.number(),
    to_value: z.number(),
    difference: z.number(),
    /** In the sense from → to; from_value + parts + residual = to_value, to four decimals. */
    parts: z.array(
      z.object({
        id: z.string(),
        text: z.string(),
        amount: z.number(),
        rows: z.number(),
        detail: z.string(),
        /** Of a rule that leaves records out. */
        kind: z.enum(EXCLUSION_KINDS).optional(),
      }),
    ),
    residual: z.number(),
    unknown: z.array(told),
  })
  .openapi("ReconciliationStep");
const rule = z.object({
  platform: z.string(),
  connections: z.array(z.string()),
  by_connection: z.array(z.object({ connection: z.string(), months: z.array(z.string()), spend: z.number() })),
  from_platform: z.array(z.string()),
  from_ledger: z.array(z.string()),
  platform_spend: z.number(),
  left_out: z.number(),
  left_out_rows: z.number(),
});

const route = createRoute({
  method: "get",
  path: "/api/reconciliation",
  summary: "What CRM, ad platforms, web analytics and ledger each say, and of what their differences are made",
  request: {
    query: z.object({
      period: z.string().openapi({ example: "2026-Q3" }),
      subject: z.enum(SUBJECTS).optional(),
      lang: language,
    }),
  },
  responses: {
    200: json(
      z
        .object({
          period: z.object({ from: z.string(), to: z.string(), label: z.string() }),
          currency: z.string(),
          timezone: z.string(),
          subjects: z.array(
            z.object({
              id: z.enum(SUBJECTS),
              unit: z.enum(["count", "money"]),
              said: z.array(said),
              steps: z.array(step),
              rules: z.array(rule),
            }),
          ),
          notes: z.array(told),
          data_version: z.string(),
        })
        .openapi("Reconciliation"),
      "Per subject what is said, the steps from one figure to another, and the rules by which cost counts once",
    ),
  },
});

export const getReconciliation: AddRoute = (app, { workspace }) => {
  app.openapi(route, async (c) => {
    const { period, subject, lang } = c.req.valid("query");
    const found = await reconcile(workspace, { period, ...(subject && { subjects: [subject] }) }, lang);
    const words = lang ?? workspace.settings.language;
    const subjects = found.subjects.map((one) => ({
      ...one,
      steps: one.steps.map((each) => ({
        ...each,
        parts: each.parts.map((part) => ({ ...part, text: partText(part, words) })),
      })),
    }));
    return c.json({ ...found, subjects } as never);
  });
};
