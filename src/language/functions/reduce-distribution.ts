import { type Distribution, emptyValue, type NumberValue, okValue } from "../value.ts";
import type { EvaluateCall } from "./formula-function.ts";

/**
 * One number of the first argument's distribution. Empty for its own reason where the distribution is not there, `no_data`
 * where it holds no (finished) case, `too_few` with `reason` where the method finds no number.
 */
export function reduceDistribution(
  call: EvaluateCall,
  needs: "any" | "finished",
  method: (d: Distribution) => number | null,
  reason: string,
): NumberValue {
  const d = call.distribution(0);
  if (d.kind === "number") return d;
  const done = cases(d.finished);
  if (needs === "finished" && done === 0) return emptyValue("no_data", { code: "no_finished_cases", params: {} });
  if (done + cases(d.censored) === 0) return emptyValue("no_data", { code: "no_cases", params: {} });
  const result = method(d);
  if (result === null || !Number.isFinite(result)) return emptyValue("too_few", { code: reason, params: {} });
  return okValue(call.decimal(result));
}

function cases(values: Distribution["finished"]): number {
  return values.reduce((sum, [, count]) => sum + count, 0);
}
