import { expect, test } from "vitest";
import { quantile } from "./quantile.ts";

// R: quantile(c(1, 2, 4, 7, 11, 16), c(.1, .25, .5, .9), type = 7)
test.each([
  [0.1, 1.5],
  [0.25, 2.5],
  [0.5, 5.5],
  [0.9, 13.5],
  [0, 1],
  [1, 16],
])("the %f quantile is R's type 7", (p, expected) => {
  const values = [16, 1, 11, 2, 7, 4].map((value) => [value, 1] as const);
  expect(quantile(values, p)).toBeCloseTo(expected, 12);
});

test("counts weigh as that many cases, in whatever order they come", () => {
  expect(
    quantile(
      [
        [5, 1],
        [1, 3],
        [5, 2],
      ],
      0.5,
    ),
  ).toBe(3);
});

test("nothing has no quantile", () => {
  expect(quantile([], 0.5)).toBeNull();
});
