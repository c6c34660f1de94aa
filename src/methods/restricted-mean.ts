import type { SurvivalStep } from "./kaplan-meier.ts";

/** Mean time without the event, up to the horizon. */
export interface RestrictedMean {
  readonly mean: number;
  readonly standardError: number;
}

/**
 * The area under the survival curve from 0 to `horizon`, in the curve's unit, with Greenwood's variance
 * Σ (area from tᵢ to the horizon)² · d / (n (n − d)). Beyond the last event the curve stays level.
 */
export function restrictedMean(steps: readonly SurvivalStep[], horizon: number): RestrictedMean {
  const inside = steps.filter((step) => step.time < horizon);
  let later = horizon;
  let area = 0;
  let variance = 0;
  for (const step of inside.toReversed()) {
    const from = Math.max(0, step.time);
    area += (later - from) * step.survival;
    later = from;
    const left = step.atRisk - step.events;
    if (left > 0) variance += (area * area * step.events) / (step.atRisk * left);
  }
  return { mean: area + later, standardError: Math.sqrt(variance) };
}
