import type { RowType } from "../../language/row/row-type.ts";
import { allOf, anyOf, asNumber, type Compiled } from "./compiled.ts";

type Operator = "+" | "-" | "*" | "/";

/**
 * Sums, products and quotients that never wrap and never fail: computed wider than their parts and brought back; what does
 * not fit back is invalid. A quotient over 0 is empty.
 */
export function arithmetic(op: Operator, type: RowType, left: Compiled, right: Compiled): Compiled {
  const value = back(type, WIDE[op](left, right, type));
  const computable = [`isNotNull(${left.value})`, `isNotNull(${right.value})`];
  if (op === "/") computable.push(`${right.value} != 0`);
  const overflow = `ifNull(${allOf(`isNull(${value})`, ...computable)}, 0)`;
  return { type, value, invalid: anyOf(left.invalid, right.invalid, overflow) };
}

/** The value with its sign turned, or without its sign. */
export function signed(part: Compiled, how: "negate" | "abs"): Compiled {
  const turned = (value: string) => (how === "negate" ? `-(${value})` : `abs(${value})`);
  if (part.type !== "integer") return { ...part, value: turned(part.value) };
  const value = `accurateCastOrNull(${turned(`toInt128(${part.value})`)}, 'Int64')`;
  return { ...part, value, invalid: anyOf(part.invalid, `(isNull(${value}) AND isNotNull(${part.value}))`) };
}

type Wide = (left: Compiled, right: Compiled, type: RowType) => string;

const sum =
  (op: "+" | "-"): Wide =>
  (left, right, type) => {
    if (type === "integer") return `toInt128(${left.value}) ${op} toInt128(${right.value})`;
    if (type === "money") return `toDecimal128(${left.value}, 4) ${op} toDecimal128(${right.value}, 4)`;
    return `toDecimal256(${left.value}, 10) ${op} toDecimal256(${right.value}, 10)`;
  };

const WIDE: Readonly<Record<Operator, Wide>> = {
  "+": sum("+"),
  "-": sum("-"),
  "*": (left, right, type) =>
    type === "integer"
      ? `toInt128(${left.value}) * toInt128(${right.value})`
      : `multiplyDecimal(${asNumber(left)}, ${asNumber(right)}, 10)`,
  "/": (left, right) => {
    const divisor = asNumber(right);
    const isZero = `ifNull(${right.value} = 0, 1)`;
    const safe = `if(${isZero}, toDecimal128(1, 10), assumeNotNull(${divisor}))`;
    return `if(${isZero}, NULL, divideDecimal(${asNumber(left)}, ${safe}, 10))`;
  },
};

function back(type: RowType, wide: string): string {
  if (type === "integer") return `accurateCastOrNull(${wide}, 'Int64')`;
  if (type === "money") return `accurateCastOrNull(round(${wide}, 4), 'Decimal(18, 4)')`;
  return `accurateCastOrNull(${wide}, 'Decimal(38, 10)')`;
}
