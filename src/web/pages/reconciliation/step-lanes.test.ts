import { expect, test } from "vitest";
import type { StepTold } from "../../../api/app-types.ts";
import { waterfallSpans } from "../../charts/waterfall/waterfall-option.ts";
import { isExplained, partNames, stepLanes } from "./step-lanes.ts";

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
    {
      id: "excluded",
      text: "own people, left out by rule",
      amount: 4,
      rows: 4,
      detail: "own_people",
      kind: "internal",
    },
  ],
  residual: 6,
  unknown: [],
};

const words: Readonly<Record<string, string>> = {
  staff: "Our own people: mail at a.example",
  agency: "Our own people: mail at b.example",
};
const says = (rule: string) => words[rule];
const names = partNames(step.parts, says);

test("rules are named by what they leave out, never by their ids; platforms and months stand in brackets", () => {
  const left = { id: "excluded", text: "own people, left out by rule", amount: -1, rows: 1, kind: "internal" } as const;
  const once = { id: "counted_once", text: "counted once", amount: -1, rows: 1, detail: "linkedin" };
  expect(partNames([{ ...left, detail: "staff" }, once], says)).toEqual([
    "own people, left out by rule",
    "counted once (linkedin)",
  ]);
  expect(
    partNames(
      [
        { ...left, detail: "staff" },
        { ...left, detail: "agency" },
      ],
      says,
    ),
  ).toEqual(["own people, left out by rule (mail at a.example)", "own people, left out by rule (mail at b.example)"]);
});

test("the parts and the rest lead from one figure to the other", () => {
  const lanes = stepLanes(step, names, "not explained");
  expect(lanes.map(({ name }) => name)).toEqual([
    "CRM",
    "of other channels",
    "own people, left out by rule",
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
  const lanes = stepLanes({ ...step, residual: 0 }, names, "not explained");
  expect(lanes.some(({ kind }) => kind === "rest")).toBe(false);
});
