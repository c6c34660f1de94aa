import { expect, test } from "vitest";
import { judgePair, judgeParity } from "./judge-parity.ts";

const verdicts = (channels: Parameters<typeof judgeParity>[0]) => judgeParity(channels).map(({ verdict }) => verdict);

test("three quarters of the spend for half of the conversions is below parity: 0.67, and the other channel above: 2", () => {
  const [dear, cheap] = judgeParity([
    { spend: 7500, conversions: 100 },
    { spend: 2500, conversions: 100 },
  ]);
  expect(dear?.value).toBeCloseTo(2 / 3, 12);
  expect(cheap?.value).toBeCloseTo(2, 12);
  expect([dear?.verdict, cheap?.verdict]).toEqual(["below", "above"]);
  // Wilson of 100 of 200: 0.5 ± 0.068640.
  expect(dear?.interval?.[1]).toBeCloseTo(0.56864 / 0.75, 4);
});

test("few conversions do not tell: the interval reaches from far below 1 to far above", () => {
  expect(
    verdicts([
      { spend: 500, conversions: 2 },
      { spend: 500, conversions: 2 },
    ]),
  ).toEqual(["too_few", "too_few"]);
});

test("many conversions in the measure of the spend are at parity", () => {
  expect(
    verdicts([
      { spend: 500, conversions: 200 },
      { spend: 500, conversions: 210 },
    ]),
  ).toEqual(["at", "at"]);
});

test("what a channel without cost brings, and what is spent on none, moves no other channel's verdict", () => {
  const two = [
    { spend: 7500, conversions: 100 },
    { spend: 2500, conversions: 100 },
  ];
  const [dear, cheap, free] = judgeParity([...two, { spend: null, conversions: 10_000 }]);
  expect([dear, cheap]).toEqual(judgeParity(two));
  expect(free).toEqual({
    verdict: "no_cost",
    spendShare: null,
    conversionShare: null,
    value: null,
    interval: null,
  });
});

test("the shares that are set against each other are those of the channels that spend: 0.25 and 0.5 make 2", () => {
  const [, cheap] = judgeParity([
    { spend: 7500, conversions: 100 },
    { spend: 2500, conversions: 100 },
    { spend: null, conversions: 300 },
  ]);
  expect(cheap).toMatchObject({ spendShare: 0.25, conversionShare: 0.5, value: 2 });
});

test("the verdict is what the interval says", () => {
  for (const conversions of [1, 5, 9, 12, 15, 20, 40, 90])
    for (const { verdict, interval } of judgeParity([
      { spend: 300, conversions },
      { spend: 700, conversions: 30 },
    ])) {
      const [low, high] = interval ?? [0, 0];
      expect(verdict).toBe(high < 1 ? "below" : low > 1 ? "above" : high <= 4 * low ? "at" : "too_few");
    }
});

test("a channel whose spend of the period is nothing, or a credit, has no parity", () => {
  const [, none, credit] = verdicts([
    { spend: 100, conversions: 5 },
    { spend: 0, conversions: 5 },
    { spend: -20, conversions: 5 },
  ]);
  expect([none, credit]).toEqual(["no_spend", "no_spend"]);
  expect(verdicts([{ spend: 100, conversions: 5 }])).toEqual(["alone"]);
  expect(
    verdicts([
      { spend: 1, conversions: 0 },
      { spend: 1, conversions: 0 },
    ]),
  ).toEqual(["no_conversions", "no_conversions"]);
});

test("3.1 times the spend and 1.2 times the conversions is below parity", () => {
  const pair = judgePair({ spend: 31_000, conversions: 120 }, { spend: 10_000, conversions: 100 });
  expect(pair).toMatchObject({ spendRatio: 3.1, conversionRatio: 1.2, verdict: "below" });
  expect(pair?.value).toBeCloseTo(1.2 / 3.1, 12);
});

test("against a channel without conversions there is no ratio of them, but there is a limit", () => {
  const pair = judgePair({ spend: 100, conversions: 40 }, { spend: 100, conversions: 0 });
  expect(pair).toMatchObject({ conversionRatio: null, value: null, verdict: "above" });
  expect(judgePair({ spend: 100, conversions: 4 }, { spend: null, conversions: 4 })).toBeNull();
});
