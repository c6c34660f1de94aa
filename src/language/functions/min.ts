import { Exact } from "../exact.ts";
import { okValue } from "../value.ts";
import { allNumbers } from "./all-numbers.ts";
import type { FormulaFunction } from "./formula-function.ts";

export const min: FormulaFunction = {
  id: "min",
  signature: "min(a, b, …)",
  summary: { en: "The smallest of the values; all in one unit.", zh: "取各值中的最小值；单位须一致。" },
  arguments: { least: 2, most: 20 },
  check: (call) => call.common(call.args.map((_, i) => i)),
  evaluate: (call) => allNumbers(call, (values) => okValue(Exact.min(...values))),
};
