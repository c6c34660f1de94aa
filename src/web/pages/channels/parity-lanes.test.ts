import { expect, test } from "vitest";
import type { ComparedRow, Parity } from "../../../api/app-types.ts";
import { parityLanes } from "./parity-lanes.ts";

const row = (name: string, parity: Parity | null): ComparedRow => ({
  name,
  kind: parity ? "channel" : "unallocated",
  values: {},
  parity,
  sentence: null,
  pair: null,
});
const words = { name: (name: string) => name, verdict: (verdict: string) => verdict };

test("a lane's interval is that of its share of conversions; what is not judged has no lane", () => {
  const judged: Parity = {
    verdict: "above",
    spendShare: 0.25,
    conversionShare: 0.5,
    value: 2,
    interval: [1.6, 2.4],
  };
  const free: Parity = { verdict: "no_cost", spendShare: null, conversionShare: null, value: null, interval: null };
  const lanes = parityLanes([row("Webinar", judged), row("Direct", free), row("(not allocated)", null)], words);
  expect(lanes.map(({ name, side }) => [name, side])).toEqual([["Webinar", "above"]]);
  expect(lanes[0]?.interval[0]).toBeCloseTo(0.4, 12);
  expect(lanes[0]?.interval[1]).toBeCloseTo(0.6, 12);
});
