import type { CHOICE_FUNCTIONS } from "../../language/row/choice-functions.ts";
import { type CallSql, type FunctionSql, fromArguments } from "./call-sql.ts";
import { ALWAYS, allOf, anyOf, type Compiled, holds, isEmpty, NEVER, nothing, widened } from "./compiled.ts";

/** Only the branch that is taken can make the row unreadable. */
function when({ args, type }: CallSql): Compiled {
  const conditions = args.filter((_, i) => i % 2 === 0 && i + 1 < args.length);
  const results = args.filter((_, i) => i % 2 === 1).map((arg) => widened(arg, type));
  const last = args.length % 2 === 1 ? args.at(-1) : undefined;
  const otherwise = last === undefined ? nothing(type) : widened(last, type);
  const choose = (pick: (part: Compiled) => string): string => {
    const pairs = conditions.flatMap((condition, i) => [holds(condition), pick(results[i] ?? otherwise)]);
    return `multiIf(${[...pairs, pick(otherwise)].join(", ")})`;
  };
  const canFail = [...results, otherwise].some(({ invalid }) => invalid !== NEVER);
  return {
    type,
    value: choose(({ value }) => value),
    invalid: anyOf(...conditions.map(({ invalid }) => invalid), canFail ? choose(({ invalid }) => invalid) : NEVER),
  };
}

/** A later value can make the row unreadable only where all before it are empty. */
function coalesce({ args, type }: CallSql): Compiled {
  const parts = args.map((arg) => widened(arg, type));
  const values = parts.map(({ value }) => value);
  const value =
    type === "text"
      ? `coalesce(${[...values.map((one) => `nullIf(${one}, '')`), "''"].join(", ")})`
      : `coalesce(${values.join(", ")})`;
  const invalid = parts.map((part, i) => allOf(...parts.slice(0, i).map(isEmpty), part.invalid));
  return { type, value, invalid: anyOf(...invalid) };
}

/** `and` looks no further once one does not hold, `or` once one does. */
function decided(join: "and" | "or"): FunctionSql {
  return ({ args }) => {
    const conditions = args.map(holds);
    const goesOn = (condition: string) => (join === "and" ? condition : `NOT ${condition}`);
    const invalid = args.map((arg, i) => allOf(...conditions.slice(0, i).map(goesOn), arg.invalid));
    return {
      type: "boolean",
      value: `${join}(${[...conditions, ...(conditions.length === 1 ? [join === "and" ? ALWAYS : NEVER] : [])].join(", ")})`,
      invalid: anyOf(...invalid),
    };
  };
}

export const CHOICE_SQL: Readonly<Record<keyof typeof CHOICE_FUNCTIONS, FunctionSql>> = {
  when,
  if: when,
  coalesce,
  is_empty: (call) => fromArguments(call, "boolean", `(${isEmpty(call.arg(0))})`),
  and: decided("and"),
  or: decided("or"),
  not: (call) => fromArguments(call, "boolean", `NOT (${holds(call.arg(0))})`),
};
