import { expect, test } from "vitest";
import { chartPicture, pictureTheme } from "../drawing/chart-picture.ts";
import { type WaterfallLane, waterfallHeight, waterfallOption, waterfallSpans } from "./waterfall-option.ts";

const GOLDEN = "../../../../test/golden/charts";
const lanes: readonly WaterfallLane[] = [
  { kind: "figure", name: "CRM: records", amount: 1488 },
  { kind: "part", name: "duplicates", amount: -223 },
  { kind: "part", name: "skipped the stage", amount: 24 },
  { kind: "rest", name: "not explained", amount: -26 },
  { kind: "figure", name: "As counted", amount: 1263 },
];
const texts = {
  value: (amount: number) => String(amount),
  change: (amount: number) => `${amount > 0 ? "+" : ""}${amount}`,
};

test("each part begins where the one before ended, and the last one ends at the other figure", () => {
  expect(waterfallSpans(lanes)).toEqual([
    [0, 1488],
    [1488, 1265],
    [1265, 1289],
    [1289, 1263],
    [0, 1263],
  ]);
});

test("figures, parts and the rest are told apart, each with its amount", async () => {
  const svg = chartPicture(waterfallOption(lanes, pictureTheme(), texts), 720, waterfallHeight(lanes, 720, texts));
  for (const shown of ["1488", "-223", "+24", "-26", "1263"]) expect(svg).toContain(`>${shown}<`);
  await expect(svg).toMatchFileSnapshot(`${GOLDEN}/waterfall.svg`);
});

test("a way through less than nothing keeps its zero line", async () => {
  const below = [
    { kind: "figure", name: "Booked", amount: 10 },
    { kind: "part", name: "credits", amount: -30 },
    { kind: "figure", name: "Counted", amount: -20 },
  ] as const;
  const svg = chartPicture(waterfallOption(below, pictureTheme(328), texts), 328, waterfallHeight(below, 328, texts));
  await expect(svg).toMatchFileSnapshot(`${GOLDEN}/waterfall-narrow.svg`);
});

test("on a phone a long name stands in two lines above its bar, and is not cut", () => {
  const long = { kind: "part", name: "of channels that the other side does not cover", amount: -448 } as const;
  const with2 = [...lanes.slice(0, 1), long, ...lanes.slice(4)];
  expect(waterfallHeight(with2, 296, texts)).toBeGreaterThan(waterfallHeight(lanes.slice(0, 3), 296, texts));
  const svg = chartPicture(waterfallOption(with2, pictureTheme(296), texts), 296, waterfallHeight(with2, 296, texts));
  expect(svg).toContain(">of channels that the other side does<");
  expect(svg).toContain(">not cover<");
});
