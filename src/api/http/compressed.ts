import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { MiddlewareHandler } from "hono";

const pack = promisify(gzip);
/** Bytes; what fits into a few packets gains nothing. */
const SMALL = 4_096;

/** Answers travel packed to whoever takes that: many readers sit far from the server, and few proxies pack JSON unasked. */
export const compressed: MiddlewareHandler = async (c, next) => {
  await next();
  if (!c.res.headers.get("content-type")?.startsWith("application/json")) return;
  c.header("vary", "accept-encoding", { append: true });
  if (!/\bgzip\b/.test(c.req.header("accept-encoding") ?? "")) return;
  const body = await c.res.arrayBuffer();
  const { status, headers } = c.res;
  if (body.byteLength < SMALL) {
    c.res = new Response(body, { status, headers });
    return;
  }
  const packed = await pack(body);
  c.res = new Response(packed, { status, headers });
  c.header("content-encoding", "gzip");
  c.res.headers.delete("content-length");
};
