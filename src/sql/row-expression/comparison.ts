import { commonType, type RowType } from "../../language/row/row-type.ts";
import { anyOf, asNumber, type Compiled, isEmpty, widened } from "./compiled.ts";

export type Comparison = "<" | "<=" | ">" | ">=" | "=" | "!=";

const AMOUNTS: readonly RowType[] = ["number", "integer", "money"];

/** A comparison that is never null: empty equals empty, and nothing is before or after what is empty. */
export function comparison(op: Comparison, left: Compiled, right: Compiled): Compiled {
  const invalid = anyOf(left.invalid, right.invalid);
  if (left.type === "null" || right.type === "null") {
    const empty = isEmpty(left.type === "null" ? right : left);
    return { type: "boolean", value: op === "=" ? `(${empty})` : `NOT (${empty})`, invalid };
  }
  const [a, b] = sides(left, right);
  if (op === "=" || op === "!=") {
    const same =
      left.type === "text" ? `(${a} = ${b})` : `ifNull(${a} = ${b}, isNull(${left.value}) AND isNull(${right.value}))`;
    return { type: "boolean", value: op === "=" ? same : `NOT ${same}`, invalid };
  }
  return { type: "boolean", value: `ifNull(${a} ${op} ${b}, 0)`, invalid };
}

function sides(left: Compiled, right: Compiled): readonly [string, string] {
  if (left.type === right.type) return [left.value, right.value];
  if (AMOUNTS.includes(left.type) && AMOUNTS.includes(right.type)) return [asNumber(left), asNumber(right)];
  const type = commonType(left.type, right.type);
  if (type === null) throw new TypeError(`${left.type} beside ${right.type}`);
  return [widened(left, type).value, widened(right, type).value];
}
