import type { Interval } from "./interval.ts";
import { wilson } from "./wilson.ts";

/**
 * 95 % interval of a parity index, conversion share ÷ spend share: the score interval of the conversion share
 * (Wilson 1927) ÷ the spend share, which is taken as known. Null where either share has no meaning.
 */
export function parityInterval(conversions: number, ofAll: number, spendShare: number): Interval | null {
  const share = wilson(conversions, ofAll);
  return share === null || !(spendShare > 0) ? null : [share[0] / spendShare, share[1] / spendShare];
}

/**
 * 95 % interval of the ratio of two counts. Given their sum, the first is binomial (Przyborowski and Wilenski 1940), so the
 * limits are the odds of its share's score interval. The upper limit is infinite where the second count is 0; null where
 * both are.
 */
export function countRatioInterval(a: number, b: number): Interval | null {
  const share = wilson(a, a + b);
  return share === null ? null : [odds(share[0]), odds(share[1])];
}

function odds(share: number): number {
  return share >= 1 ? Number.POSITIVE_INFINITY : share / (1 - share);
}
