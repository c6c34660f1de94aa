import type { Decimal } from "decimal.js";
import type { LeadlineError } from "../leadline-error.ts";
import type { Tree } from "../tree.ts";
import type { NumberUnit, Unit } from "../unit.ts";
import type { BooleanValue, Distribution, NumberValue, Survival } from "../value.ts";

/** One argument, as the check sees it. */
export interface CheckedArgument {
  readonly tree: Tree;
  readonly unit: Unit;
}

/** What a function's check may ask; each method throws a LeadlineError at the argument's column. */
export interface CheckCall {
  readonly args: readonly CheckedArgument[];
  readonly arg: (index: number) => CheckedArgument;
  readonly number: (index: number) => NumberUnit;
  readonly pure: (index: number) => void;
  /** A number of months, written plainly or measured in months. */
  readonly months: (index: number) => void;
  readonly distribution: (index: number) => NumberUnit;
  readonly condition: (index: number) => void;
  /** The one unit that all these arguments share; a literal 0 fits any. */
  readonly common: (indexes: readonly number[]) => NumberUnit;
  readonly wrong: (index: number, expected: string) => LeadlineError;
}

/** What a function may ask while computing; arguments are computed when asked for. */
export interface EvaluateCall {
  readonly args: readonly Tree[];
  readonly number: (index: number) => NumberValue;
  /** The argument as it was one period earlier. */
  readonly previousNumber: (index: number) => NumberValue;
  /** The argument over all segments of the answer. */
  readonly wholeNumber: (index: number) => NumberValue;
  readonly condition: (index: number) => BooleanValue;
  /** A number stands for a distribution that is not there, and says why. */
  readonly distribution: (index: number) => Distribution | NumberValue;
  readonly survival: Survival;
  readonly decimal: (value: number) => Decimal;
}

/** A function of the formula language. */
export interface FormulaFunction {
  readonly id: string;
  readonly signature: string;
  readonly summary: { readonly en: string; readonly zh: string };
  readonly arguments: { readonly least: number; readonly most: number };
  readonly check: (call: CheckCall) => Unit;
  readonly evaluate: (call: EvaluateCall) => NumberValue;
}
