import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createApp } from "../../src/api/app.ts";
import { createJobs } from "../../src/api/uploads/jobs.ts";
import { createUploads } from "../../src/api/uploads/uploads.ts";
import type { OpenWorkspace } from "../../src/service/workspace/open-workspace.ts";

interface Reply {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a client that knows nothing of the types
  readonly body: any;
}

export interface ApiClient {
  readonly get: (path: string) => Promise<Reply>;
  readonly post: (path: string, body: unknown) => Promise<Reply>;
  readonly put: (path: string, body: unknown) => Promise<Reply>;
  readonly remove: (path: string) => Promise<Reply>;
  /** Uploads a file without a preview; its id. */
  readonly upload: (name: string, bytes: Uint8Array | string) => Promise<string>;
  readonly close: () => void;
}

/** The API over an open workspace, without a socket. */
export function apiClient(workspace: OpenWorkspace): ApiClient {
  const uploadDir = mkdtempSync(join(tmpdir(), "leadline-uploads-"));
  const app = createApp(
    { workspace, uploads: createUploads(uploadDir, 10_000_000), jobs: createJobs() },
    { version: "test", log: (text) => process.stderr.write(text), allowedHosts: [] },
  );
  const send = async (method: string, path: string, body?: BodyInit, type = "application/json"): Promise<Reply> => {
    const headers = { host: "localhost:8080", ...(body !== undefined && { "content-type": type }) };
    const response = await app.request(path, { method, headers, ...(body !== undefined && { body }) });
    return { status: response.status, body: await response.json() };
  };
  return {
    get: (path) => send("GET", path),
    post: (path, body) => send("POST", path, JSON.stringify(body)),
    put: (path, body) => send("PUT", path, JSON.stringify(body)),
    remove: (path) => send("DELETE", path),
    upload: async (name, bytes) => {
      const path = `/api/uploads?preview=0&name=${encodeURIComponent(name)}`;
      return (await send("POST", path, Buffer.from(bytes), "application/octet-stream")).body.upload;
    },
    close: () => rmSync(uploadDir, { recursive: true, force: true }),
  };
}
