import { createRoute, z } from "@hono/zod-openapi";
import { listQuarantine, quarantineTables } from "../../service/sources/list-quarantine.ts";
import { listSources } from "../../service/sources/list-sources.ts";
import { revertLoad } from "../../service/sources/revert-load.ts";
import type { AddRoute } from "../context.ts";
import { readerLanguage } from "../http/reader-language.ts";
import { json } from "../http/schemas.ts";
import { rowsIn } from "../uploads/told-in.ts";

const anything = z.record(z.string(), z.unknown());

const sourcesRoute = createRoute({
  method: "get",
  path: "/api/sources",
  summary: "What is loaded: rows, covered period, freshness, loads",
  responses: { 200: json(z.object({ sources: z.array(anything) }), "Sources with their loads") },
});

const quarantineRoute = createRoute({
  method: "get",
  path: "/api/quarantine",
  summary: "Rejected rows with file, line and reason",
  responses: {
    200: json(
      z.object({
        rows: z.array(anything),
        tables: z.array(
          z.object({
            load_id: z.string(),
            header: z.array(z.string()),
            first_line: z.number(),
            last_line: z.number(),
          }),
        ),
      }),
      "Rows in quarantine, and the columns of the tables they stand in",
    ),
  },
});

const revertRoute = createRoute({
  method: "post",
  path: "/api/loads/{load}/revert",
  summary: "Take a load back; what it replaced stands again",
  request: { params: z.object({ load: z.string() }) },
  responses: { 200: json(anything, "The load that was taken back") },
});

export const getSources: AddRoute = (app, { workspace }) => {
  app.openapi(sourcesRoute, async (c) => c.json({ sources: await listSources(workspace) } as never));
  app.openapi(quarantineRoute, async (c) =>
    c.json({
      rows: rowsIn(await listQuarantine(workspace), readerLanguage(c)),
      tables: await quarantineTables(workspace),
    } as never),
  );
  app.openapi(revertRoute, async (c) => c.json((await revertLoad(workspace, c.req.valid("param").load)) as never));
};
