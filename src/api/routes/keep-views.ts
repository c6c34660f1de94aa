import { createRoute, z } from "@hono/zod-openapi";
import { viewSchema } from "../../model/views.ts";
import { addView, changeView, getView, listViews, removeView } from "../../service/views/views.ts";
import type { AddRoute } from "../context.ts";
import { body, conflict, kept, revision, revisionQuery } from "../http/revisions.ts";
import { json, questionBody } from "../http/schemas.ts";

const listedView = z
  .object({
    id: z.string(),
    name: z.string(),
    query: questionBody,
    presentation: z.record(z.string(), z.unknown()),
    ...kept,
  })
  .openapi("View");

const params = z.object({ id: z.string() });
const path = "/api/views/{id}";

const list = createRoute({
  method: "get",
  path: "/api/views",
  summary: "Saved views",
  responses: { 200: json(z.object({ views: z.array(listedView) }), "Views") },
});

const one = createRoute({
  method: "get",
  path,
  summary: "One saved view",
  request: { params },
  responses: { 200: json(listedView, "The view") },
});

const add = createRoute({
  method: "post",
  path: "/api/views",
  summary: "Save a question under a name, with the way in which it is shown",
  request: body(viewSchema),
  responses: { 201: json(listedView, "The new view") },
});

const change = createRoute({
  method: "put",
  path,
  summary: "Replace a saved view",
  request: { params, ...body(z.strictObject({ revision, view: viewSchema })) },
  responses: { 200: json(listedView, "The view as it is now"), ...conflict },
});

const remove = createRoute({
  method: "delete",
  path,
  summary: "Remove a saved view; answers with what it was",
  request: { params, query: revisionQuery },
  responses: { 200: json(listedView, "The view as it was"), ...conflict },
});

export const keepViews: AddRoute = (app, { workspace }) => {
  app.openapi(list, async (c) => c.json({ views: await listViews(workspace) } as never));
  app.openapi(one, async (c) => c.json((await getView(workspace, c.req.valid("param").id)) as never));
  app.openapi(add, async (c) => c.json((await addView(workspace, c.req.valid("json"))) as never, 201));
  app.openapi(change, async (c) => {
    const given = c.req.valid("json");
    return c.json((await changeView(workspace, c.req.valid("param").id, given.revision, given.view)) as never);
  });
  app.openapi(remove, async (c) =>
    c.json((await removeView(workspace, c.req.valid("param").id, c.req.valid("query").revision)) as never),
  );
};
