import type { RowFunction } from "./row-function.ts";

/** Computing with numbers and days. */
export const NUMBER_FUNCTIONS = {
  abs: {
    signature: "abs(x)",
    summary: { en: "The value without its sign.", zh: "绝对值。" },
    arguments: { least: 1, most: 1 },
    check: (call) => call.oneOf(0, ["number", "integer", "money"]),
  },
  sum_in: {
    signature: "sum_in(list, key, value, number)",
    summary: {
      en: "The sum of a number over those objects of a JSON list that have the value under the key; empty without a list.",
      zh: "对 JSON 列表中某个键等于给定值的对象，求其数值之和；没有列表则为空。",
    },
    arguments: { least: 4, most: 4 },
    check: (call) => {
      call.oneOf(0, ["text"]);
      for (const index of [1, 2, 3]) call.constantText(index);
      return "number";
    },
  },
  add_days: {
    signature: "add_days(date, days)",
    summary: { en: "A day so many days later; earlier with a negative number.", zh: "日期加上若干天；负数为提前。" },
    arguments: { least: 2, most: 2 },
    check: (call) => {
      call.oneOf(0, ["date"]);
      call.oneOf(1, ["integer"]);
      return "date";
    },
  },
  days_between: {
    signature: "days_between(from, to)",
    summary: { en: "Days from the first date to the second.", zh: "从第一个日期到第二个日期的天数。" },
    arguments: { least: 2, most: 2 },
    check: (call) => {
      call.oneOf(0, ["date"]);
      call.oneOf(1, ["date"]);
      return "integer";
    },
  },
  month_start: {
    signature: "month_start(date)",
    summary: { en: "The first day of the date's month.", zh: "该日期所在月的第一天。" },
    arguments: { least: 1, most: 1 },
    check: (call) => call.oneOf(0, ["date"]),
  },
  month_end: {
    signature: "month_end(date)",
    summary: { en: "The last day of the date's month.", zh: "该日期所在月的最后一天。" },
    arguments: { least: 1, most: 1 },
    check: (call) => call.oneOf(0, ["date"]),
  },
} as const satisfies Record<string, RowFunction>;
