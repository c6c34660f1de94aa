import { didYouMeanText } from "../did-you-mean.ts";
import { type LanguageErrorCode, languageError } from "../language-error.ts";
import { print } from "../print.ts";
import type { BinaryOp, Tree } from "../tree.ts";
import type { RowCall, RowFunction, RowScope } from "./row-function.ts";
import { isRowFunctionId, ROW_FUNCTIONS } from "./row-functions.ts";
import { commonType, ROW_TYPE_WORDS, type RowType } from "./row-type.ts";

/** A row expression whose every part has a type. */
export interface CheckedRow {
  readonly tree: Tree;
  readonly type: RowType;
  /** The type of a node of `tree`. */
  readonly typeOf: (node: Tree) => RowType;
}

/** Types a row expression. Throws a LeadlineError at the column of an unknown name or a part of the wrong type. */
export function checkRow(tree: Tree, scope: RowScope): CheckedRow {
  const types = new Map<Tree, RowType>();
  const type = typed(tree, scope, types);
  const typeOf = (node: Tree): RowType => {
    const found = types.get(node);
    if (found === undefined) throw new RangeError(`${print(node)} is no part of the checked expression`);
    return found;
  };
  return { tree, type, typeOf };
}

/** Words that stand for themselves in row expressions. */
const ROW_CONSTANTS: Readonly<Record<string, RowType>> = { true: "boolean", false: "boolean", null: "null" };

function typed(tree: Tree, scope: RowScope, types: Map<Tree, RowType>): RowType {
  const type = typeOfNode(tree, scope, types);
  types.set(tree, type);
  return type;
}

function typeOfNode(tree: Tree, scope: RowScope, types: Map<Tree, RowType>): RowType {
  switch (tree.kind) {
    case "number":
      return typeOfNumber(tree.value, tree.at);
    case "text":
      return "text";
    case "column":
      if (scope.columns.has(tree.name)) return "text";
      throw languageError(
        "expression.unknown_column",
        `The layout has no field [${tree.name}].`,
        tree.at,
        didYouMeanText(tree.name, scope.columns),
      );
    case "name": {
      const constant = Object.hasOwn(ROW_CONSTANTS, tree.name) ? ROW_CONSTANTS[tree.name] : undefined;
      if (constant !== undefined) return constant;
      const remedy = scope.columns.has(tree.name) ? `Write [${tree.name}] for the field.` : undefined;
      throw languageError("expression.unknown_name", `“${tree.name}” means nothing here.`, tree.at, remedy);
    }
    case "unary": {
      const type = typed(tree.operand, scope, types);
      if (type === "number" || type === "integer" || type === "money") return type;
      throw wrongType("A minus needs a number", tree.operand, type);
    }
    case "binary": {
      const left = { tree: tree.left, type: typed(tree.left, scope, types) };
      const right = { tree: tree.right, type: typed(tree.right, scope, types) };
      return BINARY[tree.op](left, right, tree);
    }
    case "call":
      return typeOfCall(tree, scope, types);
  }
}

/** Whole numbers of up to 18 digits, others of up to 28 before the point: the engine's types hold no more. */
function typeOfNumber(digits: string, at: number): RowType {
  const [whole = "", fraction] = digits.split(".");
  if (whole.length > 28) throw languageError("expression.number_too_large", `${digits} has more than 28 digits.`, at);
  return fraction === undefined && whole.length <= 18 ? "integer" : "number";
}

type Call = Extract<Tree, { kind: "call" }>;
type Binary = Extract<Tree, { kind: "binary" }>;
interface Part {
  readonly tree: Tree;
  readonly type: RowType;
}
type BinaryType = (left: Part, right: Part, tree: Binary) => RowType;

const NUMBERS: readonly RowType[] = ["number", "integer"];
const AMOUNTS: readonly RowType[] = ["number", "integer", "money"];

function unlike(left: Part, right: Part, { op, at }: Binary) {
  const sentence = `${ROW_TYPE_WORDS[left.type]} ${op} ${ROW_TYPE_WORDS[right.type]} has no meaning.`;
  return languageError("expression.wrong_type", sentence.charAt(0).toUpperCase() + sentence.slice(1), at);
}

const add: BinaryType = (left, right, tree) => {
  const common = commonType(left.type, right.type);
  if (common !== null && AMOUNTS.includes(common) && left.type !== "null" && right.type !== "null") return common;
  throw unlike(left, right, tree);
};

const multiply: BinaryType = (left, right, tree) => {
  const numbers = [left.type, right.type].filter((type) => NUMBERS.includes(type)).length;
  const money = [left.type, right.type].filter((type) => type === "money").length;
  if (numbers === 2) return left.type === "integer" && right.type === "integer" ? "integer" : "number";
  if (numbers === 1 && money === 1) return "money";
  throw unlike(left, right, tree);
};

