import { BINDING, COMPARISON } from "./parse.ts";
import type { BinaryOp, Tree } from "./tree.ts";

const ATOM = 9;

/** The canonical text of a tree: one blank around operators, no bracket that the reading does not need. */
export function print(tree: Tree): string {
  switch (tree.kind) {
    case "number":
      return tree.value;
    case "text":
      return printText(tree.value);
    case "name":
      return tree.name;
    case "column":
      return `[${tree.name.replaceAll("]", "]]")}]`;
    case "call":
      return `${tree.fn}(${tree.args.map(print).join(", ")})`;
    case "unary":
      return `-${enclosedBelow(tree.operand, ATOM)}`;
    case "binary":
      return `${enclosedBelow(tree.left, leftNeeds(tree.op))} ${tree.op} ${enclosedBelow(tree.right, BINDING[tree.op] + 1)}`;
  }
}

function leftNeeds(op: BinaryOp): number {
  return BINDING[op] === COMPARISON ? COMPARISON + 1 : BINDING[op];
}

function enclosedBelow(tree: Tree, strength: number): string {
  const own = tree.kind === "binary" ? BINDING[tree.op] : ATOM;
  return own < strength ? `(${print(tree)})` : print(tree);
}

function printText(value: string): string {
  const quote = value.includes("'") && !value.includes('"') ? '"' : "'";
  return quote + value.replaceAll(quote, quote + quote) + quote;
}
