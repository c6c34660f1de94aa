import { createRoute, z } from "@hono/zod-openapi";
import { ask } from "../../service/questions/ask.ts";
import type { AddRoute } from "../context.ts";
import { answerSchema, json, language, questionBody } from "../http/schemas.ts";

const route = createRoute({
  method: "post",
  path: "/api/questions",
  summary: "Ask any KPIs × period × grain × dimensions × filters × comparison",
  request: {
    query: z.object({ lang: language }),
    body: { content: { "application/json": { schema: questionBody } }, required: true },
  },
  responses: { 200: json(answerSchema, "The answer") },
});

export const postQuestions: AddRoute = (app, { workspace }) => {
  app.openapi(route, async (c) =>
    c.json((await ask(workspace, c.req.valid("json"), c.req.valid("query").lang)) as never),
  );
};
