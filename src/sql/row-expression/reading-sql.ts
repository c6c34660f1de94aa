import type { READING_FUNCTIONS } from "../../language/row/reading-functions.ts";
import type { RowType } from "../../language/row/row-type.ts";
import { textList } from "../channel/text-literal.ts";
import { type CallSql, type FunctionSql, fromArguments } from "./call-sql.ts";
import { allOf, anyOf, asNumber, type Compiled, nothing } from "./compiled.ts";
import { type DateNotation, daySql, instantSql, workspaceDay } from "./read-date.ts";
import { integerOf, integerSql, isUnreadNumber, moneyOf, numberSql, type Source } from "./read-number.ts";
import { isFilled, withoutTokens } from "./read-text.ts";
import type { RowContext } from "./row-context.ts";

/** The text of a text argument, as it stands and trimmed. */
function sourceOf({ raw, value }: Compiled): Source {
  return { raw: raw ?? value, trimmed: value };
}

function dateNotation({ dateOrder, fileZone, workspaceZone }: RowContext): DateNotation {
  return { order: dateOrder, fileZone, workspaceZone };
}

/** What a number reader gives: empty for masked figures and words for nothing, invalid for the rest. */
function figure({ args, context }: CallSql, type: RowType, value: string): Compiled {
  const [arg] = args;
  if (arg === undefined) throw new RangeError("a reader without argument");
  return { type, value, invalid: anyOf(arg.invalid, isUnreadNumber(value, sourceOf(arg), context.nullTokens)) };
}

/** From one number type to another; what no longer fits is invalid. */
function converted(arg: Compiled, type: RowType, value: string): Compiled {
  return { type, value, invalid: anyOf(arg.invalid, `(isNull(${value}) AND isNotNull(${arg.value}))`) };
}

function dated({ args, context }: CallSql, type: RowType, value: string): Compiled {
  const [arg] = args;
  if (arg === undefined) throw new RangeError("a reader without argument");
  return {
    type,
    value,
    invalid: anyOf(arg.invalid, allOf(`isNull(${value})`, isFilled(arg.value, context.nullTokens))),
  };
}

const YES = ["yes", "y", "true", "t", "1", "on", "ja", "是", "对"];
const NO = ["no", "n", "false", "f", "0", "off", "nein", "否"];

export const READING_SQL: Readonly<Record<keyof typeof READING_FUNCTIONS, FunctionSql>> = {
  text: (call) => {
    const arg = call.arg(0);
    if (arg.type === "text") return { ...arg, value: withoutTokens(arg.value, call.context.nullTokens) };
    return fromArguments(call, "text", `ifNull(toString(${arg.value}), '')`);
  },
  number: (call) => {
    const arg = call.arg(0);
    if (arg.type === "null") return nothing("number");
    if (arg.type !== "text") return { type: "number", value: asNumber(arg), invalid: arg.invalid };
    return figure(call, "number", numberSql(sourceOf(arg), { decimal: call.context.decimal, percent: "sign" }));
  },
  integer: (call) => {
    const arg = call.arg(0);
    if (arg.type === "null") return nothing("integer");
    if (arg.type === "integer") return arg;
    if (arg.type === "number") return converted(arg, "integer", integerOf(arg.value));
    return figure(call, "integer", integerSql(sourceOf(arg), call.context.decimal));
  },
  percent: (call) => {
    const arg = call.arg(0);
    if (arg.type === "null") return nothing("number");
    if (arg.type !== "text") return { type: "number", value: `${asNumber(arg)} / 100`, invalid: arg.invalid };
    return figure(call, "number", numberSql(sourceOf(arg), { decimal: call.context.decimal, percent: "always" }));
  },
  money: (call) => {
    const arg = call.arg(0);
    if (arg.type === "null") return nothing("money");
    if (arg.type === "money") return arg;
    if (arg.type !== "text") return converted(arg, "money", moneyOf(asNumber(arg)));
    const number = numberSql(sourceOf(arg), { decimal: call.context.decimal, percent: "never" });
    return figure(call, "money", moneyOf(number));
  },
  date: (call) => {
    const arg = call.arg(0);
    if (arg.type === "null") return nothing("date");
    if (arg.type === "date") return arg;
    const notation = dateNotation(call.context);
    if (arg.type === "datetime")
      return { type: "date", value: workspaceDay(arg.value, notation), invalid: arg.invalid };
    return dated(call, "date", daySql(sourceOf(arg), notation));
  },
  datetime: (call) => {
    const arg = call.arg(0);
    if (arg.type === "null") return nothing("datetime");
    if (arg.type === "datetime") return arg;
    return dated(call, "datetime", instantSql(sourceOf(arg), dateNotation(call.context)));
  },
  epoch: (call) => {
    const arg = call.arg(0);
    if (arg.type === "null") return nothing("datetime");
    const seconds = `toUInt32OrNull(if(match(${arg.value}, '^[0-9]{10}([0-9]{3})?$'), left(${arg.value}, 10), ''))`;
    return dated(call, "datetime", `toDateTime(${seconds}, 'UTC')`);
  },
  flag: (call) => {
    const arg = call.arg(0);
    if (arg.type === "null") return nothing("boolean");
    if (arg.type === "boolean") return arg;
    const word = `lowerUTF8(${arg.value})`;
    return dated(call, "boolean", `multiIf(has(${textList(YES)}, ${word}), 1, has(${textList(NO)}, ${word}), 0, NULL)`);
  },
};
