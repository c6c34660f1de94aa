import { z } from "@hono/zod-openapi";
import type { Context, ErrorHandler, NotFoundHandler } from "hono";
import { HTTPException } from "hono/http-exception";
import { LeadlineError } from "../../language/leadline-error.ts";
import { errorIn } from "../../service/chinese/error-in.ts";
import { StateChanged } from "../../store/state-changed.ts";
import { readerLanguage } from "./reader-language.ts";

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

const titles: Record<Status, { readonly en: string; readonly zh: string }> = {
  400: { en: "The request cannot be read", zh: "无法读取请求" },
  403: { en: "Not from here", zh: "不允许从此处访问" },
  404: { en: "Not found", zh: "未找到" },
  409: { en: "In conflict with what is there", zh: "与现有内容冲突" },
  413: { en: "Too large", zh: "内容过大" },
  422: { en: "Cannot be answered as asked", zh: "无法按此方式回答" },
  429: { en: "Too many at once", zh: "同时请求过多" },
  500: { en: "Something broke on the server", zh: "服务器出错" },
  503: { en: "The warehouse or the state cannot be reached", zh: "无法访问数据仓库或状态" },
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

/** Answers with `application/problem+json`, in the reader's language. */
export function problem(context: Context, error: LeadlineError, status: Status = statusOf(error.code)): Response {
  const language = readerLanguage(context);
  const { sentence, remedy } = errorIn(error, language);
  return context.body(
    JSON.stringify({
      type: `/api/docs#${error.code}`,
      title: titles[status][language],
      status,
      code: error.code,
      detail: sentence,
      remedy,
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
    return problem(context, broken, 500);
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
