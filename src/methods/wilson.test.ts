import { expect, test } from "vitest";
import { wilson } from "./wilson.ts";

// Newcombe, Statistics in Medicine 17 (1998) 857–872, table I, method 3.
test.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])("the score interval of %i of %i is the published one", (successes, trials, lower, upper) => {
  const [low, high] = wilson(successes, trials) ?? [Number.NaN, Number.NaN];
  expect(low).toBeCloseTo(lower, 4);
  expect(high).toBeCloseTo(upper, 4);
});

test("a share above one, or of nothing, has no interval", () => {
  expect(wilson(5, 4)).toBeNull();
  expect(wilson(0, 0)).toBeNull();
  expect(wilson(-1, 4)).toBeNull();
});

test("the interval of none and of all ends exactly at 0 and at 1", () => {
  expect(wilson(0, 10)?.[0]).toBe(0);
  expect(wilson(10, 10)?.[1]).toBe(1);
});
