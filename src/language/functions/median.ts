import type { FormulaFunction } from "./formula-function.ts";
import { reduceDistribution } from "./reduce-distribution.ts";

export const median: FormulaFunction = {
  id: "median",
  signature: "median(d)",
  summary: { en: "The median of the finished cases.", zh: "已完结个案的中位数。" },
  arguments: { least: 1, most: 1 },
  check: (call) => call.distribution(0),
  evaluate: (call) => reduceDistribution(call, "finished", (d) => call.survival.quantile(d, 0.5), "no_finished_cases"),
};