const divide: BinaryType = (left, right, tree) => {
  if (left.type === "money" && NUMBERS.includes(right.type)) return "money";
  if (left.type === "money" && right.type === "money") return "number";
  if (NUMBERS.includes(left.type) && NUMBERS.includes(right.type)) return "number";
  throw unlike(left, right, tree);
};

const same: BinaryType = (left, right, tree) => {
  const amounts = AMOUNTS.includes(left.type) && AMOUNTS.includes(right.type);
  if (amounts || commonType(left.type, right.type) !== null) return "boolean";
  throw unlike(left, right, tree);
};

const order: BinaryType = (left, right, tree) => {
  const ordered: readonly RowType[] = [...AMOUNTS, "date", "datetime"];
  if (ordered.includes(left.type) && ordered.includes(right.type)) return same(left, right, tree);
  throw unlike(left, right, tree);
};

const BINARY: Readonly<Record<BinaryOp, BinaryType>> = {
  "+": add,
  "-": add,
  "*": multiply,
  "/": divide,
  "=": same,
  "!=": same,
  "<": order,
  "<=": order,
  ">": order,
  ">=": order,
};

function typeOfCall(tree: Call, scope: RowScope, types: Map<Tree, RowType>): RowType {
  if (!isRowFunctionId(tree.fn)) {
    const remedy = didYouMeanText(tree.fn, Object.keys(ROW_FUNCTIONS));
    throw languageError("expression.unknown_function", `There is no function “${tree.fn}”.`, tree.at, remedy);
  }
  const fn: RowFunction = ROW_FUNCTIONS[tree.fn];
  const { least, most } = fn.arguments;
  if (tree.args.length < least || tree.args.length > most) {
    const wanted = least === most ? `${least}` : most >= 100 ? `at least ${least}` : `${least} to ${most}`;
    const sentence = `${tree.fn} takes ${wanted} argument${wanted === "1" ? "" : "s"}, not ${tree.args.length}.`;
    throw languageError("expression.wrong_number_of_arguments", sentence, tree.at, `Write ${fn.signature}.`);
  }
  const given = tree.args.map((arg) => typed(arg, scope, types));
  return fn.check(rowCall(tree, fn, given, scope));
}

function rowCall(tree: Call, fn: RowFunction, types: readonly RowType[], scope: RowScope): RowCall {
  const arg = (index: number): Tree => {
    const found = tree.args[index];
    if (found === undefined) throw new RangeError(`${tree.fn} has no argument ${index}`);
    return found;
  };
  const type = (index: number): RowType => types[index] ?? "null";
  const oneOf: RowCall["oneOf"] = (index, allowed) => {
    const found = type(index);
    if (found === "null" || allowed.includes(found)) return found === "null" ? (allowed[0] ?? "null") : found;
    const wanted = allowed.map((one) => ROW_TYPE_WORDS[one]).join(" or ");
    throw wrongType(`${tree.fn} needs ${wanted} here`, arg(index), found);
  };
  const fail = (code: LanguageErrorCode, index: number, sentence: string, remedy?: string) =>
    languageError(code, sentence, tree.args[index]?.at ?? tree.at, remedy);
  return {
    args: tree.args,
    types,
    scope,
    type,
    oneOf,
    constantText: (index) => {
      const found = arg(index);
      if (found.kind === "text") return found.value;
      throw fail("expression.not_constant", index, `${tree.fn} needs a plain text here.`, `Write ${fn.signature}.`);
    },
    constantInteger: (index) => {
      const value = integerOf(arg(index));
      if (value !== undefined) return value;
      throw fail("expression.not_constant", index, `${tree.fn} needs a whole number here.`, `Write ${fn.signature}.`);
    },
    common: (indexes) =>
      indexes.reduce<RowType>((shared, index) => {
        const found = commonType(shared, type(index));
        if (found !== null) return found;
        const sentence = `${tree.fn} gives ${ROW_TYPE_WORDS[shared]} before and ${ROW_TYPE_WORDS[type(index)]} here.`;
        throw fail("expression.wrong_type", index, sentence);
      }, "null"),
    fail: (code, index, sentence, remedy) => fail(`expression.${code}`, index, sentence, remedy),
  };
}

/** The value of a whole number written as such, perhaps with a minus. */
export function integerOf(tree: Tree): number | undefined {
  if (tree.kind === "unary") {
    const value = integerOf(tree.operand);
    return value === undefined ? undefined : -value;
  }
  return tree.kind === "number" && /^\d{1,9}$/.test(tree.value) ? Number(tree.value) : undefined;
}

function wrongType(needs: string, tree: Tree, type: RowType) {
  const remedy = tree.kind === "column" ? `Say how to read it, such as number([${tree.name}]).` : undefined;
  return languageError(
    "expression.wrong_type",
    `${needs}, and ${print(tree)} is ${ROW_TYPE_WORDS[type]}.`,
    tree.at,
    remedy,
  );
}
