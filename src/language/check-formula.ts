import { didYouMeanText } from "./did-you-mean.ts";
import type { CheckCall, CheckedArgument, FormulaFunction } from "./functions/formula-function.ts";
import { FORMULA_FUNCTIONS, formulaFunction } from "./functions/index.ts";
import { languageError } from "./language-error.ts";
import { BINDING, COMPARISON } from "./parse.ts";
import { print } from "./print.ts";
import type { BinaryOp, Tree } from "./tree.ts";
import {
  BOOLEAN,
  divideUnits,
  isPure,
  multiplyUnits,
  type NumberUnit,
  PURE,
  sameUnit,
  type Unit,
  unitOfBase,
} from "./unit.ts";
import { unitText } from "./unit-text.ts";

export type UnitOf = (name: string) => Unit | undefined;

/**
 * The unit of a KPI's formula, always of a number. Throws a LeadlineError at the column of an unknown name (with the
 * nearest of `knownNames`), a wrong argument, or unlike units that are added or compared. The literal 0 fits any unit.
 */
export function checkFormula(tree: Tree, unitOf: UnitOf, knownNames: Iterable<string> = []): NumberUnit {
  const unit = unitOfTree(tree, unitOf, knownNames);
  if (unit.kind === "number") return unit;
  throw languageError("formula.not_a_number", `The formula gives ${described(unit)}, not a number.`, tree.at);
}

/** The unit of any part of a formula: also distributions and conditions. */
function unitOfTree(tree: Tree, unitOf: UnitOf, knownNames: Iterable<string> = []): Unit {
  const inner = (part: Tree): CheckedArgument => ({ tree: part, unit: unitOfTree(part, unitOf, knownNames) });
  switch (tree.kind) {
    case "number":
      return PURE;
    case "text":
      throw languageError("formula.no_text_here", `A text, ${print(tree)}, stands in the formula.`, tree.at);
    case "column":
      throw languageError("formula.no_columns_here", `${print(tree)} is a column of a file.`, tree.at);
    case "name": {
      const unit = unitOf(tree.name);
      if (unit !== undefined) return unit;
      const remedy = didYouMeanText(tree.name, knownNames);
      throw languageError("formula.unknown_name", `There is nothing named “${tree.name}”.`, tree.at, remedy);
    }
    case "unary":
      return numberOnly(inner(tree.operand));
    case "binary":
      return BINARY[tree.op](inner(tree.left), inner(tree.right), tree.at);
    case "call": {
      const fn = formulaFunction(tree.fn);
      if (fn === undefined) {
        const remedy = didYouMeanText(
          tree.fn,
          FORMULA_FUNCTIONS.map(({ id }) => id),
        );
        throw languageError("formula.unknown_function", `There is no function “${tree.fn}”.`, tree.at, remedy);
      }
      checkArity(fn, tree.args.length, tree.at);
      return fn.check(checkCall(fn, tree.args.map(inner), tree.at));
    }
  }
}

type BinaryCheck = (left: CheckedArgument, right: CheckedArgument, at: number) => Unit;

const add: BinaryCheck = (left, right, at) => commonUnit([left, right], at, "added or subtracted");
const compare: BinaryCheck = (left, right, at) => {
  commonUnit([left, right], at, "compared");
  return BOOLEAN;
};

const BINARY: Readonly<Record<BinaryOp, BinaryCheck>> = {
  "+": add,
  "-": add,
  "*": (left, right) => multiplyUnits(numberOnly(left), numberOnly(right)),
  "/": (left, right) => divideUnits(numberOnly(left), numberOnly(right)),
  "<": compare,
  "<=": compare,
  ">": compare,
  ">=": compare,
  "=": compare,
  "!=": compare,
};

