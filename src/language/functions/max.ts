import { Exact } from "../exact.ts";
import { okValue } from "../value.ts";
import { allNumbers } from "./all-numbers.ts";
import type { FormulaFunction } from "./formula-function.ts";

export const max: FormulaFunction = {
  id: "max",
  signature: "max(a, b, …)",
  summary: { en: "The largest of the values; all in one unit.", zh: "取各值中的最大值；单位须一致。" },
  arguments: { least: 2, most: 20 },
  check: (call) => call.common(call.args.map((_, i) => i)),
  evaluate: (call) => allNumbers(call, (values) => okValue(Exact.max(...values))),
};
