import fc from "fast-check";
import { expect, test } from "vitest";
import { closeStep } from "./close-step.ts";

const part = (id: string, amount: number, rows = 1) => ({ id, amount, rows, detail: "" });

test("what the parts do not explain is the residual: 1042 − 20 − 9 + 3 leaves 0 to 1016, and 28 to 988", () => {
  const parts = [part("repeated", -20, 20), part("excluded", -9, 9), part("inferred", 3, 3)];
  expect(closeStep(1042, 1016, parts)).toMatchObject({ difference: -26, residual: 0 });
  expect(closeStep(1042, 988, parts)).toMatchObject({ difference: -54, residual: -28 });
});

test("cents add up: 0.1 + 0.2 is 0.3", () => {
  expect(closeStep(0, 0.3, [part("a", 0.1), part("b", 0.2)]).residual).toBe(0);
});

test("a part of no rows and no amount is not shown; rows that cancel out are", () => {
  expect(closeStep(1, 1, [part("none", 0, 0), part("both", 0, 2)]).parts.map(({ id }) => id)).toEqual(["both"]);
});

test("whatever the figures, from + parts + residual = to in the units they are kept in", () => {
  const amount = fc.integer({ min: -1e12, max: 1e12 }).map((cents) => cents / 100);
  fc.assert(
    fc.property(amount, amount, fc.array(amount, { maxLength: 8 }), (from, to, amounts) => {
      const step = closeStep(
        from,
        to,
        amounts.map((one, index) => part(`p${index}`, one)),
      );
      const whole = (value: number) => Math.round(value * 10_000);
      const sum = step.parts.reduce(
        (all, one) => all + whole(one.amount),
        whole(step.from_value) + whole(step.residual),
      );
      expect(sum).toBe(whole(step.to_value));
    }),
  );
});
