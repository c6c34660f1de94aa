import type { Context } from "hono";

/** The language errors are worded in: `lang`, else the first of `accept-language`, else English. */
export function readerLanguage(context: Context): "en" | "zh" {
  const asked = context.req.query("lang");
  if (asked === "zh" || asked === "en") return asked;
  return /^\s*zh\b/i.test(context.req.header("accept-language") ?? "") ? "zh" : "en";
}
