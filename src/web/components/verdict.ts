import type { AnswerRow } from "../../model/answer.ts";
import type { Kpi } from "../../model/kpi.ts";

/** Smaller changes are none: they would round to 0 %. */
export const UNCHANGED = 0.0005;

export type Verdict = "better" | "worse" | "chance";

/**
 * A change judged by the KPI's direction: `chance` where the value before lies within the interval of the value now. Null
 * where there is nothing to judge: no change, no good direction, or a period or cohort that is still open.
 */
export function verdict(
  row: Pick<AnswerRow, "previous" | "interval" | "state">,
  better: Kpi["better"],
): Verdict | null {
  const { value: before, change } = row.previous ?? { value: null, change: null };
  if (row.state !== "ok" || better === "none" || change === null || Math.abs(change) < UNCHANGED) return null;
  if (row.interval && before !== null && row.interval[0] <= before && before <= row.interval[1]) return "chance";
  return change > 0 === (better === "higher") ? "better" : "worse";
}
