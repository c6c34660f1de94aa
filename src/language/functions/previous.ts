import type { FormulaFunction } from "./formula-function.ts";

export const previous: FormulaFunction = {
  id: "previous",
  signature: "previous(a)",
  summary: { en: "The value one period earlier.", zh: "上一期的值。" },
  arguments: { least: 1, most: 1 },
  check: (call) => call.number(0),
  evaluate: (call) => call.previousNumber(0),
};
