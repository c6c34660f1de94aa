import { expect, test } from "vitest";
import { countRatioInterval, parityInterval } from "./parity.ts";

// Wilson, worked by hand: n = 10, p = 0.5, z² = 3.841459: centre 0.5, half 1.959964/1.3841459 · √(0.025 + 0.00960365) = 0.263407.
test("the interval of parity is that of the conversion share over the spend share", () => {
  const [low, high] = parityInterval(5, 10, 0.25) ?? [];
  expect(low).toBeCloseTo((0.5 - 0.263407) / 0.25, 4);
  expect(high).toBeCloseTo((0.5 + 0.263407) / 0.25, 4);
});

test("a channel without conversions has a parity of 0 and still an upper limit: 3.8415 ÷ (10 + 3.8415) ÷ 0.5", () => {
  const [low, high] = parityInterval(0, 10, 0.5) ?? [];
  expect(low).toBe(0);
  expect(high).toBeCloseTo(3.841459 / 13.841459 / 0.5, 5);
});

test("without spend or without any conversion at all there is no interval", () => {
  expect(parityInterval(5, 10, 0)).toBeNull();
  expect(parityInterval(5, 10, -0.1)).toBeNull();
  expect(parityInterval(0, 0, 0.5)).toBeNull();
});

test("equal counts lie about 1, as far on either side in proportion", () => {
  const [low = 0, high = 0] = countRatioInterval(5, 5) ?? [];
  expect(low).toBeCloseTo(0.236593 / 0.763407, 4);
  expect(low * high).toBeCloseTo(1, 9);
});

test("against nothing a count may be any number of times as large; of two zeros nothing is known", () => {
  const [low = 0, high] = countRatioInterval(6, 0) ?? [];
  expect(low).toBeCloseTo(6 / 3.841459, 4);
  expect(high).toBe(Number.POSITIVE_INFINITY);
  expect(countRatioInterval(0, 0)).toBeNull();
});
