import type { MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";
import { LeadlineError } from "../../language/leadline-error.ts";

/** Host names under which a server on this machine alone may be addressed. */
const LOCAL = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** `name:port` -> `name`, also for `[::1]:8080`. */
export function hostName(host: string): string {
  return host.startsWith("[") ? host.slice(0, host.indexOf("]") + 1) : (host.split(":")[0] ?? "");
}

/**
 * Refuses requests that reach the server under a foreign name (DNS rebinding) or that a foreign page sends. `allowed` are
 * further host names, for a server that others may reach.
 */
export function refuseForeign(allowed: readonly string[]): MiddlewareHandler {
  const names = new Set([...LOCAL, ...allowed]);
  return async (context, next) => {
    const host = context.req.header("host") ?? "";
    if (!names.has(hostName(host))) {
      throw new LeadlineError(
        "request.foreign_host",
        `This server is not addressed as ${host || "nothing"}.`,
        "Open it under the address it printed.",
      );
    }
    const origin = context.req.header("origin");
    if (origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`) {
      throw new LeadlineError(
        "request.foreign_origin",
        `Pages of ${origin} may not use this server.`,
        "Use Leadline's own page.",
      );
    }
    if (context.req.header("sec-fetch-site") === "cross-site" && context.req.path.startsWith("/api/")) {
      throw new LeadlineError(
        "request.foreign_site",
        "Another site may not use this server.",
        "Use Leadline's own page.",
      );
    }
    await next();
  };
}

/** Own scripts and styles only, nothing embedded, nothing framed. */
export const strictHeaders: MiddlewareHandler = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    // Component styles set positions through style attributes; scripts never may.
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", "data:", "blob:"],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    manifestSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
  referrerPolicy: "no-referrer",
  xFrameOptions: "DENY",
  crossOriginOpenerPolicy: "same-origin",
  crossOriginResourcePolicy: "same-origin",
});
