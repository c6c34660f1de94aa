import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { serve as listen } from "@hono/node-server";
import { createApp } from "../api/app.ts";
import { hostName } from "../api/http/guard.ts";
import { createJobs } from "../api/uploads/jobs.ts";
import { createUploads } from "../api/uploads/uploads.ts";
import { LeadlineError } from "../language/leadline-error.ts";
import { VERSION } from "../service/version.ts";
import { openWorkspace } from "../service/workspace/open-workspace.ts";
import { PRODUCT_ROOT } from "../service/workspace/product-root.ts";
import { demoDoor } from "./demo-door.ts";
import { TOLD_VARIABLE, tellParent } from "./tell-parent.ts";
import { wordsIn } from "./words/index.ts";
import type { World } from "./world.ts";

export interface ServeOptions {
  readonly port: number;
  readonly host: string;
  readonly allowRemote: boolean;
}

const LOOPBACK = new Set(["127.0.0.1", "::1", "localhost"]);
const MAX_UPLOAD_BYTES = 4 * 1024 ** 3;

/** Serves a workspace until the process is told to stop. */
export async function serve(dir: string, options: ServeOptions, world: World): Promise<void> {
  if (!LOOPBACK.has(options.host) && !options.allowRemote) {
    throw new LeadlineError(
      "serve.remote",
      `Everyone who can reach ${options.host} could read and change this workspace: Leadline has no users yet.`,
      "Listen on 127.0.0.1, or say --allow-remote if something in front of it asks who is there.",
    );
  }
  const workspace = await openWorkspace(dir, { now: world.now, env: world.env });
  const uploadDir = join(workspace.dataDir, "uploads");
  await rm(uploadDir, { recursive: true, force: true });
  await mkdir(uploadDir, { recursive: true });
  const webRoot = join(PRODUCT_ROOT, "dist", "web");
  // A demo is opened at an address of this machine, and none from within a demo.
  const demoOf = world.env[TOLD_VARIABLE];
  let address = "";
  const demo = LOOPBACK.has(options.host) && !demoOf ? demoDoor(workspace.dataDir, world, () => address) : undefined;
  const app = createApp(
    {
      workspace,
      uploads: createUploads(uploadDir, MAX_UPLOAD_BYTES),
      jobs: createJobs(),
      ...(demo && { demo }),
      ...(demoOf && { demoOf }),
    },
    {
      version: VERSION,
      log: world.err,
      webRoot,
      allowedHosts: options.allowRemote
        ? [hostName(options.host), ...(world.env.LEADLINE_HOSTS?.split(",") ?? [])]
        : [],
    },
  );
  await new Promise<void>((stopped, failed) => {
    const server = listen({ fetch: app.fetch, port: options.port, hostname: options.host }, (info) => {
      const name = options.host === "127.0.0.1" ? "localhost" : options.host;
      const words = wordsIn(workspace.settings.language);
      const url = `http://${name}:${info.port}/`;
      address = url;
      world.err(`${words.serves(workspace.settings.name, url)}\n`);
      tellParent(world.env, { url });
    });
    server.on("error", (error: NodeJS.ErrnoException) =>
      failed(
        error.code === "EADDRINUSE"
          ? new LeadlineError("serve.port_taken", `Port ${options.port} is taken.`, "Name another with --port.")
          : error,
      ),
    );
    const stop = () => {
      server.close(() => stopped());
      if ("closeAllConnections" in server) server.closeAllConnections();
    };
    process.once("SIGINT", stop);
    process.once("SIGTERM", stop);
  }).finally(() => {
    demo?.stop();
    return workspace.close();
  });
}