function commonUnit(parts: readonly CheckedArgument[], at: number, deed: string): NumberUnit {
  let shared: { readonly unit: NumberUnit; readonly tree: Tree } | undefined;
  for (const part of parts) {
    const unit = numberOnly(part);
    if (isZero(part.tree)) continue;
    if (shared === undefined) shared = { unit, tree: part.tree };
    else if (!sameUnit(shared.unit, unit)) {
      const sentence = `${shown(shared.tree)} is ${described(shared.unit)} and ${shown(part.tree)} is ${described(unit)}: they cannot be ${deed}.`;
      throw languageError("formula.unlike_units", sentence, at);
    }
  }
  return shared?.unit ?? PURE;
}

function numberOnly({ tree, unit }: CheckedArgument): NumberUnit {
  if (unit.kind === "number") return unit;
  const remedy =
    unit.kind === "distribution"
      ? "Take one number of it first: median(d), quantile(d, 0.9), km_median(d)."
      : "Use the condition in if(condition, a, b).";
  throw languageError("formula.wrong_argument", `${shown(tree)} is ${described(unit)}, not a number.`, tree.at, remedy);
}

function isZero(tree: Tree): boolean {
  return tree.kind === "number" && Number(tree.value) === 0;
}

function shown(tree: Tree): string {
  const text = print(tree);
  return `“${text.length > 60 ? `${text.slice(0, 57)}…` : text}”`;
}

const ARTICLES: Readonly<Record<string, string>> = { "plain number": "a", distribution: "a", count: "a", number: "a" };

function described(unit: Unit): string {
  if (unit.kind === "boolean") return "a condition";
  const text = unitText(unit, "en");
  const article = Object.keys(ARTICLES).find((start) => text.startsWith(start));
  return article === undefined ? text : `${ARTICLES[article]} ${text}`;
}

function checkArity(fn: FormulaFunction, given: number, at: number): void {
  const { least, most } = fn.arguments;
  if (given >= least && given <= most) return;
  const wanted = least === most ? `${least}` : most >= 20 ? `at least ${least}` : `${least} to ${most}`;
  throw languageError(
    "formula.wrong_number_of_arguments",
    `${fn.id} takes ${wanted} argument${wanted === "1" ? "" : "s"}, not ${given}.`,
    at,
    `Write ${fn.signature}.`,
  );
}

function checkCall(fn: FormulaFunction, args: readonly CheckedArgument[], at: number): CheckCall {
  const arg = (index: number): CheckedArgument => {
    const found = args[index];
    if (found === undefined) throw new RangeError(`${fn.id} has no argument ${index}`);
    return found;
  };
  const wrong = (index: number, expected: string) => {
    const { tree, unit } = arg(index);
    const sentence = `${fn.id} needs ${expected} here, and ${shown(tree)} is ${described(unit)}.`;
    return languageError("formula.wrong_argument", sentence, tree.at, `Write ${fn.signature}.`);
  };
  const number = (index: number): NumberUnit => {
    const { unit } = arg(index);
    if (unit.kind === "number") return unit;
    throw wrong(index, "a number");
  };
  return {
    args,
    arg,
    wrong,
    number,
    pure: (index) => {
      if (!isPure(arg(index).unit)) throw wrong(index, "a plain number");
    },
    months: (index) => {
      const { unit } = arg(index);
      if (!isPure(unit) && !sameUnit(unit, unitOfBase("months"))) throw wrong(index, "a number of months");
    },
    distribution: (index) => {
      const { unit } = arg(index);
      if (unit.kind === "distribution") return unit.of;
      throw wrong(index, "a distribution");
    },
    condition: (index) => {
      const { tree, unit } = arg(index);
      const comparison = tree.kind === "binary" && BINDING[tree.op] === COMPARISON;
      if (unit.kind !== "boolean" || !comparison) throw wrong(index, "a comparison such as a > b");
    },
    common: (indexes) => {
      for (const index of indexes) number(index);
      return commonUnit(indexes.map(arg), at, `the arguments of one ${fn.id}`);
    },
  };
}
