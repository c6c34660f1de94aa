import type { FormulaFunction } from "./formula-function.ts";

export const coalesce: FormulaFunction = {
  id: "coalesce",
  signature: "coalesce(a, b, …)",
  summary: {
    en: "The first of the values that is there; with none, empty for the first one's reason.",
    zh: "取第一个有值的参数；都没有时为空，原因同第一个参数。",
  },
  arguments: { least: 2, most: 20 },
  check: (call) => call.common(call.args.map((_, i) => i)),
  evaluate: (call) => {
    const first = call.number(0);
    for (let i = 0; i < call.args.length; i += 1) {
      const value = i === 0 ? first : call.number(i);
      if (value.value !== null) return value;
    }
    return first;
  },
};
