import type { Decimal } from "decimal.js";
import { Exact } from "./exact.ts";
import type { EvaluateCall } from "./functions/formula-function.ts";
import { formulaFunction } from "./functions/index.ts";
import { print } from "./print.ts";
import type { BinaryOp, Tree } from "./tree.ts";
import {
  type BooleanValue,
  type Distribution,
  emptyValue,
  type NumberValue,
  okValue,
  type Survival,
  type Value,
} from "./value.ts";

/**
 * Where a formula's names get their values: `previousSteps` periods earlier, 0 = the period itself; with `ofAll`, over all
 * segments of the answer instead of the one at hand.
 */
export interface Environment {
  readonly value: (name: string, previousSteps: number, ofAll: boolean) => Value;
  readonly survival: Survival;
}

/**
 * The value of a checked formula, exact to 40 digits. Nothing in, nothing out: a missing part makes the whole empty with
 * that part's state and reason; a divisor of 0 gives `zero_denominator` and names the divisor. Throws TypeError on a tree
 * that `checkFormula` would refuse.
 */
export function evaluate(tree: Tree, environment: Environment): NumberValue {
  return numberOf(tree, environment, HERE);
}

/** The period and the segment at which a part is computed. */
interface Spot {
  readonly steps: number;
  readonly ofAll: boolean;
}

const HERE: Spot = { steps: 0, ofAll: false };

type Outcome = Value | BooleanValue;

function outcome(tree: Tree, environment: Environment, spot: Spot): Outcome {
  switch (tree.kind) {
    case "number":
      return okValue(new Exact(tree.value));
    case "name": {
      const value = environment.value(tree.name, spot.steps, spot.ofAll);
      return value.kind === "number" && value.value !== null ? { ...value, value: new Exact(value.value) } : value;
    }
    case "unary":
      return mapped(numberOf(tree.operand, environment, spot), (value) => okValue(value.neg()));
    case "binary": {
      const left = numberOf(tree.left, environment, spot);
      if (left.value === null) return asOutcome(left, tree.op);
      const right = numberOf(tree.right, environment, spot);
      if (right.value === null) return asOutcome(right, tree.op);
      return BINARY[tree.op](left.value, right.value, tree.right);
    }
    case "call": {
      const fn = formulaFunction(tree.fn);
      if (fn === undefined) throw new TypeError(`no function ${tree.fn}`);
      return fn.evaluate(evaluateCall(tree.args, environment, spot));
    }
    case "text":
    case "column":
      throw new TypeError(`${tree.kind} in a formula`);
  }
}

const compare =
  (holds: (order: number) => boolean) =>
  (left: Decimal, right: Decimal): BooleanValue => ({ kind: "boolean", value: holds(left.cmp(right)), state: "ok" });

const BINARY: Readonly<Record<BinaryOp, (left: Decimal, right: Decimal, divisor: Tree) => NumberValue | BooleanValue>> =
  {
    "+": (left, right) => okValue(left.plus(right)),
    "-": (left, right) => okValue(left.minus(right)),
    "*": (left, right) => okValue(left.times(right)),
    "/": (left, right, divisor) =>
      right.isZero()
        ? emptyValue("zero_denominator", { code: "zero_denominator", params: { divisor: print(divisor) } })
        : okValue(left.div(right)),
    "<": compare((order) => order < 0),
    "<=": compare((order) => order <= 0),
    ">": compare((order) => order > 0),
    ">=": compare((order) => order >= 0),
    "=": compare((order) => order === 0),
    "!=": compare((order) => order !== 0),
  };

function asOutcome(missing: NumberValue, op: BinaryOp): NumberValue | BooleanValue {
  if (op === "+" || op === "-" || op === "*" || op === "/") return missing;
  const { state, reason } = missing;
  return { kind: "boolean", value: null, state, ...(reason === undefined ? {} : { reason }) };
}

function mapped(value: NumberValue, compute: (value: Decimal) => NumberValue): NumberValue {
  return value.value === null ? value : compute(value.value);
}

function numberOf(tree: Tree, environment: Environment, spot: Spot): NumberValue {
  const value = outcome(tree, environment, spot);
  if (value.kind !== "number") throw new TypeError(`${print(tree)} is not a number`);
  return value;
}

function distributionOf(tree: Tree, environment: Environment, spot: Spot): Distribution | NumberValue {
  const value = outcome(tree, environment, spot);
  if (value.kind === "distribution" || (value.kind === "number" && value.value === null)) return value;
  throw new TypeError(`${print(tree)} is not a distribution`);
}

function evaluateCall(args: readonly Tree[], environment: Environment, spot: Spot): EvaluateCall {
  const arg = (index: number): Tree => {
    const tree = args[index];
    if (tree === undefined) throw new RangeError(`no argument ${index}`);
    return tree;
  };
  return {
    args,
    number: (index) => numberOf(arg(index), environment, spot),
    previousNumber: (index) => numberOf(arg(index), environment, { ...spot, steps: spot.steps + 1 }),
    wholeNumber: (index) => numberOf(arg(index), environment, { ...spot, ofAll: true }),
    distribution: (index) => distributionOf(arg(index), environment, spot),
    condition: (index) => {
      const value = outcome(arg(index), environment, spot);
      if (value.kind !== "boolean") throw new TypeError(`${print(arg(index))} is not a condition`);
      return value;
    },
    survival: environment.survival,
    decimal: (value) => new Exact(value),
  };
}
