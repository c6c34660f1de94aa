import { createRoute, z } from "@hono/zod-openapi";
import { LeadlineError } from "../../language/leadline-error.ts";
import { failedFile, finishLoads, loadFiles } from "../../service/sources/load-files.ts";
import type { AddRoute } from "../context.ts";
import { readerLanguage } from "../http/reader-language.ts";
import { body } from "../http/revisions.ts";
import { json } from "../http/schemas.ts";
import { jobIn, loadedFileIn } from "../uploads/told-in.ts";

const anything = z.record(z.string(), z.unknown());
const how = z.strictObject({
  upload: z.string(),
  preset: z.string().optional(),
  connection: z.string().optional(),
  set: z.record(z.string(), z.string()).optional(),
});
export const jobSchema = z
  .object({
    id: z.string(),
    state: z.enum(["running", "done", "failed"]),
    step: z.string(),
    done: z.number(),
    total: z.number(),
    result: z.unknown(),
    problem: z.object({ code: z.string(), detail: z.string(), remedy: z.string() }).nullable(),
  })
  .openapi("Job");

const innerFile = z.object({
  name: z.string().describe("With its folders, as the archive names it"),
  upload: z.string().nullable().describe("null: it cannot be loaded, the preview says why"),
  preview: anything.nullable(),
});

const uploadRoute = createRoute({
  method: "post",
  path: "/api/uploads",
  summary:
    "Upload one file (the body is its bytes); answers with what was recognised, nothing is loaded yet. The files of a ZIP or gzip archive become uploads of their own",
  request: {
    query: z.object({ name: z.string().min(1).max(500), preview: z.enum(["0", "1"]).optional() }),
    body: { content: { "application/octet-stream": { schema: z.string().openapi({ format: "binary" }) } } },
  },
  responses: {
    200: json(
      z.object({ upload: z.string(), preview: anything.nullable(), files: z.array(innerFile).optional() }),
      "The upload and its preview; of an archive its files, to be previewed one by one",
    ),
  },
});

const previewRoute = createRoute({
  method: "post",
  path: "/api/uploads/{upload}/preview",
  summary: "What loading an upload would do by another preset, connection or setting (dates=dmy, currency=USD)",
  request: { params: z.object({ upload: z.string() }), ...body(how.omit({ upload: true })) },
  responses: {
    200: json(z.object({ upload: z.string(), preview: anything.nullable() }), "The upload and its preview"),
  },
});

const loadRoute = createRoute({
  method: "post",
  path: "/api/loads",
  summary: "Load uploads; answers with a job whose progress /api/jobs/{id} tells",
  request: {
    body: {
      content: { "application/json": { schema: z.strictObject({ files: z.array(how).min(1).max(300) }) } },
      required: true,
    },
  },
  responses: { 202: json(jobSchema, "The job") },
});

const jobRoute = createRoute({
  method: "get",
  path: "/api/jobs/{id}",
  summary: "Progress and result of a load",
  request: { params: z.object({ id: z.string() }) },
  responses: { 200: json(jobSchema, "The job") },
});

export const postLoads: AddRoute = (app, { workspace, uploads, jobs }) => {
  app.openapi(uploadRoute, async (c) => {
    const { name, preview } = c.req.valid("query");
    const body = c.req.raw.body;
    if (!body) throw new LeadlineError("request.empty", "The upload is empty.", "Send the file's bytes as the body.");
    const upload = await uploads.keep(name, body);
    if (preview === "0") return c.json({ upload, preview: null } as never);
    const inside = await uploads.unpack(upload);
    if (inside) {
      const files = inside.map(({ name, upload: inner }) =>
        inner instanceof LeadlineError
          ? { name, upload: null, preview: loadedFileIn(failedFile(name, inner), readerLanguage(c)) }
          : { name, upload: inner.id, preview: null },
      );
      return c.json({ upload, preview: null, files } as never);
    }
    const { files } = await loadFiles(workspace, [uploads.path(upload)], {
      dryRun: true,
      look: true,
      settings: {},
      language: readerLanguage(c),
    });
    const [read] = files;
    return c.json({ upload, preview: read ? loadedFileIn(read, readerLanguage(c)) : null } as never);
  });
  app.openapi(previewRoute, async (c) => {
    const { upload } = c.req.valid("param");
    const { preset, connection, set } = c.req.valid("json");
    const { files } = await loadFiles(workspace, [uploads.path(upload)], {
      dryRun: true,
      look: true,
      settings: set ?? {},
      language: readerLanguage(c),
      ...(preset && { preset }),
      ...(connection && { connection }),
    });
    const [read] = files;
    return c.json({ upload, preview: read ? loadedFileIn(read, readerLanguage(c)) : null } as never);
  });
  app.openapi(loadRoute, (c) => {
    const { files } = c.req.valid("json");
    const language = readerLanguage(c);
    const paths = files.map((file) => uploads.path(file.upload));
    const job = jobs.start(async (report) => {
      const loaded = [];
      for (const [i, file] of files.entries()) {
        const done = await loadFiles(workspace, [paths[i] ?? ""], {
          ...(file.preset && { preset: file.preset }),
          ...(file.connection && { connection: file.connection }),
          settings: file.set ?? {},
          language,
          moreToCome: i < files.length - 1,
          onProgress: report,
        });
        loaded.push(...done.files);
        await uploads.drop(file.upload);
      }
      if (files.length > 1) await finishLoads(workspace);
      return { files: loaded };
    });
    return c.json(job as never, 202);
  });
  app.openapi(jobRoute, (c) => c.json(jobIn(jobs.get(c.req.valid("param").id), readerLanguage(c)) as never));
};
