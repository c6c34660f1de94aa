import { z } from "zod";

const bilingual = z.strictObject({ en: z.string().min(1), zh: z.string().min(1) });

/** A scorecard: KPIs in named groups, in the order in which they are shown. */
export const boardSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_]*$/, "use lower-case words joined by _"),
  name: bilingual,
  groups: z.array(z.strictObject({ name: bilingual, kpis: z.array(z.string().min(1)).min(1) })).min(1),
});

/** A board as its file says it. */
export type Board = z.infer<typeof boardSchema>;
