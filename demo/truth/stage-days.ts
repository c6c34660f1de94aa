import type { Stage } from "../../src/model/stages.ts";
import { type Day, dayOfMinute } from "../calendar.ts";
import type { Journey } from "../world.ts";

export const STAGES: readonly Stage[] = ["lead", "mql", "sql", "opportunity", "won"];

/** A stage that was skipped, or recorded after the one that follows it, counts from the day of the next one. */
export function stageDays(journey: Journey): Record<Stage, Day | null> {
  const on: Record<Stage, Day | null> = { lead: null, mql: null, sql: null, opportunity: null, won: null };
  let next: Day | null = null;
  for (const stage of STAGES.toReversed()) {
    const minute = journey.entered[stage];
    const own = minute === undefined ? null : dayOfMinute(minute);
    next = own === null ? next : next === null ? own : Math.min(own, next);
    on[stage] = next;
  }
  return on;
}
