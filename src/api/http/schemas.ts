import { z } from "@hono/zod-openapi";
import { STATES } from "../../model/answer.ts";
import { KPI_UNITS } from "../../model/kpi.ts";
import { GRAINS } from "../../model/question.ts";

const period = z.object({ from: z.string(), to: z.string(), label: z.string() });
const reason = z.object({ code: z.string(), text: z.string() });

export const rowSchema = z
  .object({
    kpi: z.string(),
    period,
    by: z.record(z.string(), z.string()),
    value: z.number().nullable(),
    state: z.enum(STATES),
    unit: z.enum(KPI_UNITS),
    n: z.number().optional(),
    interval: z.tuple([z.number(), z.number()]).optional(),
    interval_method: z.string().optional(),
    previous: z
      .object({ value: z.number().nullable(), change: z.number().nullable(), state: z.enum(STATES), period })
      .optional(),
    definition: z.string(),
    reason: reason.optional(),
    cohort: z.object({ window_days: z.number(), days_elapsed: z.number() }).optional(),
    group: z.string().optional(),
  })
  .openapi("AnswerRow");

export const questionBody = z
  .strictObject({
    kpis: z
      .array(z.string())
      .min(1)
      .max(60)
      .openapi({ example: ["leads", "lead_to_sql_rate"] }),
    period: z.string().openapi({ example: "2026-Q1" }),
    grain: z.enum(GRAINS).optional(),
    by: z.array(z.string()).max(6).optional(),
    where: z.record(z.string(), z.array(z.string())).optional(),
    compare: z.enum(["previous", "last-year"]).optional(),
    mode: z.enum(["period", "cohort"]).optional(),
    window: z.number().int().positive().optional(),
    total: z.boolean().optional().openapi({ description: "False: the rows alone, without totals." }),
    asOf: z.string().optional(),
  })
  .openapi("Question");

export const answerSchema = z
  .object({
    question: z.record(z.string(), z.unknown()),
    rows: z.array(rowSchema),
    total: z.array(rowSchema),
    data_version: z.string(),
    notes: z.array(reason),
    /** Openers and clickers of mailings with the machines among them and without, by signal. */
    machines: z
      .array(
        z.object({
          rule: z.string(),
          raw: z.number(),
          human: z.number(),
          left_out: z.number(),
          share: z.number(),
          signals: z.array(z.object({ signal: z.string(), rows: z.number(), share: z.number() })),
        }),
      )
      .optional(),
  })
  .openapi("Answer");

/** A JSON response of a route. */
export const json = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  description,
  content: { "application/json": { schema } },
});

/** In which language reasons and notes are worded; the workspace's own without it. */
export const language = z.enum(["en", "zh"]).optional();
