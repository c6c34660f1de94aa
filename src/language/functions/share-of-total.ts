import { print } from "../print.ts";
import { PURE } from "../unit.ts";
import { emptyValue, okValue } from "../value.ts";
import type { FormulaFunction } from "./formula-function.ts";

export const shareOfTotal: FormulaFunction = {
  id: "share_of_total",
  signature: "share_of_total(a)",
  summary: {
    en: "The value of the segment ÷ the value over all segments of the answer; without a breakdown 1.",
    zh: "该细分的值 ÷ 答案中全部细分的值；不拆分时为 1。",
  },
  arguments: { least: 1, most: 1 },
  check: (call) => {
    call.number(0);
    return PURE;
  },
  evaluate: (call) => {
    const part = call.number(0);
    if (part.value === null) return part;
    const whole = call.wholeNumber(0);
    if (whole.value === null) return whole;
    const [tree] = call.args;
    return whole.value.isZero()
      ? emptyValue("zero_denominator", {
          code: "zero_denominator",
          params: { divisor: tree === undefined ? "" : print(tree) },
        })
      : okValue(part.value.div(whole.value));
  },
};
