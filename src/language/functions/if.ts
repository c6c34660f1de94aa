import { emptyValue } from "../value.ts";
import type { FormulaFunction } from "./formula-function.ts";

export const ifElse: FormulaFunction = {
  id: "if",
  signature: "if(condition, a, b)",
  summary: {
    en: "a where the condition holds, else b, both in one unit; empty where the condition cannot be decided.",
    zh: "条件成立取 a，否则取 b，单位须一致；条件无法判断时为空。",
  },
  arguments: { least: 3, most: 3 },
  check: (call) => {
    call.condition(0);
    return call.common([1, 2]);
  },
  evaluate: (call) => {
    const { value, state, reason } = call.condition(0);
    if (value === null) return emptyValue(state === "ok" ? "no_data" : state, reason);
    return call.number(value ? 1 : 2);
  },
};
