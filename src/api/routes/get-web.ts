import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import type { OpenAPIHono } from "@hono/zod-openapi";

/** Serves the built web page; every path without a file and outside /api is the page itself. */
export function getWeb(app: OpenAPIHono, webRoot: string): void {
  const page = join(webRoot, "index.html");
  if (!existsSync(page)) return;
  const html = readFileSync(page, "utf8");
  app.get("/", (c) => c.html(html, 200, { "cache-control": "no-cache" }));
  app.use("/assets/*", async (c, next) => {
    await next();
    if (c.res.ok) c.header("cache-control", "public, max-age=31536000, immutable");
  });
  app.use("*", serveStatic({ root: webRoot, index: "", precompressed: true }));
  app.get("*", async (c, next) =>
    /^\/(api|assets)\//.test(c.req.path) ? next() : c.html(html, 200, { "cache-control": "no-cache" }),
  );
}
