import { describe, expect, test } from "vitest";
import { decideNumbers, noEvidence, weighNumber } from "./decide-numbers.ts";

function decide(cells: readonly string[], options: { whole?: boolean; hint?: "point" | "comma" } = {}) {
  const evidence = noEvidence();
  for (const cell of cells) weighNumber(cell, options.whole ?? false, evidence);
  return decideNumbers(evidence, options.hint ?? null);
}

describe("the notation of a file's numbers", () => {
  test.each<[string[], "point" | "comma"]>([
    [["1,234.56", "12"], "point"],
    [["1.234,56", "12"], "comma"],
    [["0.25"], "point"],
    [["330,51", "4197"], "comma"],
    [["1.234.567"], "comma"],
    [["1,234,567"], "point"],
    [["$1,204.50", "€ 3"], "point"],
    [["12,50 €", "3.000"], "comma"],
    [["1'234.50"], "point"],
    [["2.60%", "(1,000.00)"], "point"],
    [["0.123"], "point"],
    [["12", "--", "", "Brand"], "point"],
    [["¥1.2万", "12"], "point"],
    [["1.234万元"], "point"],
    [["1,234万"], "point"],
    [["1,2万"], "comma"],
    [["1,2M€"], "comma"],
    [["12.5K"], "point"],
    [["1.2M USD"], "point"],
  ])("%j is %s", (cells, notation) => {
    expect(decide(cells)).toBe(notation);
  });

  test("a whole number with one mark before three digits has it for thousands", () => {
    expect(decide(["6.111"], { whole: true })).toBe("comma");
    expect(decide(["6,111"], { whole: true })).toBe("point");
  });

  test("a count with a unit has decimals", () => {
    expect(decide(["1.234万"], { whole: true })).toBe("point");
    expect(decide(["1.234K"], { whole: true })).toBeNull();
  });

  test("amounts that can be read both ways stay open without a hint", () => {
    expect(decide(["1,234", "5"])).toBeNull();
    expect(decide(["1,234"], { hint: "point" })).toBe("point");
  });

  test("two notations in one file are an error, a stray cell is not", () => {
    expect(decide(["1,234.5", "1.234,5"])).toBe("mixed");
    expect(decide([...Array.from({ length: 50 }, () => "1.5"), "2,5"])).toBe("point");
  });
});
