import { z } from "@hono/zod-openapi";
import type { Context, ErrorHandler, NotFoundHandler } from "hono";
import { HTTPException } from "hono/http-exception";
import { LeadlineError } from "../../language/leadline-error.ts";
import { StateChanged } from "../../store/state-changed.ts";

/** RFC 9457 problem details, with Leadline's code, remedy and place. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string(),
    detail: z.string(),
    remedy: z.string(),
    place: z.record(z.string(), z.union([z.string(), z.number()])),
    /** With `state.changed`: how the thing stands now. */
    current: z.unknown().optional(),
  })
  .openapi("Problem");

type Status = 400 | 403 | 404 | 409 | 413 | 422 | 429 | 500 | 503;

const titles: Record<Status, string> = {
  400: "The request cannot be read",
  403: "Not from here",
  404: "Not found",
  409: "In conflict with what is there",
  413: "Too large",
  422: "Cannot be answered as asked",
  429: "Too many at once",
  500: "Something broke on the server",
  503: "The warehouse or the state cannot be reached",
};

const missing = /\.(missing|unknown|not_found)$/;

/** The HTTP status of a failure by its code. */
export function statusOf(code: string): Status {
  if (code.startsWith("engine.") || code.startsWith("store.")) return 503;
  if (code === "state.changed") return 409;
  if (code.startsWith("request.too_large")) return 413;
  if (code.startsWith("request.busy")) return 429;
  if (code.startsWith("request.foreign")) return 403;
  if (code.startsWith("request.")) return 400;
  if (missing.test(code)) return 404;
  return 422;
}

/** Answers with `application/problem+json`. */
export function problem(context: Context, error: LeadlineError): Response {
  const status = statusOf(error.code);
  return context.body(
    JSON.stringify({
      type: `/api/docs#${error.code}`,
      title: titles[status],
      status,
      code: error.code,
      detail: error.message,
      remedy: error.remedy,
      place: error.place,
      ...(error instanceof StateChanged && { current: error.current }),
    }),
    status,
    { "content-type": "application/problem+json" },
  );
}

/** Every error that leaves a route, as a problem; unknown ones without their inner text. */
export function problemHandler(log: (text: string) => void): ErrorHandler {
  return (error, context) => {
    if (error instanceof LeadlineError) return problem(context, error);
    if (error instanceof HTTPException) {
      return problem(
        context,
        new LeadlineError("request.unreadable", error.message, "Send the request as /api/docs says."),
      );
    }
    log(`${context.req.method} ${context.req.path}: ${error.stack ?? error.message}\n`);
    const broken = new LeadlineError(
      "internal",
      "The server failed on this request.",
      "See the server's log; nothing was changed.",
    );
    return context.body(
      JSON.stringify({
        type: "/api/docs#internal",
        title: titles[500],
        status: 500,
        code: broken.code,
        detail: broken.message,
        remedy: broken.remedy,
        place: {},
      }),
      500,
      { "content-type": "application/problem+json" },
    );
  };
}

export const notFound: NotFoundHandler = (context) =>
  problem(
    context,
    new LeadlineError(
      "route.not_found",
      `There is no ${context.req.method} ${context.req.path}.`,
      "See /api/docs for what there is.",
    ),
  );
