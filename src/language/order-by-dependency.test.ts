import { describe, expect, test } from "vitest";
import { LeadlineError } from "./leadline-error.ts";
import { columnNames, names } from "./names.ts";
import { orderByDependency } from "./order-by-dependency.ts";
import { parse } from "./parse.ts";
import { usesPrevious } from "./uses-previous.ts";

const trees = (formulas: Readonly<Record<string, string>>) =>
  new Map(Object.entries(formulas).map(([id, text]) => [id, parse(text, "formula")]));

describe("orderByDependency", () => {
  test("what a formula names comes before it", () => {
    expect(
      orderByDependency(trees({ ltv_cac: "ltv / cac", ltv: "arpa * 12", cac: "cost / won", arpa: "amount / won" })),
    ).toEqual(["arpa", "ltv", "cac", "ltv_cac"]);
  });

  test("formulas without a tie keep their order", () => {
    expect(orderByDependency(trees({ b: "x", a: "y", c: "z" }))).toEqual(["b", "a", "c"]);
  });

  test("a circle is named from its first member back to it", () => {
    try {
      orderByDependency(trees({ top: "a", a: "1 + b", b: "c * 2", c: "a / 3" }));
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(LeadlineError);
      expect(error).toMatchObject({ code: "formula.cycle", message: expect.stringContaining("a → b → c → a") });
    }
  });

  test("a formula that names its own id means the measure, which is no circle", () => {
    expect(orderByDependency(trees({ sessions: "sessions", rate: "leads / sessions" }))).toEqual(["sessions", "rate"]);
  });

  test("a formula's own measure hides the formula of that name", () => {
    const all = trees({ a: "b", b: "a" });
    expect(orderByDependency(all, (id) => new Set(id === "a" ? ["b"] : []))).toEqual(["a", "b"]);
  });
});

describe("names", () => {
  test("each name stands once, in the order of the text, without functions", () => {
    expect(names(parse("max(b, a) / (a + c) - previous(b)", "formula"))).toEqual(["b", "a", "c"]);
  });

  test("columns are listed apart from names", () => {
    const tree = parse("when([b] = 'x', [a], [b], null)", "row");
    expect([columnNames(tree), names(tree)]).toEqual([["b", "a"], ["null"]]);
  });
});

describe("usesPrevious", () => {
  test.each([
    ["a / b", 0],
    ["a / previous(a)", 1],
    ["previous(a + previous(b))", 2],
    ["previous(a) + previous(b)", 1],
  ])("%s looks back %d periods", (text, steps) => {
    expect(usesPrevious(parse(text, "formula"))).toBe(steps);
  });
});
