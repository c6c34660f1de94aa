import { createRoute, z } from "@hono/zod-openapi";
import { INTENTS } from "../../model/routing.ts";
import { SUPPRESSION_REASONS } from "../../service/audience/find-suppressed.ts";
import { listHandouts, routeLeads as route, routedCsv, showHandout } from "../../service/routing/route-leads.ts";
import type { AddRoute } from "../context.ts";
import { json } from "../http/schemas.ts";

const lead = z
  .object({
    lead: z.string(),
    date: z.string(),
    list: z.string(),
    rule: z.string(),
    kind: z.enum(["vendor", "form"]),
    intent: z.enum(INTENTS),
    vendor: z.string(),
    channel: z.string(),
    program: z.string(),
    campaign: z.string(),
    country: z.string(),
    segment: z.string(),
    account: z.string(),
    email: z.string(),
    name: z.string(),
    phone: z.string(),
  })
  .openapi("RoutedLead");
const routed = z
  .object({
    period: z.object({ from: z.string(), to: z.string(), label: z.string() }).nullable(),
    batch: z.string().nullable(),
    handed_at: z.string().nullable(),
    lists: z.array(z.object({ list: z.string(), leads: z.number() })),
    rows: z.array(lead),
    left: z.object({
      handed_out: z.number(),
      repeated: z.number(),
      not_accepted: z.number(),
      no_rule: z.number(),
      held_back: z.array(z.object({ reason: z.enum(SUPPRESSION_REASONS), leads: z.number() })),
    }),
  })
  .openapi("RoutedLeads");

const previewRoute = createRoute({
  method: "get",
  path: "/api/routing",
  summary: "Which leads would be handed out to whom; nothing is written, and no address is told",
  request: { query: z.object({ period: z.string().openapi({ example: "last-7-days" }), list: z.string().optional() }) },
  responses: { 200: json(routed, "Leads by list, and why the others are not among them") },
});

const handRoute = createRoute({
  method: "post",
  path: "/api/routing",
  summary: "Hand leads out: each lead and each person once",
  request: {
    body: {
      content: { "application/json": { schema: z.strictObject({ period: z.string(), list: z.string().optional() }) } },
      required: true,
    },
  },
  responses: { 200: json(routed, "What was handed out now, under a batch; batch is null where there was nothing") },
});

const batchesRoute = createRoute({
  method: "get",
  path: "/api/routing/batches",
  summary: "Former hand-outs, the newest first",
  responses: {
    200: json(
      z.object({
        batches: z.array(z.object({ batch: z.string(), at: z.string(), lists: z.record(z.string(), z.number()) })),
      }),
      "Batches with their leads by list",
    ),
  },
});

const batch = z.object({ batch: z.string().openapi({ example: "last" }) });
const againRoute = createRoute({
  method: "get",
  path: "/api/routing/batches/{batch}",
  summary: "A former hand-out again; `last` is the newest",
  request: { params: batch },
  responses: { 200: json(routed, "As it was shared out then") },
});

const csvRoute = createRoute({
  method: "get",
  path: "/api/routing/batches/{batch}/csv",
  summary: "A former hand-out as CSV; addresses only where the workspace keeps them",
  request: { params: batch, query: z.object({ list: z.string().optional() }) },
  responses: { 200: { description: "The lists", content: { "text/csv": { schema: z.string() } } } },
});

export const routeLeads: AddRoute = (app, { workspace }) => {
  app.openapi(previewRoute, async (c) =>
    c.json((await route(workspace, { ...c.req.valid("query"), hand: false })) as never),
  );
  app.openapi(handRoute, async (c) =>
    c.json((await route(workspace, { ...c.req.valid("json"), hand: true })) as never),
  );
  app.openapi(batchesRoute, async (c) => c.json({ batches: await listHandouts(workspace) } as never));
  app.openapi(againRoute, async (c) => c.json((await showHandout(workspace, c.req.valid("param").batch)) as never));
  app.openapi(csvRoute, async (c) => {
    const { list } = c.req.valid("query");
    const shown = await showHandout(workspace, c.req.valid("param").batch);
    const rows = list === undefined ? shown.rows : shown.rows.filter((row) => row.list === list);
    return c.body(routedCsv({ rows }), 200, {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="leads-${shown.batch}${list === undefined ? "" : `-${encodeURIComponent(list)}`}.csv"`,
    });
  });
};
