import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Environment, evaluate } from "./evaluate.ts";
import { Exact } from "./exact.ts";
import { parse } from "./parse.ts";
import { emptyValue, okValue, type Survival, type Value } from "./value.ts";

const survival: Survival = {
  median: (d) => (d.finished.length === 0 ? null : 41),
  meanMonths: (d, cap) => d.finished.length + cap,
  discountedMonths: (d, cap, rate) => d.finished.length + cap - rate,
  quantile: (_, p) => 100 * p,
};

function environment(values: Readonly<Record<string, Value | string | null>>): Environment {
  return {
    survival,
    value: (name, steps, ofAll) => {
      const key = `${ofAll ? "all " : ""}${steps === 0 ? name : `${name}@${steps}`}`;
      const value = values[key];
      if (value === undefined) throw new Error(`no ${key}`);
      if (value === null) return emptyValue("no_data", { code: "no_rows", params: { measure: key } });
      return typeof value === "string" ? okValue(new Exact(value)) : value;
    },
  };
}

function run(text: string, values: Readonly<Record<string, Value | string | null>> = {}) {
  const result = evaluate(parse(text, "formula"), environment(values));
  return { ...result, value: result.value === null ? null : result.value.toString() };
}

const value = (text: string, values: Readonly<Record<string, Value | string | null>> = {}) => run(text, values).value;

describe("evaluate", () => {
  test("0.1 + 0.2 is 0.3", () => {
    expect(value("0.1 + 0.2")).toBe("0.3");
  });

  test("large amounts keep every cent", () => {
    expect(value("a + b", { a: "99999999999999999999.99", b: "0.01" })).toBe("100000000000000000000");
  });

  test("a third has forty digits, also where the values came with fewer", () => {
    expect(value("a / 3", { a: "1" })).toBe(`0.${"3".repeat(40)}`);
  });

  test("a ratio with nothing below the line is empty, not zero, and names the divisor", () => {
    expect(run("won / (won + lost)", { won: "0", lost: "0" })).toEqual({
      kind: "number",
      value: null,
      state: "zero_denominator",
      reason: { code: "zero_denominator", params: { divisor: "won + lost" } },
    });
  });

  test("a part without data makes the whole empty, for that part's reason", () => {
    expect(run("1 + a / b", { a: "1", b: null })).toMatchObject({
      value: null,
      state: "no_data",
      reason: { params: { measure: "b" } },
    });
  });

  test("the state of a part, such as a missing dimension, comes through", () => {
    expect(run("max(a, 2) * 3", { a: emptyValue("no_dimension") })).toMatchObject({
      value: null,
      state: "no_dimension",
    });
  });

  test("coalesce takes the first value that is there and computes no further", () => {
    expect(value("coalesce(a, b, c)", { a: null, b: "2" })).toBe("2");
    expect(run("coalesce(a, b)", { a: null, b: emptyValue("not_additive") })).toMatchObject({ state: "no_data" });
    expect(value("coalesce(1 / a, 5)", { a: "0" })).toBe("5");
  });

  test("if computes only the side it takes, and is empty where the condition cannot be decided", () => {
    expect(value("if(a > 1, 10, 1 / 0)", { a: "2" })).toBe("10");
    expect(run("if(a > 1, 10, 20)", { a: null })).toMatchObject({ value: null, state: "no_data" });
    expect(run("if(1 / 0 = 1, 10, 20)")).toMatchObject({ value: null, state: "zero_denominator" });
  });

  test.each([
    ["2 < 2", "no"],
    ["2 <= 2", "yes"],
    ["3 > 2", "yes"],
    ["2 >= 3", "no"],
    ["0.30 = 0.3", "yes"],
    ["1 != 1", "no"],
  ])("%s: %s", (condition, expected) => {
    expect(value(`if(${condition}, 1, 0)`)).toBe(expected === "yes" ? "1" : "0");
  });

  test("share_of_total divides by the value of all segments, also of a whole formula and one period back", () => {
    const values = { a: "6", b: "2", "all a": "20", "all b": "5", "a@1": "3", "all a@1": "12" };
    expect(value("share_of_total(a)", values)).toBe("0.3");
    expect(value("share_of_total(a / b)", values)).toBe("0.75");
    expect(value("share_of_total(a) - previous(share_of_total(a))", values)).toBe("0.05");
    expect(run("share_of_total(a)", { a: "0", "all a": "0" })).toMatchObject({
      value: null,
      state: "zero_denominator",
    });
    expect(run("share_of_total(a)", { a: null, "all a": "5" }).state).toBe("no_data");
  });

  test("previous reaches one period back, twice two", () => {
    const values = { a: "12", "a@1": "10", "a@2": "8" };
    expect(value("a / previous(a) - 1", values)).toBe("0.2");
    expect(value("previous(a - previous(a))", values)).toBe("2");
  });

  test("distributions are reduced by the methods handed in", () => {
    const d: Value = { kind: "distribution", finished: [[3, 1]], censored: [[9, 2]] };
    expect(value("median(d)", { d })).toBe("50");
    expect(value("quantile(d, 0.9)", { d })).toBe("90");
    expect(value("km_median(d)", { d })).toBe("41");
    expect(value("km_mean_months(d, cap)", { d, cap: "60" })).toBe("61");
    expect(value("km_discounted_months(d, 36, rate)", { d, rate: "0.1" })).toBe("36.9");
  });

  test("a median that the curve has not reached, or without a finished case, is empty with its reason", () => {
    const open: Value = { kind: "distribution", finished: [], censored: [[9, 2]] };
    expect(run("km_median(d)", { d: open })).toMatchObject({
      state: "too_few",
      reason: { code: "median_not_reached" },
    });
    expect(run("median(d)", { d: open })).toMatchObject({ state: "no_data", reason: { code: "no_finished_cases" } });
    const none: Value = { kind: "distribution", finished: [], censored: [] };
    expect(run("km_mean_months(d, 60)", { d: none })).toMatchObject({ state: "no_data", reason: { code: "no_cases" } });
    expect(run("median(d)", { d: emptyValue("no_dimension") })).toMatchObject({ state: "no_dimension" });
  });

  test("sums of cents agree with whole numbers of cents", () => {
    const cents = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });
    fc.assert(
      fc.property(cents, cents, cents, (a, b, c) => {
        const text = (n: number) => `(${n < 0 ? "-" : ""}${Math.abs(n)} / 100)`;
        expect(value(`(${text(a)} + ${text(b)} - ${text(c)}) * 100`)).toBe(String(a + b - c === 0 ? 0 : a + b - c));
      }),
    );
  });
});
