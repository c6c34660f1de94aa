import { createRoute, z } from "@hono/zod-openapi";
import { listBoards } from "../../service/boards/list-boards.ts";
import type { AddRoute } from "../context.ts";
import { json } from "../http/schemas.ts";

const bilingual = z.object({ en: z.string(), zh: z.string() });

const route = createRoute({
  method: "get",
  path: "/api/workspace",
  summary: "Name, currency, zone, language and calendar of the workspace",
  responses: {
    200: json(
      z.object({
        name: z.string(),
        currency: z.string(),
        timezone: z.string(),
        language: z.enum(["en", "zh"]),
        fiscal_year_start: z.number(),
        week_start: z.string(),
        today: z.string(),
        covered: z.object({ from: z.string().nullable(), to: z.string().nullable() }),
        data_version: z.string(),
        demo_of: z.string().nullable().describe("Of a demo company: the workspace from which it was opened"),
        boards: z.array(
          z.object({
            id: z.string(),
            name: bilingual,
            groups: z.array(z.object({ name: bilingual, kpis: z.array(z.string()) })),
            origin: z.enum(["built-in", "settings", "own"]),
          }),
        ),
      }),
      "The workspace",
    ),
  },
});

export const getWorkspace: AddRoute = (app, { workspace, demoOf }) => {
  app.openapi(route, async (c) => {
    const { name, currency, timezone, language, fiscal_year_start, week_start } = workspace.settings;
    const inventory = await workspace.inventory();
    const days = inventory.visible.flatMap((part) =>
      part.fact === "fx_rate" || !part.from || !part.to ? [] : [[part.from, part.to]],
    );
    return c.json({
      name,
      currency,
      timezone,
      language,
      fiscal_year_start,
      week_start,
      today: workspace.today(),
      covered: {
        from: days.map(([from]) => from ?? "").sort()[0] ?? null,
        to:
          days
            .map(([, to]) => to ?? "")
            .sort()
            .at(-1) ?? null,
      },
      data_version: inventory.dataVersion,
      demo_of: demoOf ?? null,
      boards: (await listBoards(workspace)).map(({ id, name, groups, origin }) => ({ id, name, groups, origin })),
    });
  });
};
