import { z } from "@hono/zod-openapi";
import { problemSchema } from "./problem.ts";

/** The revision that a change is based on. */
export const revision = z.number().int().positive().openapi({ description: "The revision that was read", example: 3 });

export const revisionQuery = z.object({
  revision: z.coerce.number().int().positive().openapi({ description: "The revision that was read", example: 3 }),
});

export const bilingual = z.object({ en: z.string(), zh: z.string() });

/** What people made: who changes it names the revision, and gets 409 with how it stands when somebody else was first. */
export const kept = { revision: z.number().int(), created_at: z.string(), changed_at: z.string() };

/** The answer to a change that is based on an older revision. */
export const conflict = {
  409: {
    description: "Changed in the meantime (`state.changed`); `current` is how it stands now",
    content: { "application/problem+json": { schema: problemSchema } },
  },
};

/** A JSON body that must be there. */
export const body = <Schema extends z.ZodType>(schema: Schema) => ({
  body: { content: { "application/json": { schema } }, required: true as const },
});
