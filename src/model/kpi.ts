import { z } from "zod";
import { STAGES } from "./stages.ts";

const id = z.string().regex(/^[a-z][a-z0-9_]*$/, "use lower-case words joined by _");
/** Chinese has no blanks between words; those that folding a YAML line leaves are taken out. */
const chinese = z
  .string()
  .min(1)
  .transform((text) => text.replace(/(?<=[\u3000-\u9fff\uff00-\uffef]) (?=[\u3000-\u9fff\uff00-\uffef])/g, ""));
const bilingual = z.strictObject({ en: z.string().min(1), zh: chinese });

/** How a KPI's value is shown. `ratio` is a fraction of one shown as percent; `multiple` a plain quotient shown as 3.2×. */
export const KPI_UNITS = ["count", "ratio", "money", "days", "seconds", "months", "multiple", "money_per_day"] as const;
export type KpiUnit = (typeof KPI_UNITS)[number];

/** A list of which a file may write a single member without the dash. */
const oneOrMore = <Member extends z.ZodType>(member: Member) =>
  z.preprocess((given) => (given === undefined || Array.isArray(given) ? given : [given]), z.array(member).min(1));

/** `2026` without quotes is a number in YAML. */
const periodText = z.preprocess((given) => (typeof given === "number" ? String(given) : given), z.string());

const cell = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
  z.array(z.string()),
  z.record(z.string(), z.string()),
]);

const expectedAnswer = z.strictObject({
  kpi: id.optional(),
  by: z.record(z.string(), z.string()).optional(),
  period: periodText.optional(),
  value: z.number().nullable(),
  state: z.string().optional(),
  n: z.number().optional(),
  interval: z.tuple([z.number(), z.number()]).optional(),
});

/**
 * A worked example is the KPI's test: fact rows, a question, and the answer computed by hand. A row with `repeat: 100`
 * stands for a hundred rows in which `{i}` runs from `start` (1 unless set). An answer without `by` is the total.
 */
const example = z.strictObject({
  note: z.string().optional(),
  settings: z.record(z.string(), z.unknown()).optional(),
  rows: z.record(z.string(), z.array(z.record(z.string(), cell))),
  question: z.strictObject({
    period: periodText,
    grain: z.enum(["day", "week", "month", "quarter", "year"]).optional(),
    by: z.array(z.string()).optional(),
    where: z.record(z.string(), z.array(z.string())).optional(),
    mode: z.enum(["period", "cohort"]).optional(),
    window: z.number().int().positive().optional(),
    as_of: z.string().optional(),
  }),
  answer: oneOrMore(expectedAnswer),
});

export const kpiSchema = z.strictObject({
  id,
  version: z.number().int().positive().default(1),
  family: z.string(),
  name: bilingual,
  definition: bilingual,
  formula: z.string().min(1),
  unit: z.enum(KPI_UNITS),
  better: z.enum(["higher", "lower", "none"]),
  goal_class: z.enum(["performance", "impact", "loyalty"]),
  race: z.enum(["reach", "act", "convert", "engage"]),
  timing: z.enum(["leading", "lagging"]),
  /** The channels on whose page it stands; `any`: on every channel's. */
  channels: z.union([z.literal("any"), z.array(z.string().min(1)).min(1)]).optional(),
  owner: z.string().default("marketing"),
  healthy: z
    .strictObject({ from: z.number().optional(), to: z.number().optional(), note: bilingual.optional() })
    .optional(),
  /**
   * 95 % interval. `wilson`: the formula is a share of counts. `poisson`: a count. `rate`: something per count, the count
   * taken as Poisson. `survival`: log-log interval of the Kaplan–Meier estimate. `none`: no meaning.
   */
  interval: z.enum(["wilson", "poisson", "rate", "survival", "none"]).default("none"),
  /** Cohort mode: of the persons entering `from` in the period, the share that reached `to` within the window. */
  cohort: z
    .strictObject({
      from: z.enum(STAGES),
      to: z.enum([...STAGES, "demo", "demo_held"]),
      window_days: z.number().int().positive().default(90),
    })
    .optional(),
  /** What it counts may still happen for so many days after the period; until then its value is `immature`. */
  matures_in_days: z.number().int().positive().optional(),
  /** Measures of this KPI alone: a named measure narrowed to some rows. */
  measures: z
    .record(
      id,
      z.strictObject({
        of: id,
        where: z.record(z.string(), z.array(z.union([z.string(), z.number()])).min(1)),
        label: bilingual.optional(),
      }),
    )
    .optional(),
  decisions: z.strictObject({ en: z.array(z.string()).min(1), zh: z.array(chinese).min(1) }),
  see: z.array(z.string()).optional(),
  example: oneOrMore(example).optional(),
});

/** A KPI as its file says it. */
export type Kpi = z.infer<typeof kpiSchema>;
export type KpiExample = z.infer<typeof example>;
