import { expect, test } from "vitest";
import { flagsOf } from "./flags.ts";

const rows = ["2026-01", "2026-02", "2026-03"].map((month) => ({
  period: { from: `${month}-01`, to: `${month}-31` },
}));

test("what begins within one month shares a flag, and a break makes it one", () => {
  const noted = [
    { number: 1, from: "2025-12-31", isBreak: true },
    { number: 2, from: "2026-02-03", isBreak: false },
    { number: 3, from: "2026-02-20", isBreak: true },
    { number: 4, from: "2026-03-31", isBreak: false },
  ];
  expect(flagsOf(rows, noted)).toEqual([
    { index: 1, text: "2 3", isBreak: true },
    { index: 2, text: "4", isBreak: false },
  ]);
});
