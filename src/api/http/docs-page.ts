import { html, raw } from "hono/html";

interface Operation {
  readonly summary?: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean }[];
  readonly requestBody?: unknown;
  readonly responses?: unknown;
}

/** The OpenAPI document as one plain page that needs no script. */
export function docsPage(document: object) {
  const { info, paths } = document as {
    info: { title: string; version: string; description?: string };
    paths?: Record<string, Record<string, Operation>>;
  };
  const operations = Object.entries(paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${info.title} API</title>
    <style>
      body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #14233c; background: #fdfcfa; }
      code, pre { font: 14px/1.5 ui-monospace, monospace; }
      pre { background: #f3f1ec; padding: 1rem; overflow-x: auto; }
      h2 { font-size: 1.1rem; margin-top: 2.5rem; }
      .method { color: #1f5f8b; }
      @media (prefers-color-scheme: dark) { body { color: #e8edf4; background: #10192a; } pre { background: #1a2538; } .method { color: #7fb9e0; } a { color: #7fb9e0; } }
    </style>
  </head>
  <body>
    <h1>${info.title} API ${info.version}</h1>
    <p>${info.description ?? ""} The document for tools: <a href="/api/openapi.json">/api/openapi.json</a></p>
    <ul>
      ${operations.map(({ path, method }) => html`<li><a href="#${`${method}${path}`}"><code>${method} ${path}</code></a></li>`)}
    </ul>
    ${operations.map(
      ({ path, method, operation }) => html`
        <h2 id="${`${method}${path}`}"><code><span class="method">${method}</span> ${path}</code></h2>
        <p>${operation.summary ?? ""}</p>
        ${operation.parameters?.length ? html`<p>Parameters: ${operation.parameters.map((one) => `${one.name} (${one.in}${one.required ? "" : ", optional"})`).join(", ")}</p>` : raw("")}
        ${operation.requestBody ? html`<details><summary>Request</summary><pre>${JSON.stringify(operation.requestBody, null, 2)}</pre></details>` : raw("")}
        <details><summary>Answers</summary><pre>${JSON.stringify(operation.responses, null, 2)}</pre></details>
      `,
    )}
  </body>
</html>`;
}
