import type { OpenAPIHono } from "@hono/zod-openapi";
import { docsPage } from "../http/docs-page.ts";

/** `/api/openapi.json` and a readable page of it. */
export function getDocs(app: OpenAPIHono, version: string): void {
  const document = () =>
    app.getOpenAPI31Document({
      openapi: "3.1.0",
      info: {
        title: "Leadline",
        version,
        description: "Marketing KPIs with receipts. Errors are RFC 9457 problem details with a code and a remedy.",
        license: { name: "Apache-2.0" },
      },
    });
  app.get("/api/openapi.json", (c) => c.json(document()));
  app.get("/api/docs", (c) => c.html(docsPage(document())));
}
