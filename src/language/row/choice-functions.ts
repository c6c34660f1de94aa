import { MANY, type RowCall, type RowFunction } from "./row-function.ts";
import type { RowType } from "./row-type.ts";

const branches = (call: RowCall): RowType => {
  const count = call.args.length;
  const results: number[] = [];
  for (let i = 0; i + 1 < count; i += 2) {
    call.oneOf(i, ["boolean"]);
    results.push(i + 1);
  }
  if (count % 2 === 1) results.push(count - 1);
  return call.common(results);
};

const conditions = (call: RowCall): RowType => {
  for (let i = 0; i < call.args.length; i += 1) call.oneOf(i, ["boolean"]);
  return "boolean";
};

const when = {
  signature: "when(condition, a, condition, b, …, otherwise)",
  summary: {
    en: "The value behind the first condition that holds, else the last one; empty where there is none.",
    zh: "取第一个成立的条件之后的值；都不成立时取最后的值，没有则为空。",
  },
  arguments: { least: 2, most: MANY },
  check: branches,
} as const satisfies RowFunction;

/** Decisions. A comparison with something empty does not hold, except that empty equals empty. */
export const CHOICE_FUNCTIONS = {
  when,
  if: { ...when, signature: "if(condition, a, otherwise)" },
  coalesce: {
    signature: "coalesce(a, b, …)",
    summary: { en: "The first value that is not empty.", zh: "第一个非空的值。" },
    arguments: { least: 1, most: MANY },
    check: (call) => call.common(call.args.map((_, i) => i)),
  },
  is_empty: {
    signature: "is_empty(x)",
    summary: { en: "Whether there is no value.", zh: "是否为空。" },
    arguments: { least: 1, most: 1 },
    check: () => "boolean",
  },
  and: {
    signature: "and(a, b, …)",
    summary: { en: "Whether all hold.", zh: "是否全部成立。" },
    arguments: { least: 1, most: MANY },
    check: conditions,
  },
  or: {
    signature: "or(a, b, …)",
    summary: { en: "Whether at least one holds.", zh: "是否至少一个成立。" },
    arguments: { least: 1, most: MANY },
    check: conditions,
  },
  not: {
    signature: "not(a)",
    summary: { en: "Whether it does not hold.", zh: "是否不成立。" },
    arguments: { least: 1, most: 1 },
    check: conditions,
  },
} as const satisfies Record<string, RowFunction>;
