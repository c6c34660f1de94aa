import { unitOfBase } from "../unit.ts";
import type { FormulaFunction } from "./formula-function.ts";
import { reduceDistribution } from "./reduce-distribution.ts";

export const kmMeanMonths: FormulaFunction = {
  id: "km_mean_months",
  signature: "km_mean_months(d, cap_months)",
  summary: {
    en: "The mean duration in months of 30.4375 days up to a cap, from the Kaplan–Meier curve; open cases censored.",
    zh: "由 Kaplan–Meier 曲线得到的平均时长（月，每月 30.4375 天），以上限月数截止；未完结个案按删失处理。",
  },
  arguments: { least: 2, most: 2 },
  check: (call) => {
    call.distribution(0);
    call.months(1);
    return unitOfBase("months");
  },
  evaluate: (call) => {
    const cap = call.number(1);
    if (cap.value === null) return cap;
    const months = cap.value.toNumber();
    return reduceDistribution(call, "any", (d) => call.survival.meanMonths(d, months), "too_few_cases");
  },
};
