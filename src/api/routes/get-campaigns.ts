import { createRoute, z } from "@hono/zod-openapi";
import { listCampaigns } from "../../service/campaigns/list-campaigns.ts";
import type { AddRoute } from "../context.ts";
import { json } from "../http/schemas.ts";

const likely = z.object({ campaign: z.string(), why: z.enum(["same_text", "holds_id", "same_words"]) });
const figure = z.number().nullable();

const route = createRoute({
  method: "get",
  path: "/api/campaigns",
  summary: "Campaigns under the names of each system with spend, sessions and leads, and which are likely the same",
  request: { query: z.object({ period: z.string().openapi({ example: "2026-Q3" }) }) },
  responses: {
    200: json(
      z.object({
        period: z.object({ from: z.string(), to: z.string(), label: z.string() }),
        currency: z.string(),
        rows: z.array(
          z.object({
            system: z.string(),
            name: z.string(),
            ids: z.array(z.string()),
            spend: figure,
            sessions: figure,
            leads: figure,
            campaign: z.string().nullable(),
            likely: likely.nullable(),
          }),
        ),
        suggested: z.record(z.string(), z.array(z.string())),
      }),
      "The names; `suggested` is for campaign_aliases, to be read over first",
    ),
  },
});

export const getCampaigns: AddRoute = (app, { workspace }) => {
  app.openapi(route, async (c) => c.json((await listCampaigns(workspace, c.req.valid("query").period)) as never));
};
