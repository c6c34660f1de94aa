import { createRoute, z } from "@hono/zod-openapi";
import { CELL_TYPES } from "../../model/cell-types.ts";
import { FACT_IDS, type FactId } from "../../model/facts.ts";
import { presetSchema } from "../../model/preset.ts";
import { draftFor, tryPreset } from "../../service/presets/draft.ts";
import { getPreset, listPresets } from "../../service/presets/list-presets.ts";
import { savePreset } from "../../service/presets/save-preset.ts";
import type { AddRoute } from "../context.ts";
import { readerLanguage } from "../http/reader-language.ts";
import { bilingual, body, conflict } from "../http/revisions.ts";
import { json } from "../http/schemas.ts";
import { loadedFileIn } from "../uploads/told-in.ts";

const anything = z.record(z.string(), z.unknown());
const fileSettings = z.record(z.string(), z.string()).optional();
const listed = {
  id: z.string(),
  system: z.string(),
  version: z.number(),
  name: bilingual,
  evidence: z.string(),
  export_guide: bilingual,
  settings: anything,
  layouts: z.array(z.string()),
  origin: z.enum(["built-in", "own"]),
  revision: z.string().nullable(),
};
const whole = z.object({ ...listed, preset: anything }).openapi("Preset");
const params = z.object({ id: z.string().regex(/^[a-z][a-z0-9_]*$/, "use lower-case words joined by _") });

const list = createRoute({
  method: "get",
  path: "/api/presets",
  summary: "How files of each system are read: the product's presets and the workspace's own",
  responses: { 200: json(z.object({ presets: z.array(z.object(listed)) }), "Presets") },
});

const one = createRoute({
  method: "get",
  path: "/api/presets/{id}",
  summary: "One preset with its whole mapping",
  request: { params },
  responses: { 200: json(whole, "The preset") },
});

const save = createRoute({
  method: "put",
  path: "/api/presets/{id}",
  summary: "Write a preset of the team's own into the workspace; revision null for a new one",
  request: {
    params,
    ...body(
      z.strictObject({
        revision: z.string().nullable(),
        preset: presetSchema,
        over_built_in: z.boolean().optional(),
      }),
    ),
  },
  responses: { 200: json(whole, "The preset as it is now"), ...conflict },
});

const candidate = z.object({
  fact: z.string(),
  column: z.string(),
  expression: z.string(),
  because: z.enum(["title", "name", "type"]),
  presets: z.array(z.string()),
});

const draft = createRoute({
  method: "post",
  path: "/api/presets/draft",
  summary:
    "What the columns of an upload seem to hold, and a preset to begin with: drafted, or the one named, to be adjusted",
  request: body(
    z.strictObject({
      upload: z.string(),
      preset: z.string().optional(),
      fact: z.enum(FACT_IDS as [FactId, ...FactId[]]).optional(),
      set: fileSettings,
    }),
  ),
  responses: {
    200: json(
      z
        .object({
          file: z.object({
            file: z.string(),
            kind: z.string(),
            encoding: z.string(),
            delimiter: z.string().nullable(),
            header_line: z.number(),
            rows_seen: z.number(),
            rows: z.array(z.array(z.string())),
          }),
          columns: z.array(
            z.object({
              position: z.number(),
              title: z.string(),
              field: z.string(),
              type: z.enum(CELL_TYPES),
              type_by: z.enum(["cells", "title"]),
              examples: z.array(z.string()),
              values: z.array(z.string()).nullable(),
              empty_share: z.number(),
              personal: z.enum(["email", "name", "phone"]).nullable(),
              candidates: z.array(candidate),
            }),
          ),
          fact: z.string().nullable(),
          preset: anything,
          layout: z.number(),
          mapping: z.number(),
          revision: z.string().nullable(),
          origin: z.enum(["new", "built-in", "own"]),
          missing: z.array(z.string()),
          facts: z.array(
            z.object({
              id: z.string(),
              columns: z.array(z.object({ name: z.string(), kind: z.string(), required: z.boolean() })),
            }),
          ),
        })
        .openapi("PresetDraft"),
      "The draft",
    ),
  },
});

const attempt = createRoute({
  method: "post",
  path: "/api/presets/try",
  summary: "What loading an upload by a preset that is not saved yet would do; nothing is kept",
  request: body(z.strictObject({ upload: z.string(), preset: presetSchema, set: fileSettings })),
  responses: {
    200: json(
      z.object({ preview: anything.nullable(), yaml: z.string() }),
      "As the preview of an upload, and the preset as its file would read",
    ),
  },
});

export const changePresets: AddRoute = (app, { workspace, uploads }) => {
  app.openapi(list, (c) => c.json({ presets: listPresets(workspace) } as never));
  app.openapi(draft, async (c) => {
    const { upload, preset, fact, set } = c.req.valid("json");
    const begin = { ...(preset && { preset }), ...(fact && { fact }) };
    return c.json((await draftFor(workspace, uploads.path(upload), set, begin)) as never);
  });
  app.openapi(attempt, async (c) => {
    const { upload, set } = c.req.valid("json");
    // The preset as it was sent: without the defaults that its schema fills in.
    const { preset } = await c.req.json();
    const language = readerLanguage(c);
    const { preview, yaml } = await tryPreset(workspace, uploads.path(upload), preset, { settings: set, language });
    return c.json({ preview: preview && loadedFileIn(preview, language), yaml } as never);
  });
  app.openapi(one, (c) => c.json(getPreset(workspace, c.req.valid("param").id) as never));
  app.openapi(save, async (c) => {
    const { revision, over_built_in: overBuiltIn = false } = c.req.valid("json");
    const { preset } = await c.req.json();
    const { id } = c.req.valid("param");
    return c.json((await savePreset(workspace, id, revision, preset, { overBuiltIn })) as never);
  });
};
