import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { LeadlineError } from "./leadline-error.ts";
import { type Mode, parse } from "./parse.ts";
import { print } from "./print.ts";
import type { BinaryOp, Tree } from "./tree.ts";

function bare(tree: Tree): unknown {
  return JSON.parse(JSON.stringify(tree, (key, value: unknown) => (key === "at" ? undefined : value)));
}

function failure(text: string, mode: Mode = "formula"): { code: string; column: number | undefined; remedy: string } {
  try {
    parse(text, mode);
  } catch (error) {
    if (error instanceof LeadlineError) {
      return { code: error.code, column: error.place.column, remedy: error.remedy };
    }
    throw error;
  }
  throw new Error(`“${text}” was read`);
}

describe("parse", () => {
  test("multiplication binds tighter than addition, and both go from left to right", () => {
    expect(bare(parse("a - b - c * d", "formula"))).toEqual({
      kind: "binary",
      op: "-",
      left: {
        kind: "binary",
        op: "-",
        left: { kind: "name", name: "a" },
        right: { kind: "name", name: "b" },
      },
      right: {
        kind: "binary",
        op: "*",
        left: { kind: "name", name: "c" },
        right: { kind: "name", name: "d" },
      },
    });
  });

  test("every node knows where it stands", () => {
    const tree = parse("won / max(1, lost)", "formula");
    expect(tree).toMatchObject({
      at: 4,
      left: { at: 0 },
      right: { fn: "max", at: 6, args: [{ at: 10 }, { name: "lost", at: 13 }] },
    });
  });

  test("a title, a text and their doubled closing signs are read as they are meant", () => {
    expect(bare(parse(`concat([Cost [USD]]], 'it''s', "a ""b"" \\d")`, "row"))).toEqual({
      kind: "call",
      fn: "concat",
      args: [
        { kind: "column", name: "Cost [USD]" },
        { kind: "text", value: "it's" },
        { kind: "text", value: 'a "b" \\d' },
      ],
    });
  });

  test("numbers are kept in their shortest form, however many digits they have", () => {
    const value = (text: string) => bare(parse(text, "formula"));
    expect(value("007.50")).toEqual({ kind: "number", value: "7.5" });
    expect(value(".5")).toEqual({ kind: "number", value: "0.5" });
    expect(value("12345678901234567890.00000000001")).toEqual({
      kind: "number",
      value: "12345678901234567890.00000000001",
    });
  });

  test.each<[string, Mode, string, number]>([
    ["", "formula", "formula.empty", 1],
    ["   ", "formula", "formula.empty", 1],
    ["a + ", "formula", "formula.unexpected_end", 5],
    ["a + * b", "formula", "formula.unexpected", 5],
    ["a b", "formula", "formula.unexpected", 3],
    ["a / (b + c", "formula", "formula.unclosed_bracket", 5],
    ["max(a, b", "formula", "formula.unclosed_bracket", 1],
    ["max(a,, b)", "formula", "formula.unexpected", 7],
    ["a + b)", "formula", "formula.unexpected", 6],
    ["a # b", "formula", "formula.unknown_character", 3],
    ["100 % 5", "formula", "formula.unknown_character", 5],
    ["a ÷ b", "formula", "formula.unknown_character", 3],
    ["if(a > b > c, 1, 2)", "formula", "formula.chained_comparison", 10],
    ["[Cost] / 2", "formula", "formula.no_columns_here", 1],
    ["text([Cost)", "row", "formula.unclosed_column", 6],
    ["concat('a, b)", "row", "formula.unclosed_text", 8],
  ])("“%s” (%s) is refused as %s at column %d", (text, mode, code, column) => {
    expect(failure(text, mode)).toMatchObject({ code, column });
  });

  test("a sign of another keyboard is answered with the sign that is meant", () => {
    expect(failure("max（a, b)").remedy).toBe("Write ( instead of （.");
    expect(failure("a × b").remedy).toBe("Write * instead of ×.");
  });

  test("“and” between two conditions is answered with the function and(…)", () => {
    expect(failure("[a] = 'x' and [b] = 'y'", "row").remedy).toContain("and(…)");
  });

  test("a text built to exhaust the reader is refused, not run into the ground", () => {
    expect(failure("(".repeat(5000)).code).toMatch(/too_(long|deep)/);
    expect(failure("(".repeat(500) + 1).code).toBe("formula.too_deep");
    expect(failure("-".repeat(500) + 1).code).toBe("formula.too_deep");
    expect(failure(Array(5000).fill("a").join("+")).code).toBe("formula.too_long");
  });
});

const word = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,8}$/);
const at = fc.constant(0);
const ops: BinaryOp[] = ["+", "-", "*", "/", "<", "<=", ">", ">=", "=", "!="];

const { tree: anyTree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.record({
      kind: fc.constant("number" as const),
      value: fc.stringMatching(/^(0|[1-9]\d{0,5})(\.\d{0,3}[1-9])?$/),
      at,
    }),
    fc.record({ kind: fc.constant("text" as const), value: fc.string({ unit: "grapheme" }), at }),
    fc.record({ kind: fc.constant("name" as const), name: word, at }),
    fc.record({ kind: fc.constant("column" as const), name: fc.string(), at }),
    fc.record({ kind: fc.constant("call" as const), fn: word, args: fc.array(tie("tree"), { maxLength: 3 }), at }),
    fc.record({ kind: fc.constant("unary" as const), op: fc.constant("-" as const), operand: tie("tree"), at }),
    fc.record({
      kind: fc.constant("binary" as const),
      op: fc.constantFrom(...ops),
      left: tie("tree"),
      right: tie("tree"),
      at,
    }),
  ),
}));

describe("print", () => {
  it("writes what parse reads back as the same tree", () => {
    fc.assert(
      fc.property(anyTree, (tree) => {
        expect(bare(parse(print(tree), "row"))).toEqual(bare(tree));
      }),
      { numRuns: 1000 },
    );
  });

  it("is a fixed point: printing the printed text changes nothing", () => {
    fc.assert(
      fc.property(anyTree, (tree) => {
        const text = print(tree);
        expect(print(parse(text, "row"))).toBe(text);
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ["((a))+(b*c)", "a + b * c"],
    ["(a+b)*c", "(a + b) * c"],
    ["a-(b-c)", "a - (b - c)"],
    ["(a-b)-c", "a - b - c"],
    ["a/(b*c)", "a / (b * c)"],
    ["-(a+b)*2", "-(a + b) * 2"],
    ["a--b", "a - -b"],
    ["if((a>b),(1),2.50)", "if(a > b, 1, 2.5)"],
    ["(a>b)=(c>d)", "(a > b) = (c > d)"],
    [`"it's"`, `"it's"`],
    [`'say "x"'`, `'say "x"'`],
    [`"plain"`, "'plain'"],
  ])("%s is written %s", (text, canonical) => {
    expect(print(parse(text, "formula"))).toBe(canonical);
  });
});
