import type { OpenAPIHono } from "@hono/zod-openapi";
import type { OpenWorkspace } from "../service/workspace/open-workspace.ts";
import type { Jobs } from "./uploads/jobs.ts";
import type { Uploads } from "./uploads/uploads.ts";

/** What routes work with. */
export interface ApiContext {
  readonly workspace: OpenWorkspace;
  readonly uploads: Uploads;
  readonly jobs: Jobs;
}

/** A route adds itself to the app. */
export type AddRoute = (app: OpenAPIHono, context: ApiContext) => void;
