import { expect, test } from "vitest";
import { randomStream } from "./random.ts";

test("the same seed and name give the same numbers, another name gives others", () => {
  const draw = (name: string) => {
    const random = randomStream(7, name);
    return Array.from({ length: 5 }, () => random.next());
  };
  expect(draw("deals")).toEqual(draw("deals"));
  expect(draw("deals")).not.toEqual(draw("people"));
});

test("numbers are spread evenly and poisson counts have their mean", () => {
  const random = randomStream(1, "spread");
  const draws = Array.from({ length: 20_000 }, () => random.next());
  expect(draws.every((draw) => draw >= 0 && draw < 1)).toBe(true);
  expect(draws.reduce((sum, draw) => sum + draw, 0) / draws.length).toBeCloseTo(0.5, 1);
  for (const mean of [0.3, 8, 200]) {
    const counts = Array.from({ length: 5_000 }, () => random.poisson(mean));
    expect(Math.abs(counts.reduce((sum, count) => sum + count, 0) / counts.length - mean)).toBeLessThan(
      4 * Math.sqrt(mean / counts.length),
    );
  }
});
