import { z } from "zod";
import { bilingualInput } from "./bilingual-input.ts";

const bilingual = z.strictObject({ en: z.string().min(1), zh: z.string().min(1) });
const day = z.iso.date("a day such as 2026-03-05");

/** What a note on the time axis is about. `measurement_break`: numbers before and after do not mean the same. */
export const ANNOTATION_KINDS = ["note", "measurement_break", "campaign", "website", "market", "other"] as const;
export type AnnotationKind = (typeof ANNOTATION_KINDS)[number];

/** What an annotation is about; empty lists mean everything. */
export const annotationScopeSchema = z.strictObject({
  kpis: z.array(z.string().min(1)).max(60).default([]),
  /** Dimension -> values, as in a question's filters. */
  where: z.record(z.string(), z.array(z.string()).min(1)).default({}),
  /** Exporting systems, such as linkedin. */
  systems: z.array(z.string().min(1)).max(60).default([]),
});

const about = {
  kind: z.enum(ANNOTATION_KINDS).default("note"),
  scope: annotationScopeSchema.prefault({}),
};

/** A day, or the days from `from` to `to`, with a text. */
export const annotationSchema = z
  .strictObject({ from: day, to: day.optional(), text: bilingualInput, ...about })
  .refine(({ from, to }) => to === undefined || to >= from, { path: ["to"], message: "ends before it begins" })
  .transform(({ to, ...rest }) => ({ ...rest, to: to ?? rest.from }));

export type Annotation = z.infer<typeof annotationSchema>;

/** `catalogue/annotations.yaml`: what the field knows about its own instruments. */
export const builtInAnnotationsSchema = z.array(
  z
    .strictObject({
      id: z.string().regex(/^[a-z][a-z0-9_]*$/),
      from: day.optional(),
      to: day.optional(),
      /** Comes back every month on these days. */
      monthly: z
        .strictObject({ from: z.number().int().min(1).max(28), to: z.number().int().min(1).max(28) })
        .optional(),
      text: bilingual,
      ...about,
      /** Address of the page that says so, where there is a public one. */
      source: z.url().optional(),
    })
    .refine(({ from, monthly }) => (from === undefined) !== (monthly === undefined), "needs either from or monthly"),
);

export type BuiltInAnnotation = z.infer<typeof builtInAnnotationsSchema>[number];
