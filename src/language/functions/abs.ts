import { okValue } from "../value.ts";
import { allNumbers } from "./all-numbers.ts";
import type { FormulaFunction } from "./formula-function.ts";

export const abs: FormulaFunction = {
  id: "abs",
  signature: "abs(a)",
  summary: { en: "The value without its sign.", zh: "绝对值。" },
  arguments: { least: 1, most: 1 },
  check: (call) => call.number(0),
  evaluate: (call) => allNumbers(call, ([value]) => (value === undefined ? call.number(0) : okValue(value.abs()))),
};
