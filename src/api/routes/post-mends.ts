import { createRoute, z } from "@hono/zod-openapi";
import { finishLoads, loadFiles } from "../../service/sources/load-files.ts";
import { mendUploads } from "../../service/sources/mend-rows.ts";
import type { AddRoute } from "../context.ts";
import { readerLanguage } from "../http/reader-language.ts";
import { body } from "../http/revisions.ts";
import { json } from "../http/schemas.ts";
import { jobIn } from "../uploads/told-in.ts";
import { jobSchema } from "./post-loads.ts";

const route = createRoute({
  method: "post",
  path: "/api/quarantine/mends",
  summary:
    "Load rejected rows with mended cells, or with `check` only tell what would become of them; a job as for loads",
  request: body(
    z.strictObject({
      load: z.string(),
      rows: z
        .array(z.strictObject({ line: z.number().int().positive(), cells: z.array(z.string()) }))
        .min(1)
        .max(1000),
      check: z.boolean().optional(),
    }),
  ),
  responses: { 202: json(jobSchema, "The job; its result lists the rows as files, with what became of them") },
});

export const postMends: AddRoute = (app, { workspace, uploads, jobs }) => {
  app.openapi(route, async (c) => {
    const { load, rows, check = false } = c.req.valid("json");
    const files = await mendUploads(workspace, load, rows);
    const language = readerLanguage(c);
    const job = jobs.start(async (report) => {
      const loaded = [];
      for (const { name, csv, preset, settings } of files) {
        const upload = await uploads.keep(name, new Blob([csv]).stream());
        try {
          const done = await loadFiles(workspace, [uploads.path(upload)], {
            preset,
            settings,
            language,
            dryRun: check,
            look: check,
            moreToCome: files.length > 1,
            onProgress: report,
          });
          loaded.push(...done.files);
        } finally {
          await uploads.drop(upload);
        }
      }
      if (files.length > 1 && !check) await finishLoads(workspace);
      return { files: loaded };
    });
    return c.json(jobIn(job, language) as never, 202);
  });
};
