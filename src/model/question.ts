import { z } from "zod";

export const GRAINS = ["day", "week", "month", "quarter", "year"] as const;
export type Grain = (typeof GRAINS)[number];

/** A day in the workspace's calendar, `2026-03-05`. */
export type IsoDate = string;

/**
 * What every surface asks: KPIs × period × grain × dimensions × filters × comparison × mode. `period` is text as in the
 * contract (`2026-Q1`, `FY2026`, `last-30-days`, `2026-01-01..2026-03-31`).
 */
export const questionSchema = z.strictObject({
  kpis: z.array(z.string().min(1)).min(1).max(60),
  period: z.string().min(1),
  grain: z.enum(GRAINS).optional(),
  by: z.array(z.string().min(1)).max(6).default([]),
  where: z.record(z.string(), z.array(z.string())).default({}),
  compare: z.enum(["previous", "last-year"]).optional(),
  mode: z.enum(["period", "cohort"]).default("period"),
  /** Cohort window in days; without it each KPI's own. */
  window: z.number().int().positive().optional(),
  /** False: the rows alone, without totals; of many periods, less is read. */
  total: z.boolean().optional(),
  /** The day taken for today: later events are not counted, open cases are censored here. */
  asOf: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .optional(),
});
export type Question = z.infer<typeof questionSchema>;
