import { type Interval, Z95 } from "./interval.ts";

/**
 * 95 % score interval of a share, without continuity correction (Wilson 1927; Newcombe 1998, method 3). Null where it has
 * no meaning: no trials, or successes outside 0 to `trials`.
 */
export function wilson(successes: number, trials: number, z: number = Z95): Interval | null {
  if (!(trials > 0) || !(successes >= 0) || successes > trials) return null;
  const share = successes / trials;
  const square = z * z;
  const centre = (share + square / (2 * trials)) / (1 + square / trials);
  const half = (z / (1 + square / trials)) * Math.sqrt((share * (1 - share)) / trials + square / (4 * trials * trials));
  return [successes === 0 ? 0 : Math.max(0, centre - half), successes === trials ? 1 : Math.min(1, centre + half)];
}
