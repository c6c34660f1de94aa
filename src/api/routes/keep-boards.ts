import { createRoute, z } from "@hono/zod-openapi";
import { bilingualInput } from "../../model/bilingual-input.ts";
import { boardInput } from "../../service/boards/board-input.ts";
import { addBoard, changeBoard, copyBoard, removeBoard } from "../../service/boards/change-boards.ts";
import { getBoard, listBoards } from "../../service/boards/list-boards.ts";
import type { AddRoute } from "../context.ts";
import { bilingual, body, conflict, revision, revisionQuery } from "../http/revisions.ts";
import { json } from "../http/schemas.ts";

const boardSchema = z
  .object({
    id: z.string(),
    name: bilingual,
    groups: z.array(z.object({ name: bilingual, kpis: z.array(z.string()) })),
    origin: z.enum(["built-in", "settings", "own"]),
    revision: z.number().int().nullable(),
    created_at: z.string().nullable(),
    changed_at: z.string().nullable(),
    unknown_kpis: z.array(z.string()),
  })
  .openapi("Board");

const params = z.object({ id: z.string() });
const path = "/api/boards/{id}";

const list = createRoute({
  method: "get",
  path: "/api/boards",
  summary: "All boards; those with a revision are the team's own and can be changed",
  responses: { 200: json(z.object({ boards: z.array(boardSchema) }), "Boards") },
});

const one = createRoute({
  method: "get",
  path,
  summary: "One board",
  request: { params },
  responses: { 200: json(boardSchema, "The board") },
});

const add = createRoute({
  method: "post",
  path: "/api/boards",
  summary: "Compose a board, or copy one (also a built-in) as the beginning of an own one",
  request: body(z.union([boardInput, z.strictObject({ copy_of: z.string(), name: bilingualInput.optional() })])),
  responses: { 201: json(boardSchema, "The new board") },
});

const change = createRoute({
  method: "put",
  path,
  summary: "Replace a board of the team's own",
  request: { params, ...body(z.strictObject({ revision, board: boardInput })) },
  responses: { 200: json(boardSchema, "The board as it is now"), ...conflict },
});

const remove = createRoute({
  method: "delete",
  path,
  summary: "Remove a board of the team's own; answers with what it was",
  request: { params, query: revisionQuery },
  responses: { 200: json(boardSchema, "The board as it was"), ...conflict },
});

export const keepBoards: AddRoute = (app, { workspace }) => {
  app.openapi(list, async (c) => c.json({ boards: await listBoards(workspace) } as never));
  app.openapi(one, async (c) => c.json((await getBoard(workspace, c.req.valid("param").id)) as never));
  app.openapi(add, async (c) => {
    const given = c.req.valid("json");
    const made =
      "copy_of" in given ? await copyBoard(workspace, given.copy_of, given.name) : await addBoard(workspace, given);
    return c.json(made as never, 201);
  });
  app.openapi(change, async (c) => {
    const given = c.req.valid("json");
    return c.json((await changeBoard(workspace, c.req.valid("param").id, given.revision, given.board)) as never);
  });
  app.openapi(remove, async (c) =>
    c.json((await removeBoard(workspace, c.req.valid("param").id, c.req.valid("query").revision)) as never),
  );
};
