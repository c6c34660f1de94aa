import { integerOf } from "../../language/row/check-row.ts";
import type { TEXT_FUNCTIONS } from "../../language/row/text-functions.ts";
import { textLiteral } from "../channel/text-literal.ts";
import { type CallSql, constantText, type FunctionSql, fromArguments } from "./call-sql.ts";
import { isMasked } from "./read-number.ts";
import { trimmed } from "./read-text.ts";

type Sql = (...args: readonly string[]) => string;

const text =
  (sql: Sql): FunctionSql =>
  (call) =>
    fromArguments(call, "text", sql(...call.args.map((arg) => arg.value)));

const condition =
  (sql: Sql): FunctionSql =>
  (call) =>
    fromArguments(call, "boolean", sql(...call.args.map((arg) => arg.value)));

/** Excel shows numbers of more than eleven digits so and keeps fifteen of them. */
const ROUNDED = String.raw`^\d(?:[.,]\d+)?[eE]\+?\d{2}$`;

function constantInteger(call: CallSql, index: number): number {
  const tree = call.trees[index];
  const value = tree === undefined ? undefined : integerOf(tree);
  if (value === undefined) throw new TypeError(`argument ${index + 1} is not a plain number`);
  return value;
}

export const TEXT_SQL: Readonly<Record<keyof typeof TEXT_FUNCTIONS, FunctionSql>> = {
  concat: (call) => {
    const parts = call.args.map(({ type, value }) => (type === "text" ? value : `ifNull(toString(${value}), '')`));
    return fromArguments(call, "text", parts.length === 1 ? (parts[0] ?? "''") : `concat(${parts.join(", ")})`);
  },
  lower: text((x) => `lowerUTF8(${x})`),
  upper: text((x) => `upperUTF8(${x})`),
  trim: text((x = "''") => trimmed(x)),
  replace: text((x, from, to) => `replaceAll(${x}, ${from}, ${to})`),
  contains: condition((x, part) => `(position(${x}, ${part}) > 0)`),
  starts_with: condition((x, part) => `startsWith(${x}, ${part})`),
  ends_with: condition((x, part) => `endsWith(${x}, ${part})`),
  matches: condition((x, pattern) => `match(${x}, ${pattern})`),
  extract: (call) => {
    const pattern = constantText(call, 1);
    const group = call.args.length === 3 ? constantInteger(call, 2) : hasGroups(pattern) ? 1 : 0;
    return fromArguments(call, "text", `regexpExtract(${call.arg(0).value}, ${textLiteral(pattern)}, ${group})`);
  },
  split_part: (call) => {
    const n = constantInteger(call, 2);
    return fromArguments(
      call,
      "text",
      `splitByString(${textLiteral(constantText(call, 1))}, ${call.arg(0).value})[${n}]`,
    );
  },
  strip_brackets: text((x) => `replaceRegexpOne(${x}, '^\\\\[(.*)\\\\]$', '\\\\1')`),
  digits: text((x) => `replaceRegexpAll(${x}, '[^0-9]', '')`),
  email: text((x = "''") => `lowerUTF8(${trimmed(x)})`),
  email_domain: text((x = "''") => `lowerUTF8(regexpExtract(${trimmed(x)}, '@([^@\\\\s>]+)>?$', 1))`),
  is_rounded_id: condition((x) => `match(${x}, ${textLiteral(ROUNDED)})`),
  is_masked: condition((x = "''") => isMasked(x)),
};

/** Whether a pattern that the check accepted has a group. */
function hasGroups(pattern: string): boolean {
  const body = pattern.replace(/^\(\?[imsU]+\)/, "").replaceAll("(?P<", "(?<");
  return (new RegExp(`${body}|`, "u").exec("")?.length ?? 1) > 1;
}
