import { lowerGamma } from "./incomplete-gamma.ts";
import { type Interval, Z95 } from "./interval.ts";

/** Above this the cube-root normal approximation agrees with the exact quantile to nine digits. */
const EXACT_UP_TO = 1e7;

/**
 * Exact 95 % interval of a Poisson mean after counting `count` events (Garwood 1936): the α/2 quantile of the gamma
 * distribution with shape `count` and the 1 − α/2 quantile with shape `count + 1`. Null for a negative count.
 */
export function poissonInterval(count: number): Interval | null {
  if (!(count >= 0) || !Number.isFinite(count)) return null;
  return [count === 0 ? 0 : gammaQuantile(0.025, count, -Z95), gammaQuantile(0.975, count + 1, Z95)];
}

/** Quantile of the gamma distribution with scale 1; `z` is the normal quantile of the same probability. */
function gammaQuantile(probability: number, shape: number, z: number): number {
  const guess = shape * (1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape))) ** 3;
  if (shape > EXACT_UP_TO) return guess;
  let low = 0;
  let high = Math.max(guess, shape) + 1;
  while (lowerGamma(shape, high) < probability) high *= 2;
  const spread = Math.sqrt(shape) * 0.05;
  if (guess - spread > low && lowerGamma(shape, guess - spread) < probability) low = guess - spread;
  if (guess + spread < high && lowerGamma(shape, guess + spread) > probability) high = guess + spread;
  while (high - low > 1e-12 * high) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (lowerGamma(shape, middle) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
