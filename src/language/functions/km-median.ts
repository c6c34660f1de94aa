import type { FormulaFunction } from "./formula-function.ts";
import { reduceDistribution } from "./reduce-distribution.ts";

export const kmMedian: FormulaFunction = {
  id: "km_median",
  signature: "km_median(d)",
  summary: {
    en: "The Kaplan–Meier median: open cases count as not yet finished. Empty until half of the curve is passed.",
    zh: "Kaplan–Meier 中位数：未完结个案按删失处理；生存曲线未降至一半时为空。",
  },
  arguments: { least: 1, most: 1 },
  check: (call) => call.distribution(0),
  evaluate: (call) => reduceDistribution(call, "any", (d) => call.survival.median(d), "median_not_reached"),
};
