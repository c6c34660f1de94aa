import { createRoute, z } from "@hono/zod-openapi";
import { LeadlineError } from "../../language/leadline-error.ts";
import type { AddRoute } from "../context.ts";
import { json } from "../http/schemas.ts";
import { jobSchema } from "./post-loads.ts";

const state = createRoute({
  method: "get",
  path: "/api/demo",
  summary: "Whether the demo company can be opened from here, and where it is served once it is",
  responses: {
    200: json(
      z.object({
        offered: z.boolean(),
        url: z.string().nullable(),
        job: jobSchema.nullable().describe("While it is being filled"),
      }),
      "The way to the demo company",
    ),
  },
});

const open = createRoute({
  method: "post",
  path: "/api/demo",
  summary: "Fill the demo company, beside this workspace, and serve it; a job whose result is its address",
  responses: { 202: json(jobSchema, "The job") },
});

export const openDemo: AddRoute = (app, { demo, jobs }) => {
  let job: ReturnType<typeof jobs.start> | null = null;
  app.openapi(state, (c) =>
    c.json({
      offered: demo !== undefined,
      url: demo?.url() ?? null,
      job: job?.state === "running" ? job : null,
    } as never),
  );
  app.openapi(open, (c) => {
    if (!demo) {
      throw new LeadlineError(
        "demo.not_here",
        "The demo company is opened on the machine that serves this page.",
        "There, run: leadline demo --serve",
      );
    }
    if (job?.state !== "running") job = jobs.start(async (report) => ({ url: await demo.open(report) }));
    return c.json(job as never, 202);
  });
};
