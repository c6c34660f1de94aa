import { expect, test } from "vitest";
import type { StepTold } from "../../../api/app-types.ts";
import { waterfallSpans } from "../../charts/waterfall/waterfall-option.ts";
import { isExplained, stepLanes } from "./step-lanes.ts";

const step: StepTold = {
  id: "a_to_b",
  from: "a",
  to: "b",
  from_name: "CRM",
  to_name: "Platforms",
  from_value: 100,
  to_value: 60,
  difference: -40,
  parts: [
    { id: "other_channels", text: "of other channels", amount: -50, rows: 50, detail: "" },
    { id: "excluded", text: "own people, left out by rule", amount: 4, rows: 4, detail: "own_people" },
  ],
  residual: 6,
  unknown: [],
};

test("the parts and the rest lead from one figure to the other", () => {
  const lanes = stepLanes(step, "not explained");
  expect(lanes.map(({ name }) => name)).toEqual([
    "CRM",
    "of other channels",
    "own people, left out by rule (own_people)",
    "not explained",
    "Platforms",
  ]);
  expect(waterfallSpans(lanes).at(-2)?.[1]).toBe(step.to_value);
});

test("less than a cent is what rounding leaves", () => {
  expect([0.0004, -0.004, 0.01, -188.86].map((residual) => isExplained({ residual }))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test("nothing left is not shown as a part", () => {
  const lanes = stepLanes({ ...step, residual: 0 }, "not explained");
  expect(lanes.some(({ kind }) => kind === "rest")).toBe(false);
});
