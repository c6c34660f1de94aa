import type { RowType } from "../../language/row/row-type.ts";
import type { Tree } from "../../language/tree.ts";
import { anyOf, type Compiled } from "./compiled.ts";
import type { RowContext } from "./row-context.ts";

/** A call whose arguments are compiled already. */
export interface CallSql {
  /** What the whole call gives. */
  readonly type: RowType;
  readonly trees: readonly Tree[];
  readonly args: readonly Compiled[];
  readonly arg: (index: number) => Compiled;
  readonly context: RowContext;
}

export type FunctionSql = (call: CallSql) => Compiled;

/** The value of an argument that the check made sure is a plain text. */
export function constantText({ trees }: CallSql, index: number): string {
  const tree = trees[index];
  if (tree?.kind !== "text") throw new TypeError(`argument ${index + 1} is not a plain text`);
  return tree.value;
}

/** A result that is unreadable where any argument is. */
export function fromArguments(call: CallSql, type: RowType, value: string): Compiled {
  return { type, value, invalid: anyOf(...call.args.map((arg) => arg.invalid)) };
}
