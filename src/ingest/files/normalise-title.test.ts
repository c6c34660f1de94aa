import { expect, test } from "vitest";
import { normaliseTitle } from "./normalise-title.ts";

test.each([
  ["  Impr. ", "impr."],
  ["\uFEFFDay", "day"],
  ['"Amount"', "amount"],
  ["Session source / medium", "session source / medium"],
  ["Ｃｏｓｔ（ＵＳＤ）", "cost(usd)"],
  ["Amount   spent", "amount spent"],
  ['Date entered "Won"', 'date entered "won"'],
  ["“Quoted”", "quoted"],
])("%j is compared as %j", (title, expected) => {
  expect(normaliseTitle(title)).toBe(expected);
});
