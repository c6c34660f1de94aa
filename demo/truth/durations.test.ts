import { expect, test } from "vitest";
import {
  type Case,
  caseOf,
  discountedMonths,
  meanMonths,
  medianWithOpenCases,
  middle,
  surviving,
} from "./durations.ts";

const cases = (finished: readonly number[], open: readonly number[]): Case[] => [
  ...finished.map((days) => ({ days, finished: true })),
  ...open.map((days) => ({ days, finished: false })),
];

// Freireich et al. 1963, 6-MP arm; curve and median as printed in survival textbooks.
const treated = cases([6, 6, 6, 7, 10, 13, 16, 22, 23], [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]);

test("the curve and the median are the published ones", () => {
  expect(surviving(treated, 6)).toBeCloseTo(0.857143, 6);
  expect(surviving(treated, 16)).toBeCloseTo(0.627451, 6);
  expect(surviving(treated, 40)).toBeCloseTo(0.448179, 6);
  expect(medianWithOpenCases(treated)).toBe(23);
});

test("a median that half of the cases never reach is empty", () => {
  expect(medianWithOpenCases(cases([1, 2], [50, 50, 50]))).toBeNull();
});

test("nobody leaving gives the cap in months, and discounting takes from it", () => {
  const faithful = cases([], [400, 500]);
  expect(meanMonths(faithful, 60)).toBeCloseTo(60, 9);
  expect(discountedMonths(faithful, 12, 0)).toBeCloseTo(12, 9);
  expect(discountedMonths(faithful, 12, 0.1)).toBeLessThan(12);
  expect(meanMonths([], 60)).toBeNull();
});

test("a case is finished only on a day that has come, and ends unfinished where its journey ended", () => {
  expect(caseOf(10, 15, null, 20)).toEqual({ days: 5, finished: true });
  expect(caseOf(10, 25, null, 20)).toEqual({ days: 10, finished: false });
  expect(caseOf(10, null, 13, 20)).toEqual({ days: 3, finished: false });
});

test("the middle of an even number of values is the mean of both middle ones", () => {
  expect(middle([4, 1, 3, 2])).toBe(2.5);
  expect(middle([3, 1, 2])).toBe(2);
  expect(middle([])).toBeNull();
});
