import { expect, test } from "vitest";
import { logGamma, lowerGamma } from "./incomplete-gamma.ts";
import { poissonInterval } from "./poisson-interval.ts";

// Garwood's limits as tabulated in Ulm, American Journal of Epidemiology 131 (1990) 373–375, and in every text book.
test.each([
  [0, 0, 3.6889],
  [1, 0.0253, 5.5716],
  [5, 1.6235, 11.6683],
  [10, 4.7954, 18.3904],
  [20, 12.2165, 30.8884],
  [100, 81.364, 121.6272],
])("the exact interval of %i events is the published one", (count, lower, upper) => {
  const [low, high] = poissonInterval(count) ?? [Number.NaN, Number.NaN];
  expect(low).toBeCloseTo(lower, 3);
  expect(high).toBeCloseTo(upper, 3);
});

test("the exact and the approximate interval meet where one takes over from the other", () => {
  const [below] = poissonInterval(9_999_999) ?? [0];
  const [above] = poissonInterval(10_000_001) ?? [0];
  expect(Math.abs(above - below - 2)).toBeLessThan(0.01);
});

test("a negative count has no interval", () => {
  expect(poissonInterval(-1)).toBeNull();
});

test("the gamma function is that of the factorials", () => {
  expect(Math.exp(logGamma(6))).toBeCloseTo(120, 9);
  expect(logGamma(0.5)).toBeCloseTo(0.5 * Math.log(Math.PI), 13);
  expect(lowerGamma(1, 2)).toBeCloseTo(1 - Math.exp(-2), 14);
  expect(lowerGamma(3, 10)).toBeCloseTo(1 - Math.exp(-10) * (1 + 10 + 50), 14);
});
