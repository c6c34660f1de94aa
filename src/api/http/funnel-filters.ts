import { z } from "@hono/zod-openapi";
import { LeadlineError } from "../../language/leadline-error.ts";

/** `?where=channel=Email&where=country=DE`; the same dimension twice means either. */
export const whereTexts = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .openapi({ example: "channel=Email" });

/** Filters in an address -> a question's `where`. Throws `request.where`. */
export function narrowed(given: z.infer<typeof whereTexts>): { readonly where?: Record<string, string[]> } {
  const texts = given === undefined ? [] : Array.isArray(given) ? given : [given];
  const where: Record<string, string[]> = {};
  for (const text of texts) {
    const at = text.indexOf("=");
    if (at < 1)
      throw new LeadlineError("request.where", `where=${text} is not DIM=VALUE.`, "Write where=channel=Email.", {
        key: "where",
      });
    const dimension = text.slice(0, at);
    where[dimension] = [...(where[dimension] ?? []), text.slice(at + 1)];
  }
  return texts.length === 0 ? {} : { where };
}
