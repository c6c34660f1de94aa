/** A stream of random numbers that depends on its seed and name alone. */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
  chance(probability: number): boolean;
  /** Whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number;
  normal(): number;
  /** Log-normal with the given median. */
  around(median: number, spread: number): number;
  poisson(mean: number): number;
  binomial(n: number, probability: number): number;
  pick<T>(values: readonly T[]): T;
  /** An index of `weights`, by weight. */
  index(weights: readonly number[]): number;
}

/** 32-bit FNV-1a of a text. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

/** Streams are independent of each other, so that one part of the demo can change without moving the others. */
export function randomStream(seed: number, name: string): Random {
  // Weyl sequence through a 32-bit mixer.
  let state = hash(`${seed}/${name}`);
  const next = (): number => {
    state = (state + 0x9e3779b9) >>> 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
    z ^= z >>> 16;
    return (z >>> 0) / 4_294_967_296;
  };
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  const poisson = (mean: number): number => {
    if (mean <= 0) return 0;
    if (mean > 60) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()));
    const limit = Math.exp(-mean);
    let product = next();
    let count = 0;
    while (product > limit) {
      product *= next();
      count += 1;
    }
    return count;
  };
  return {
    next,
    normal,
    poisson,
    chance: (probability) => next() < probability,
    whole: (from, to) => from + Math.floor(next() * (to - from + 1)),
    around: (median, spread) => median * Math.exp(spread * normal()),
    binomial: (n, probability) => {
      let count = 0;
      for (let i = 0; i < n; i += 1) if (next() < probability) count += 1;
      return count;
    },
    pick: (values) => values[Math.floor(next() * values.length)] as (typeof values)[number],
    index: (weights) => {
      let rest = next() * weights.reduce((sum, weight) => sum + weight, 0);
      for (let i = 0; i < weights.length; i += 1) {
        rest -= weights[i] ?? 0;
        if (rest < 0) return i;
      }
      return weights.length - 1;
    },
  };
}
