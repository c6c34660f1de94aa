import { expect, test } from "vitest";
import { countRatioInterval, parityInterval } from "./parity.ts";

const Z = 1.959963984540054;

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

// 200,000 draws with NumPy (seed 7), the channel's and the others' conversions each Poisson: 2.5 % and 97.5 % of the index.
test.each([
  { conversions: 100, ofAll: 200, spendShare: 0.75, bootstrap: [0.574, 0.759] },
  { conversions: 100, ofAll: 200, spendShare: 0.25, bootstrap: [1.723, 2.277] },
  { conversions: 58, ofAll: 154, spendShare: 0.163, bootstrap: [1.844, 2.789] },
])("of $conversions of $ofAll the interval is that of a bootstrap and of the delta method to a hundredth", (one) => {
  const [low = 0, high = 0] = parityInterval(one.conversions, one.ofAll, one.spendShare) ?? [];
  const share = one.conversions / one.ofAll;
  const half = (Z * Math.sqrt((share * (1 - share)) / one.ofAll)) / one.spendShare;
  const index = share / one.spendShare;
  for (const [from = 0, to = 0] of [one.bootstrap, [index - half, index + half]]) {
    expect(Math.abs(low - from) / index).toBeLessThan(0.0125);
    expect(Math.abs(high - to) / index).toBeLessThan(0.0125);
  }
});

/** How often the interval holds the true index, over all outcomes of a binomial share. */
function coverage(share: number, ofAll: number, holds: (conversions: number) => boolean): number {
  let chance = (1 - share) ** ofAll;
  let sum = 0;
  for (let conversions = 0; conversions <= ofAll; conversions++) {
    if (holds(conversions)) sum += chance;
    chance *= ((ofAll - conversions) / (conversions + 1)) * (share / (1 - share));
  }
  return sum;
}

test("of few conversions it still holds the true index in 95 of 100 cases, where the delta method holds it in 87", () => {
  const [share, ofAll, spendShare] = [2 / 42, 42, 0.05];
  const score = coverage(share, ofAll, (conversions) => {
    const [low = 0, high = 0] = parityInterval(conversions, ofAll, spendShare) ?? [];
    return low <= share / spendShare && share / spendShare <= high;
  });
  const delta = coverage(share, ofAll, (conversions) => {
    const found = conversions / ofAll;
    return Math.abs(found - share) <= Z * Math.sqrt((found * (1 - found)) / ofAll);
  });
  expect(score).toBeGreaterThan(0.94);
  expect(delta).toBeLessThan(0.88);
});

// 60 and 40 of a thousand each: 1.5 (1.015 to 2.216) by the log ratio of two shares.
test("sixty against forty is 1.5, from 1.01 to 2.23: the ratio of two shares of a thousand, a trace wider", () => {
  const [low = 0, high = 0] = countRatioInterval(60, 40) ?? [];
  expect(low).toBeLessThan(1.015);
  expect(low).toBeCloseTo(1.015, 1);
  expect(high).toBeGreaterThan(2.216);
  expect(high).toBeCloseTo(2.216, 1);
});
