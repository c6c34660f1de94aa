import { expect, test } from "vitest";
import type { Parity } from "../../../api/app-types.ts";
import { daysOf, nextEuro } from "./next-euro.ts";

const parity = (verdict: Parity["verdict"], value: number | null): Parity => ({
  verdict,
  spendShare: value === null ? null : 0.1,
  conversionShare: value === null ? null : 0.1 * value,
  value,
  interval: value === null ? null : [value / 2, value * 2],
});
const rows = [
  { name: "Search", parity: parity("below", 0.4) },
  { name: "Event", parity: parity("above", 2.4) },
  { name: "Webinar", parity: parity("above", 3.6) },
  { name: "Trial", parity: parity("too_few", 9) },
  { name: "Direct", parity: parity("no_cost", null) },
  { name: "(not allocated)", parity: null },
];

test("channels stand by what they bring for their spend, the clearest first; those without cost not at all", () => {
  const groups = nextEuro(rows).map(({ side, channels }) => [side, channels.map(({ name }) => name)]);
  expect(groups).toEqual([
    ["above", ["Webinar", "Event"]],
    ["below", ["Search"]],
    ["unsure", ["Trial"]],
  ]);
});

test("both ends of a period count", () => {
  expect(daysOf({ from: "2026-10-01", to: "2026-10-31" })).toBe(31);
});
