import { createRoute, z } from "@hono/zod-openapi";
import { checkAudience as check } from "../../service/audience/check-audience.ts";
import { SUPPRESSION_REASONS } from "../../service/audience/find-suppressed.ts";
import { dropSuppressionList, keepSuppressionList, showSuppression } from "../../service/audience/keep-lists.ts";
import type { AddRoute } from "../context.ts";
import { json, language } from "../http/schemas.ts";

const told = z.object({ code: z.string(), text: z.string() });
const kind = z.enum(["address", "hash", "domain"]);
const reason = z.enum(SUPPRESSION_REASONS);
const checked = z
  .object({
    file: z.string(),
    entries: z.number(),
    people: z.number(),
    kinds: z.object({ address: z.number(), hash: z.number(), domain: z.number() }),
    unreadable: z.array(z.number()),
    suppressed: z.number(),
    kept: z.number(),
    reasons: z.array(z.object({ reason, people: z.number() })),
    rows: z.array(
      z.object({
        line: z.number(),
        entry: z.string(),
        kind,
        reasons: z.array(z.object({ reason, detail: z.string(), since: z.string().nullable() })),
      }),
    ),
    waste: z
      .object({
        estimate: z.number(),
        spend: z.number(),
        currency: z.string(),
        period: z.object({ from: z.string(), to: z.string(), label: z.string() }),
        where: z.record(z.string(), z.array(z.string())),
        method: z.string(),
      })
      .nullable(),
    waste_unknown: told.nullable(),
    notes: z.array(told),
  })
  .openapi("AudienceCheck");

const asked = z.strictObject({
  /** Of /api/uploads?preview=0. */
  upload: z.string(),
  period: z.string().optional().openapi({ example: "2026-Q3" }),
  where: z.record(z.string(), z.array(z.string())).optional(),
  lang: language,
});
const posted = <Schema extends z.ZodType>(schema: Schema) => ({
  body: { content: { "application/json": { schema } }, required: true as const },
});

const checkRoute = createRoute({
  method: "post",
  path: "/api/audience/check",
  summary: "Who in an uploaded list of addresses or SHA-256 hashes should not be advertised to, and why",
  request: posted(asked),
  responses: { 200: json(checked, "The check, with what was spent on them where a period is asked about") },
});

const cleanRoute = createRoute({
  method: "post",
  path: "/api/audience/cleaned",
  summary: "The uploaded list without those who should not be in it",
  request: posted(asked.pick({ upload: true })),
  responses: { 200: { description: "The list", content: { "text/csv": { schema: z.string() } } } },
});

const suppression = z
  .object({
    standing: z.array(z.object({ reason, people: z.number(), domains: z.number() })),
    lists: z.array(z.object({ list: z.string(), persons: z.number(), domains: z.number(), changedAt: z.string() })),
  })
  .openapi("Suppression");

const listRoute = createRoute({
  method: "get",
  path: "/api/suppression",
  summary: "Who is suppressed by what is loaded and by the workspace's rules, and the uploaded lists",
  responses: { 200: json(suppression, "Counts only") },
});

const keepRoute = createRoute({
  method: "post",
  path: "/api/suppression",
  summary: "Add an uploaded file of addresses, SHA-256 hashes or mail domains to a suppression list",
  request: posted(z.strictObject({ upload: z.string(), list: z.string() })),
  responses: {
    200: json(
      z.object({ list: z.string(), added: z.number(), entries: z.number(), unreadable: z.number() }),
      "What was added",
    ),
  },
});

const dropRoute = createRoute({
  method: "delete",
  path: "/api/suppression/{list}",
  summary: "Forget an uploaded suppression list",
  request: { params: z.object({ list: z.string() }) },
  responses: { 200: json(z.object({ dropped: z.number() }), "How many stood on it") },
});

export const checkAudience: AddRoute = (app, { workspace, uploads }) => {
  app.openapi(checkRoute, async (c) => {
    const { upload, lang, ...about } = c.req.valid("json");
    const { cleaned: _, ...shown } = await check(workspace, uploads.path(upload), about, lang);
    return c.json(shown as never);
  });
  app.openapi(cleanRoute, async (c) => {
    const { cleaned, file } = await check(workspace, uploads.path(c.req.valid("json").upload));
    return c.body(cleaned, 200, {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename*=UTF-8''cleaned-${encodeURIComponent(file)}`,
    });
  });
  app.openapi(listRoute, async (c) => c.json((await showSuppression(workspace)) as never));
  app.openapi(keepRoute, async (c) => {
    const { upload, list } = c.req.valid("json");
    const kept = await keepSuppressionList(workspace, uploads.path(upload), list);
    await uploads.drop(upload);
    return c.json(kept as never);
  });
  app.openapi(dropRoute, async (c) =>
    c.json((await dropSuppressionList(workspace, c.req.valid("param").list)) as never),
  );
};
