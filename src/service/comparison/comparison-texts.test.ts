import { expect, test } from "vitest";
import { pairInWords, shareInWords } from "./comparison-texts.ts";
import { judgePair, judgeParity, type Verdict, type Weighed } from "./judge-parity.ts";

const told = (a: Weighed, b: Weighed, own: Verdict, language: "en" | "zh" = "en") => {
  const pair = judgePair(a, b);
  if (pair === null) throw new Error("both spend");
  const sides = [
    { name: "Paid Social", conversions: a.conversions, verdict: own },
    { name: "Webinar", conversions: b.conversions, verdict: "above" as const },
  ] as const;
  return pairInWords(sides, pair, "sql", language);
};

test("the sentence tells the counts behind the ratio, and no more digits than they carry", () => {
  const [a, b] = [
    { spend: 18_360, conversions: 7 },
    { spend: 1_000, conversions: 11 },
  ];
  expect(told(a, b, "below")).toBe(
    "Paid Social took 18× the spend of Webinar and brought 0.6× its SQLs (7 against 11): below parity.",
  );
  expect(told(a, b, "below", "zh")).toBe(
    "Paid Social 的花费是 Webinar 的 18 倍，带来的 SQL 是其 0.6 倍（7 对 11）：低于花费比例。",
  );
});

test("below one channel and yet above parity among all is said in other words", () => {
  const [a, b] = [
    { spend: 5_700, conversions: 23 },
    { spend: 1_000, conversions: 11 },
  ];
  expect(told(a, b, "above")).toMatch(/: less for its spend than Webinar\.$/);
  expect(told(a, b, "above", "zh")).toMatch(/：单位花费的产出低于 Webinar。$/);
});

test("what is about the same is not told as a ratio of one", () => {
  expect(told({ spend: 1_010, conversions: 40 }, { spend: 1_000, conversions: 41 }, "at")).toBe(
    "Paid Social took about the spend of Webinar and brought about as many SQLs (40 against 41): at parity.",
  );
});

test("shares are told to a tenth of a percent, tiny ones as they are", () => {
  const [parity] = judgeParity([
    { spend: 277, conversions: 1 },
    { spend: 9_723, conversions: 2_999 },
  ]);
  if (!parity) throw new Error("judged");
  expect(shareInWords({ name: "Email", parity, ofAll: null }, "channel", "sql", "en")).toBe(
    "Of channels with spend, Email took 2.8% of the spend and brought 0.03% of the SQLs: below parity.",
  );
});
