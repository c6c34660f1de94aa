import { expect, test } from "vitest";
import { barScale } from "./bar-scale.ts";

test("bars are drawn to one scale from zero", () => {
  const scale = barScale([[500], [400], [100]]);
  expect(scale(500)).toEqual({ share: 1, cut: null });
  expect(scale(100)).toEqual({ share: 0.2, cut: null });
});

test("visits far above the leads are cut, and it is told by how much", () => {
  const scale = barScale([[20_000], [400], [100]]);
  expect(scale(20_000)).toEqual({ share: 1, cut: 50 });
  expect(scale(400)).toEqual({ share: 1, cut: null });
  expect(scale(100).share).toBe(0.25);
});

test("two segments share the scale", () => {
  const scale = barScale([
    [null, null],
    [400, 100],
    [100, 50],
  ]);
  expect(scale(100).share).toBe(0.25);
});

test("what is not known has no bar", () => {
  expect(barScale([[null], [0]])(null)).toEqual({ share: 0, cut: null });
  expect(barScale([[null], [0]])(0)).toEqual({ share: 0, cut: null });
});
