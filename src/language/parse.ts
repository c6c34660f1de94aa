import { languageError } from "./language-error.ts";
import { type Token, tokens } from "./tokens.ts";
import type { BinaryOp, Tree } from "./tree.ts";

/** `formula`: of a KPI, over measures. `row`: of a preset, over `[columns]` of a file. */
export type Mode = "formula" | "row";

const LONGEST_TEXT = 8000;
const MOST_TOKENS = 1200;
const DEEPEST_NESTING = 60;

/** How tightly an operator binds; comparisons do not chain. */
export const BINDING: Readonly<Record<BinaryOp, number>> = {
  "<": 1,
  "<=": 1,
  ">": 1,
  ">=": 1,
  "=": 1,
  "!=": 1,
  "+": 2,
  "-": 2,
  "*": 3,
  "/": 3,
};
export const COMPARISON = 1;

/** Reads a formula or a row expression. Throws a LeadlineError with the 1-based column of what is wrong. */
export function parse(text: string, mode: Mode): Tree {
  if (text.length > LONGEST_TEXT) {
    throw languageError("formula.too_long", `The text has more than ${LONGEST_TEXT} characters.`, LONGEST_TEXT);
  }
  const list = tokens(text);
  if (list.length > MOST_TOKENS) {
    throw languageError("formula.too_long", `The text has more than ${MOST_TOKENS} words.`, list[MOST_TOKENS]?.at ?? 0);
  }
  if (list.length === 1) throw languageError("formula.empty", "There is no formula.", 0);
  return new Parser(list, mode).whole();
}

class Parser {
  readonly #list: readonly Token[];
  readonly #mode: Mode;
  #position = 0;
  #nesting = 0;

  constructor(list: readonly Token[], mode: Mode) {
    this.#list = list;
    this.#mode = mode;
  }

  whole(): Tree {
    const tree = this.#expression(0);
    const rest = this.#peek();
    if (rest.kind !== "end") throw unexpected(rest);
    return tree;
  }

  #peek(): Token {
    const token = this.#list[this.#position];
    if (token === undefined) throw new RangeError("read past the end");
    return token;
  }

  #take(): Token {
    const token = this.#peek();
    if (token.kind !== "end") this.#position += 1;
    return token;
  }

  #takeIf(symbol: string): boolean {
    const token = this.#peek();
    if (token.kind !== "symbol" || token.text !== symbol) return false;
    this.#position += 1;
    return true;
  }

  #expression(weakest: number): Tree {
    this.#nesting += 1;
    if (this.#nesting > DEEPEST_NESTING) {
      throw languageError(
        "formula.too_deep",
        `More than ${DEEPEST_NESTING} levels stand inside each other.`,
        this.#peek().at,
      );
    }
    let left = this.#operand();
    for (;;) {
      const token = this.#peek();
      if (token.kind !== "symbol" || !isBinaryOp(token.text) || BINDING[token.text] <= weakest) break;
      const op = token.text;
      if (
        BINDING[op] === COMPARISON &&
        left.kind === "binary" &&
        BINDING[left.op] === COMPARISON &&
        !this.#closed(left)
      ) {
        throw languageError("formula.chained_comparison", `A second comparison ${op} follows the first.`, token.at);
      }
      this.#take();
      left = { kind: "binary", op, left, right: this.#expression(BINDING[op]), at: token.at };
    }
    this.#nesting -= 1;
    return left;
  }

  readonly #inBrackets = new Set<Tree>();

  #closed(tree: Tree): boolean {
    return this.#inBrackets.has(tree);
  }

  #operand(): Tree {
    const token = this.#take();
    switch (token.kind) {
      case "number":
        return { kind: "number", value: token.text, at: token.at };
      case "text":
        return { kind: "text", value: token.text, at: token.at };
      case "column":
        if (this.#mode === "formula") {
          throw languageError("formula.no_columns_here", `[${token.text}] is a column of a file.`, token.at);
        }
        return { kind: "column", name: token.text, at: token.at };
      case "name":
        return this.#takeIf("(") ? this.#call(token) : { kind: "name", name: token.text, at: token.at };
      case "end":
        throw languageError("formula.unexpected_end", "The text ends where a value should follow.", token.at);
      case "symbol":
        return this.#bracketOrMinus(token);
    }
  }

  #bracketOrMinus(token: Token): Tree {
    if (token.text === "(") {
      const inner = this.#expression(0);
      this.#close(token);
      this.#inBrackets.add(inner);
      return inner;
    }
    if (token.text !== "-") throw unexpected(token);
    this.#nesting += 1;
    if (this.#nesting > DEEPEST_NESTING) {
      throw languageError("formula.too_deep", `More than ${DEEPEST_NESTING} signs follow each other.`, token.at);
    }
    const operand = this.#operand();
    this.#nesting -= 1;
    return { kind: "unary", op: "-", operand, at: token.at };
  }

  #call(name: Token): Tree {
    const args: Tree[] = [];
    if (!this.#takeIf(")")) {
      do args.push(this.#expression(0));
      while (this.#takeIf(","));
      this.#close(name);
    }
    return { kind: "call", fn: name.text, args, at: name.at };
  }

  #close(opener: Token): void {
    if (this.#takeIf(")")) return;
    const token = this.#peek();
    if (token.kind !== "end") throw unexpected(token);
    const opened = opener.kind === "name" ? `${opener.text}(` : "The bracket (";
    throw languageError("formula.unclosed_bracket", `${opened} is never closed.`, opener.at);
  }
}

function isBinaryOp(text: string): text is BinaryOp {
  return Object.hasOwn(BINDING, text);
}

function unexpected(token: Token) {
  const remedy =
    token.kind === "name" && ["and", "or", "not"].includes(token.text.toLowerCase())
      ? `Write ${token.text.toLowerCase()}(…) as a function, around what it joins.`
      : token.text === ")"
        ? "Remove the ) or open it before."
        : undefined;
  const shown = token.kind === "column" ? `[${token.text}]` : token.text;
  return languageError("formula.unexpected", `“${shown}” cannot stand here.`, token.at, remedy);
}
