import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { discountedMonths } from "./discounted-months.ts";
import {
  type Durations,
  kaplanMeier,
  logLogInterval,
  medianInterval,
  survivalAt,
  survivalMedian,
} from "./kaplan-meier.ts";
import { restrictedMean } from "./restricted-mean.ts";

const once = (...times: number[]) => times.map((time) => [time, 1] as const);

/** Freireich et al., Blood 21 (1963): weeks of remission under 6-mercaptopurine, and under placebo. */
const treated: Durations = {
  finished: once(6, 6, 6, 7, 10, 13, 16, 22, 23),
  censored: once(6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35),
};
const placebo: Durations = {
  finished: once(1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23),
  censored: [],
};

test("the curve of the 6-MP arm is the published one", () => {
  const expected = [
    [6, 21, 0.85714285714, 0.076360354832, 0.61971795527, 0.95155174765],
    [7, 17, 0.80672268908, 0.08693528518, 0.56314656462, 0.9228090192],
    [10, 15, 0.75294117647, 0.096349652994, 0.5031995108, 0.88936183517],
    [13, 12, 0.69019607843, 0.10681470778, 0.43161022249, 0.84906596335],
    [16, 11, 0.62745098039, 0.11405386526, 0.36751085599, 0.80491218947],
    [22, 7, 0.53781512605, 0.12823375169, 0.26777893677, 0.74679071764],
    [23, 6, 0.44817927171, 0.13459145676, 0.18805200596, 0.6801426285],
  ];
  const steps = kaplanMeier(treated);
  expect(steps).toHaveLength(expected.length);
  for (const [index, [time, atRisk, survival, error, lower, upper]] of expected.entries()) {
    const step = steps[index];
    if (step === undefined) throw new Error("a step is missing");
    expect(step.time).toBe(time);
    expect(step.atRisk).toBe(atRisk);
    expect(step.survival).toBeCloseTo(survival ?? 0, 10);
    expect(step.standardError).toBeCloseTo(error ?? 0, 10);
    expect(logLogInterval(step)?.[0]).toBeCloseTo(lower ?? 0, 8);
    expect(logLogInterval(step)?.[1]).toBeCloseTo(upper ?? 0, 8);
  }
});

test("the medians and their limits are the published ones", () => {
  expect(survivalMedian(kaplanMeier(treated))).toBe(23);
  expect(medianInterval(kaplanMeier(treated))).toEqual([13, null]);
  expect(survivalMedian(kaplanMeier(placebo))).toBe(8);
  expect(medianInterval(kaplanMeier(placebo))).toEqual([4, 11]);
});

test("the restricted mean to 35 weeks is the published one", () => {
  const { mean, standardError } = restrictedMean(kaplanMeier(treated), 35);
  expect(mean).toBeCloseTo(23.287394958, 8);
  expect(standardError).toBeCloseTo(2.8274676234, 8);
  expect(restrictedMean(kaplanMeier(placebo), 35).mean).toBeCloseTo(8.6666666667, 9);
});

test("open cases lengthen the median; the mean of the finished ones alone would not see them", () => {
  const steps = kaplanMeier({ finished: once(5, 6, 7), censored: once(30, 30, 30, 30) });
  expect(survivalMedian(steps)).toBeNull();
  expect(survivalAt(steps, 100)).toBeCloseTo(4 / 7, 12);
});

test("the share converted by day 9 of the small example is three quarters", () => {
  const steps = kaplanMeier({ finished: once(6, 6, 7), censored: once(2, 3, 10) });
  expect(1 - survivalAt(steps, 9)).toBeCloseTo(0.75, 12);
});

test("a case that ended before it began counts first and takes no time from the mean", () => {
  const steps = kaplanMeier({ finished: once(-3, 10), censored: [] });
  expect(survivalMedian(steps)).toBe(-3);
  expect(restrictedMean(steps, 10).mean).toBe(5);
});

test("a curve without events stays at one", () => {
  const steps = kaplanMeier({ finished: [], censored: once(4, 9) });
  expect(steps).toEqual([]);
  expect(restrictedMean(steps, 12).mean).toBe(12);
  expect(survivalMedian(steps)).toBeNull();
});

test("2 % monthly churn at 10 % a year is worth 28,825.88 in margin of 800 a month, paid in advance", () => {
  const months = 2000;
  const finished = Array.from({ length: months }, (_, month) => {
    const left = 0.98 ** month;
    return [month * 30.4375 + 15, left * 0.02] as const;
  });
  const steps = kaplanMeier({ finished, censored: [[1e9, 0.98 ** months]] });
  expect(800 * discountedMonths(steps, months, 0.1)).toBeCloseTo(28_825.88, 1);
});

describe("the lung and leukaemia tables", () => {
  const folder = `${process.env.LEADLINE_SHARED ?? "../shared"}/vectors/survival`;
  const durations = (file: string, event: string, group: string): Durations => {
    const rows = readFileSync(`${folder}/${file}`, "utf8").trim().split(/\r?\n/).slice(1);
    const cells = rows.map((row) => row.replaceAll('"', "").split(",")).filter((row) => row[2] === group);
    const side = (finished: boolean) =>
      cells.filter((row) => (row[1] === event) === finished).map((row) => [Number(row[0]), 1] as const);
    return { finished: side(true), censored: side(false) };
  };

  test.skipIf(!existsSync(folder))("give the medians that R gives (needs the shared vectors)", () => {
    const men = kaplanMeier(durations("lung.csv", "2", "1"));
    const women = kaplanMeier(durations("lung.csv", "2", "2"));
    expect(survivalMedian(men)).toBe(270);
    expect(survivalMedian(women)).toBe(426);
  });

  test.skipIf(!existsSync(folder))("give the curve that R gives (needs the shared vectors)", () => {
    const steps = kaplanMeier(durations("aml.csv", "1", "Maintained"));
    expect(steps.map((step) => step.time)).toEqual([9, 13, 18, 23, 31, 34, 48]);
    expect(steps.at(-1)?.survival).toBeCloseTo(0.18409090909, 10);
    expect(steps.at(-1)?.standardError).toBeCloseTo(0.15349274579, 10);
  });
});
