import { createRoute, z } from "@hono/zod-openapi";
import { ANNOTATION_KINDS, annotationSchema } from "../../model/annotations.ts";
import { addAnnotation, changeAnnotation, removeAnnotation } from "../../service/annotations/change-annotations.ts";
import { listAnnotations } from "../../service/annotations/list-annotations.ts";
import type { AddRoute } from "../context.ts";
import { bilingual, body, conflict, revision, revisionQuery } from "../http/revisions.ts";
import { json } from "../http/schemas.ts";

const stretch = z.object({ from: z.string(), to: z.string() });

const listedAnnotation = z
  .object({
    id: z.string(),
    origin: z.enum(["built-in", "own"]),
    kind: z.enum(ANNOTATION_KINDS),
    from: z.string().nullable(),
    to: z.string().nullable(),
    monthly: z.object({ from: z.number(), to: z.number() }).nullable(),
    occurrences: z.array(stretch),
    text: bilingual,
    scope: z.object({
      kpis: z.array(z.string()),
      where: z.record(z.string(), z.array(z.string())),
      systems: z.array(z.string()),
    }),
    source: z.string().nullable(),
    revision: z.number().int().nullable(),
    created_at: z.string().nullable(),
    changed_at: z.string().nullable(),
  })
  .openapi("Annotation");

const params = z.object({ id: z.string() });
const path = "/api/annotations/{id}";
/** `a,b` as a list. */
const several = z
  .string()
  .optional()
  .transform((text) => text?.split(",").filter((one) => one !== ""));

const list = createRoute({
  method: "get",
  path: "/api/annotations",
  summary: "Notes on the time axis: the team's own, and known measurement breaks; filters take values joined by commas",
  request: {
    query: z.object({
      from: z.iso.date().optional(),
      to: z.iso.date().optional(),
      kind: several.pipe(z.array(z.enum(ANNOTATION_KINDS)).optional()),
      kpi: several,
      system: several,
      origin: z.enum(["built-in", "own"]).optional(),
    }),
  },
  responses: { 200: json(z.object({ annotations: z.array(listedAnnotation) }), "Annotations by their first day") },
});

const add = createRoute({
  method: "post",
  path: "/api/annotations",
  summary: "Note something on a day or on a range of days",
  request: body(annotationSchema),
  responses: { 201: json(listedAnnotation, "The new annotation") },
});

const change = createRoute({
  method: "put",
  path,
  summary: "Replace an annotation of the team's own",
  request: { params, ...body(z.strictObject({ revision, annotation: annotationSchema })) },
  responses: { 200: json(listedAnnotation, "The annotation as it is now"), ...conflict },
});

const remove = createRoute({
  method: "delete",
  path,
  summary: "Remove an annotation of the team's own; answers with what it was",
  request: { params, query: revisionQuery },
  responses: { 200: json(listedAnnotation, "The annotation as it was"), ...conflict },
});

export const keepAnnotations: AddRoute = (app, { workspace }) => {
  app.openapi(list, async (c) => {
    const { from, to, kind, kpi, system, origin } = c.req.valid("query");
    const filter = {
      ...(from && { from }),
      ...(to && { to }),
      ...(kind && { kinds: kind }),
      ...(kpi && { kpis: kpi }),
      ...(system && { systems: system }),
      ...(origin && { origin }),
    };
    return c.json({ annotations: await listAnnotations(workspace, filter) } as never);
  });
  app.openapi(add, async (c) => c.json((await addAnnotation(workspace, c.req.valid("json"))) as never, 201));
  app.openapi(change, async (c) => {
    const given = c.req.valid("json");
    const { id } = c.req.valid("param");
    return c.json((await changeAnnotation(workspace, id, given.revision, given.annotation)) as never);
  });
  app.openapi(remove, async (c) =>
    c.json((await removeAnnotation(workspace, c.req.valid("param").id, c.req.valid("query").revision)) as never),
  );
};
