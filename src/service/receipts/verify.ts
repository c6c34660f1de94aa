import { z } from "zod";
import { LeadlineError } from "../../language/leadline-error.ts";
import type { Receipt } from "../../model/answer.ts";
import { receiptDifferences } from "../../plan/receipt/receipt-differences.ts";
import type { OpenWorkspace } from "../workspace/open-workspace.ts";
import { explain } from "./explain.ts";

export interface Verified {
  readonly equal: boolean;
  readonly differences: readonly { readonly what: string; readonly receipt: string; readonly now: string }[];
}

const answer = z.looseObject({
  period: z.looseObject({ label: z.string() }),
  by: z.record(z.string(), z.string()),
  value: z.number().nullable(),
  state: z.string(),
  measures: z.array(z.looseObject({ measure: z.string(), value: z.string().nullable(), rows: z.number() })),
});

/** What a receipt must hold to be run again; everything else in it is for people. */
const receiptSchema = z.looseObject({
  leadline: z.literal(1),
  kpi: z.string(),
  question: z.looseObject({
    kpis: z.array(z.string()),
    period: z.string(),
    asOf: z.string(),
    from: z.string(),
    to: z.string(),
  }),
  definition: z.looseObject({ id: z.string(), hash: z.string() }),
  formula: z.string(),
  answers: z.array(answer).min(1),
  exclusions: z.array(z.object({ rule: z.string(), rows: z.number() })),
});

/**
 * Runs a receipt's question again, as of the receipt's own day and over its own days, and says where it differs. Throws
 * `receipt.invalid`.
 */
export async function verify(workspace: OpenWorkspace, given: unknown): Promise<Verified> {
  const read = receiptSchema.safeParse(given);
  if (!read.success) {
    const issue = read.error.issues[0];
    throw new LeadlineError(
      "receipt.invalid",
      `This is no receipt of Leadline: ${issue?.path.join(".") ?? ""} ${issue?.message ?? ""}`,
      'Make one with "leadline explain DIR KPI --period P --json".',
    );
  }
  const before = given as Receipt;
  const { kpis, period, grain, by, where, compare, mode, window, asOf } = before.question;
  const now = await explain(workspace, {
    kpis,
    period: RELATIVE.test(period) ? `${before.question.from}..${before.question.to}` : period,
    by,
    where,
    mode,
    ...(grain && { grain }),
    ...(compare && { compare }),
    ...(window && { window }),
    ...(asOf < workspace.today() && { asOf }),
  });
  const differences = receiptDifferences(before, now).map(({ what, was, is }) => ({
    what,
    receipt: shown(was),
    now: shown(is),
  }));
  return { equal: differences.length === 0, differences };
}

/** Periods whose days move with the calendar. */
const RELATIVE = /^(last-|this-|today$|yesterday$|ytd$|(week|month|quarter|year)-to-date$)/;

const shown = (value: unknown): string => (typeof value === "string" ? value : (JSON.stringify(value) ?? "–"));
