import { z } from "zod";
import { bilingualInput } from "../../model/bilingual-input.ts";

/** A board as people compose it. */
export const boardInput = z.strictObject({
  name: bilingualInput,
  groups: z
    .array(z.strictObject({ name: bilingualInput, kpis: z.array(z.string().min(1)).min(1).max(60) }))
    .min(1)
    .max(30),
});

export type BoardInput = z.infer<typeof boardInput>;
