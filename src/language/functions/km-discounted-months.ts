import { unitOfBase } from "../unit.ts";
import type { FormulaFunction } from "./formula-function.ts";
import { reduceDistribution } from "./reduce-distribution.ts";

export const kmDiscountedMonths: FormulaFunction = {
  id: "km_discounted_months",
  signature: "km_discounted_months(d, cap_months, annual_rate)",
  summary: {
    en: "The expected months up to a cap, each discounted at a yearly rate, the first not; open cases censored.",
    zh: "以上限月数截止的期望月数，按年利率逐月折现（首月不折现）；未完结个案按删失处理。",
  },
  arguments: { least: 3, most: 3 },
  check: (call) => {
    call.distribution(0);
    call.months(1);
    call.pure(2);
    return unitOfBase("months");
  },
  evaluate: (call) => {
    const cap = call.number(1);
    if (cap.value === null) return cap;
    const rate = call.number(2);
    if (rate.value === null) return rate;
    const [months, yearly] = [cap.value.toNumber(), rate.value.toNumber()];
    return reduceDistribution(call, "any", (d) => call.survival.discountedMonths(d, months, yearly), "too_few_cases");
  },
};
