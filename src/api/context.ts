import type { OpenAPIHono } from "@hono/zod-openapi";
import type { OpenWorkspace } from "../service/workspace/open-workspace.ts";
import type { Jobs } from "./uploads/jobs.ts";
import type { Uploads } from "./uploads/uploads.ts";

/** The way to the demo company, served by a process of its own beside this one. */
export interface DemoDoor {
  /** Where it is served; null until it was opened. */
  readonly url: () => string | null;
  /** Fills it where it is not there yet, and serves it; its address. */
  readonly open: (report: (step: string, done: number, total: number) => void) => Promise<string>;
}

/** What routes work with. */
export interface ApiContext {
  readonly workspace: OpenWorkspace;
  readonly uploads: Uploads;
  readonly jobs: Jobs;
  /** Missing where people sit at other machines than this one. */
  readonly demo?: DemoDoor;
  /** Of a demo company: address of the workspace from which it was opened. */
  readonly demoOf?: string;
}

/** A route adds itself to the app. */
export type AddRoute = (app: OpenAPIHono, context: ApiContext) => void;
