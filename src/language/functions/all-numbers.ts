import type { Decimal } from "decimal.js";
import type { NumberValue } from "../value.ts";
import type { EvaluateCall } from "./formula-function.ts";

/** Computes from all arguments; the first without a value makes the result empty for the same reason. */
export function allNumbers(call: EvaluateCall, compute: (values: readonly Decimal[]) => NumberValue): NumberValue {
  const values: Decimal[] = [];
  for (let i = 0; i < call.args.length; i += 1) {
    const argument = call.number(i);
    if (argument.value === null) return argument;
    values.push(argument.value);
  }
  return compute(values);
}
