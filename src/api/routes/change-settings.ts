import { createRoute, z } from "@hono/zod-openapi";
import { workspaceSchema } from "../../model/workspace.ts";
import {
  changesChannels,
  checkRevision,
  changeSettings as saveSettings,
} from "../../service/settings/change-settings.ts";
import { checkPatterns } from "../../service/settings/check-patterns.ts";
import { previewChannels } from "../../service/settings/preview-channels.ts";
import { listSettings } from "../../service/settings/settings-file.ts";
import type { AddRoute } from "../context.ts";
import { body, conflict } from "../http/revisions.ts";
import { json } from "../http/schemas.ts";
import { jobSchema } from "./post-loads.ts";

const settings = workspaceSchema.omit({ warehouse: true });
const revision = z.string().openapi({ description: "The revision that was read: the file's SHA-256" });
const listed = { revision: z.string(), settings, set: z.array(z.string()), applied: z.boolean() };

const read = createRoute({
  method: "get",
  path: "/api/settings",
  summary: "What leadline.yaml sets, with defaults, and the revision to base a change on",
  responses: { 200: json(z.object(listed), "The settings; `set` names the keys that the file itself holds") },
});

const change = createRoute({
  method: "put",
  path: "/api/settings",
  summary: "Write settings into leadline.yaml, whose comments stay; what is open goes by them at once",
  request: body(z.strictObject({ revision, settings })),
  responses: {
    200: json(
      z.object({
        ...listed,
        rebuilt: z.boolean(),
        classified: z.boolean(),
        load_again: z.array(z.object({ load_id: z.string(), file: z.string() })),
      }),
      "The settings as they are now; files in `load_again` were classified by other channel rules, and their preset is gone",
    ),
    202: json(
      jobSchema,
      "The rules tell channels of what is loaded otherwise: /api/jobs/{id} tells how far it is, its result what 200 tells. All of it counts at once, or none of it",
    ),
    ...conflict,
  },
});

const preview = createRoute({
  method: "post",
  path: "/api/settings/preview-channels",
  summary: "How many rows and sessions would move from which channel to which by other rules; nothing is changed",
  request: body(z.strictObject({ channel_rules: workspaceSchema.shape.channel_rules.unwrap() })),
  responses: {
    200: json(
      z.object({
        facts: z.array(
          z.object({
            fact: z.string(),
            rows: z.number(),
            moved: z.number(),
            moves: z.array(
              z.object({ from: z.string(), to: z.string(), rows: z.number(), sessions: z.number().nullable() }),
            ),
          }),
        ),
        unknown_loads: z.array(z.string()),
      }),
      "Moves by fact",
    ),
  },
});

export const changeSettings: AddRoute = (app, { workspace, jobs }) => {
  app.openapi(read, (c) => c.json(listSettings(workspace.dir, workspace.settings) as never));
  app.openapi(change, async (c) => {
    const given = c.req.valid("json");
    checkRevision(workspace, given.revision);
    if (await changesChannels(workspace, given.settings)) {
      await checkPatterns(workspace.engine, given.settings);
      return c.json(
        jobs.start((report) => saveSettings(workspace, given.revision, given.settings, report)) as never,
        202,
      );
    }
    return c.json((await saveSettings(workspace, given.revision, given.settings)) as never);
  });
  app.openapi(preview, async (c) =>
    c.json((await previewChannels(workspace, c.req.valid("json").channel_rules)) as never),
  );
};
