import type { FormulaFunction } from "./formula-function.ts";
import { reduceDistribution } from "./reduce-distribution.ts";

export const quantile: FormulaFunction = {
  id: "quantile",
  signature: "quantile(d, p)",
  summary: {
    en: "The p-quantile of the finished cases, p from 0 to 1, by linear interpolation.",
    zh: "已完结个案的 p 分位数（p 取 0 到 1），线性插值。",
  },
  arguments: { least: 2, most: 2 },
  check: (call) => {
    const { tree } = call.arg(1);
    if (tree.kind !== "number" || Number(tree.value) > 1) throw call.wrong(1, "a number from 0 to 1 such as 0.9");
    return call.distribution(0);
  },
  evaluate: (call) => {
    const p = call.number(1).value?.toNumber() ?? Number.NaN;
    return reduceDistribution(call, "finished", (d) => call.survival.quantile(d, p), "no_finished_cases");
  },
};
