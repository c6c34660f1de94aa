import { expect, test } from "vitest";
import { chartPicture, pictureTheme } from "../drawing/chart-picture.ts";
import { type ParityLane, parityHeight, parityOption } from "./parity-option.ts";

const GOLDEN = "../../../../test/golden/charts";
const lanes: readonly ParityLane[] = [
  {
    name: "Paid Search",
    spend: 0.42,
    conversions: 0.18,
    interval: [0.13, 0.25],
    side: "below",
    verdict: "below parity",
  },
  { name: "Webinar", spend: 0.06, conversions: 0.13, interval: [0.08, 0.2], side: "above", verdict: "above parity" },
  { name: "Event", spend: 0.14, conversions: 0.14, interval: [0.1, 0.2], side: "at", verdict: "at parity" },
  {
    name: "Direct Mail",
    spend: 0.01,
    conversions: 0,
    interval: [0, 0.03],
    side: "unsure",
    verdict: "too few to judge",
  },
];
const texts = {
  spend: "share of spend",
  conversions: "share of SQLs",
  share: (value: number) => `${Math.round(value * 100)}%`,
};

test("each channel's verdict stands beside its lane in words", async () => {
  const svg = chartPicture(parityOption(lanes, pictureTheme(), texts), 720, parityHeight(4, 720));
  for (const { name, verdict } of lanes) {
    expect(svg).toContain(`>${name}<`);
    expect(svg).toContain(`>${verdict}<`);
  }
  await expect(svg).toMatchFileSnapshot(`${GOLDEN}/parity.svg`);
});

test("on a phone names and verdicts stand above their lanes", async () => {
  const svg = chartPicture(parityOption(lanes, pictureTheme(328), texts), 328, parityHeight(4, 328));
  expect(svg).toContain(">below parity<");
  await expect(svg).toMatchFileSnapshot(`${GOLDEN}/parity-narrow.svg`);
});
