import { OpenAPIHono } from "@hono/zod-openapi";
import { bodyLimit } from "hono/body-limit";
import { LeadlineError } from "../language/leadline-error.ts";
import type { ApiContext } from "./context.ts";
import { compressed } from "./http/compressed.ts";
import { refuseForeign, strictHeaders } from "./http/guard.ts";
import { notFound, problemHandler, problemSchema } from "./http/problem.ts";
import { changePresets } from "./routes/change-presets.ts";
import { changeSettings } from "./routes/change-settings.ts";
import { checkAudience } from "./routes/check-audience.ts";
import { getAccounts } from "./routes/get-accounts.ts";
import { getCampaigns } from "./routes/get-campaigns.ts";
import { getCohorts } from "./routes/get-cohorts.ts";
import { getComparison } from "./routes/get-comparison.ts";
import { getDimensionValues } from "./routes/get-dimension-values.ts";
import { getDimensions } from "./routes/get-dimensions.ts";
import { getDocs } from "./routes/get-docs.ts";
import { getFunnel } from "./routes/get-funnel.ts";
import { getKpis } from "./routes/get-kpis.ts";
import { getReconciliation } from "./routes/get-reconciliation.ts";
import { getScorecards } from "./routes/get-scorecards.ts";
import { getSources } from "./routes/get-sources.ts";
import { getWeb } from "./routes/get-web.ts";
import { getWorkspace } from "./routes/get-workspace.ts";
import { keepAnnotations } from "./routes/keep-annotations.ts";
import { keepBoards } from "./routes/keep-boards.ts";
import { keepViews } from "./routes/keep-views.ts";
import { openDemo } from "./routes/open-demo.ts";
import { postLoads } from "./routes/post-loads.ts";
import { postMends } from "./routes/post-mends.ts";
import { postQuestions } from "./routes/post-questions.ts";
import { postReceipts } from "./routes/post-receipts.ts";
import { postRows } from "./routes/post-rows.ts";
import { routeLeads } from "./routes/route-leads.ts";

export interface AppOptions {
  /** The built web page, or undefined for the API alone. */
  readonly webRoot?: string;
  readonly version: string;
  readonly log: (text: string) => void;
  /** Host names besides this machine's own under which the server may be addressed. */
  readonly allowedHosts: readonly string[];
}

const MEGABYTE = 1024 ** 2;

/** The HTTP side: the verbs of the command line as JSON, problem+json errors, OpenAPI, the web page. */
export function createApp(context: ApiContext, options: AppOptions): OpenAPIHono {
  const app = new OpenAPIHono({
    defaultHook(result) {
      if (result.success) return;
      const issue = result.error.issues[0];
      const key = issue?.path.join(".") ?? "";
      throw new LeadlineError(
        "request.invalid",
        `${key || "request"}: ${issue?.message ?? "not valid"}`,
        "See /api/docs.",
        { key },
      );
    },
  });
  app.onError(problemHandler(options.log));
  app.openAPIRegistry.register("Problem", problemSchema);
  app.notFound(notFound);
  app.use(strictHeaders);
  app.use(refuseForeign(options.allowedHosts));
  const small = bodyLimit({
    maxSize: MEGABYTE,
    onError: () => {
      throw new LeadlineError("request.too_large", "The request is larger than 1 MB.", "Ask for less at once.");
    },
  });
  app.use("/api/*", (c, next) => (c.req.path === "/api/uploads" ? next() : small(c, next)));
  app.use("/api/*", compressed);
  app.use("/api/*", async (c, next) => {
    await next();
    c.header("cache-control", "no-store");
  });
  const routes = [
    getWorkspace,
    getKpis,
    getDimensions,
    getDimensionValues,
    postQuestions,
    getScorecards,
    getFunnel,
    getCohorts,
    getCampaigns,
    getComparison,
    getReconciliation,
    getAccounts,
    routeLeads,
    checkAudience,
    postReceipts,
    postRows,
    getSources,
    openDemo,
    postLoads,
    postMends,
    keepBoards,
    keepViews,
    keepAnnotations,
    changeSettings,
    changePresets,
  ];
  for (const add of routes) add(app, context);
  getDocs(app, options.version);
  if (options.webRoot) getWeb(app, options.webRoot);
  return app;
}
