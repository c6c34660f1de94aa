import { type Interval, Z95 } from "./interval.ts";
import { ascending, cases, type WeightedValue } from "./weighted-values.ts";

/** Times until an event, and times after which a case was no longer observed, all in one unit. */
export interface Durations {
  readonly finished: readonly WeightedValue[];
  readonly censored: readonly WeightedValue[];
}

/** The survival curve just after `time`. */
export interface SurvivalStep {
  readonly time: number;
  readonly atRisk: number;
  readonly events: number;
  readonly survival: number;
  /** Greenwood's standard error. */
  readonly standardError: number;
  /** Σ d / (n (n − d)) so far. */
  readonly greenwood: number;
}

/** Curves cross a probability if they come this near to it, so that rounding in a product does not matter. */
const NEAR = 1e-12;

/**
 * Kaplan and Meier's product-limit estimate: one step for each time with an event. Cases censored at the time of an event
 * count as at risk then.
 */
export function kaplanMeier(durations: Durations): readonly SurvivalStep[] {
  const steps = known.get(durations) ?? stepsOf(durations);
  known.set(durations, steps);
  return steps;
}

const known = new WeakMap<Durations, readonly SurvivalStep[]>();

function stepsOf(durations: Durations): readonly SurvivalStep[] {
  const events = ascending(durations.finished);
  const censored = ascending(durations.censored);
  let atRisk = cases(events) + cases(censored);
  let survival = 1;
  let greenwood = 0;
  let gone = 0;
  return events.map(([time, count]) => {
    while ((censored[gone]?.[0] ?? Number.POSITIVE_INFINITY) < time) atRisk -= censored[gone++]?.[1] ?? 0;
    const left = atRisk - count;
    survival *= left / atRisk;
    greenwood += left === 0 ? Number.POSITIVE_INFINITY : count / (atRisk * left);
    const standardError = left === 0 ? Number.NaN : survival * Math.sqrt(greenwood);
    const step = { time, atRisk, events: count, survival, standardError, greenwood };
    atRisk = left;
    return step;
  });
}

/** 95 % limits of a step on the log(−log S) scale (Kalbfleisch and Prentice); null where S is 0 or 1. */
export function logLogInterval(step: SurvivalStep, z: number = Z95): Interval | null {
  if (step.survival <= 0 || step.survival >= 1) return null;
  const spread = (z * Math.sqrt(step.greenwood)) / Math.abs(Math.log(step.survival));
  return [step.survival ** Math.exp(spread), step.survival ** Math.exp(-spread)];
}

/** First time at which at most half are left; null when the curve never comes down to one half. */
export function survivalMedian(steps: readonly SurvivalStep[]): number | null {
  return steps.find((step) => step.survival <= 0.5 + NEAR)?.time ?? null;
}

/**
 * 95 % limits of the median after Brookmeyer and Crowley: the first times at which the lower and the upper log-log limit
 * come down to one half. The upper one is null when the data do not reach it.
 */
export function medianInterval(steps: readonly SurvivalStep[]): readonly [number, number | null] | null {
  const crossing = (side: 0 | 1): number | null =>
    steps.find((step) => (logLogInterval(step)?.[side] ?? step.survival) <= 0.5 + NEAR)?.time ?? null;
  const lower = crossing(0);
  return lower === null ? null : [lower, crossing(1)];
}

/** Share still without the event just after `time`; beyond the last step the curve stays where it is. */
export function survivalAt(steps: readonly SurvivalStep[], time: number): number {
  return steps.findLast((step) => step.time <= time)?.survival ?? 1;
}
