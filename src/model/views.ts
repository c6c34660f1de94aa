import { z } from "zod";
import { questionSchema } from "./question.ts";

/** A question that a team keeps under a name, with the way in which it is shown. */
export const viewSchema = z.strictObject({
  name: z.string().trim().min(1).max(200),
  query: questionSchema,
  /** What the page needs to draw it again (chart, sorting, …); at most 20,000 characters as JSON. */
  presentation: z
    .record(z.string(), z.unknown())
    .default({})
    .refine((value) => JSON.stringify(value).length <= 20_000, "is larger than 20,000 characters"),
});

export type View = z.infer<typeof viewSchema>;
