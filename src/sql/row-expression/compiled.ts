import type { RowType } from "../../language/row/row-type.ts";

/**
 * A part of a row expression as SQL. Texts are `String` with '' for nothing; the others Nullable. `invalid` is a condition,
 * never null: something filled could not be read.
 */
export interface Compiled {
  readonly type: RowType;
  readonly value: string;
  readonly invalid: string;
  /** Of a column's cell: the text before it is trimmed. */
  readonly raw?: string;
}

/** The engine's type of a value that may be missing; texts are never null. */
const ENGINE_TYPES: Readonly<Record<Exclude<RowType, "null" | "text">, string>> = {
  number: "Decimal(38, 10)",
  integer: "Int64",
  money: "Decimal(18, 4)",
  date: "Date",
  datetime: "DateTime('UTC')",
  boolean: "UInt8",
};

export const NEVER = "0";
export const ALWAYS = "1";

/** SQL that holds where any of the conditions does. */
export function anyOf(...conditions: readonly string[]): string {
  const open = [...new Set(conditions.filter((condition) => condition !== NEVER))];
  if (open.includes(ALWAYS)) return ALWAYS;
  return open.length === 0 ? NEVER : open.length === 1 ? (open[0] ?? NEVER) : `(${open.join(" OR ")})`;
}

/** SQL that holds where all of the conditions do. */
export function allOf(...conditions: readonly string[]): string {
  const open = conditions.filter((condition) => condition !== ALWAYS);
  if (open.includes(NEVER)) return NEVER;
  return open.length === 0 ? ALWAYS : open.length === 1 ? (open[0] ?? ALWAYS) : `(${open.join(" AND ")})`;
}

/** A typed nothing. */
export function nothing(type: RowType): Compiled {
  if (type === "text") return { type, value: "''", invalid: NEVER };
  const engineType = type === "null" ? "UInt8" : ENGINE_TYPES[type];
  return { type, value: `CAST(NULL, 'Nullable(${engineType.replaceAll("'", "\\'")})')`, invalid: NEVER };
}

/** Whether there is no value, as SQL. */
export function isEmpty({ type, value }: Compiled): string {
  return type === "text" ? `${value} = ''` : `isNull(${value})`;
}

/** A condition that is never null: what is unknown does not hold. */
export function holds({ value }: Compiled): string {
  return value === NEVER || value === ALWAYS ? value : `ifNull(${value}, 0)`;
}

/** The value in another type of the same family: whole numbers, numbers and money into each other's wider form. */
export function asNumber({ type, value }: Compiled): string {
  return type === "number" ? value : `toDecimal128(${value}, 10)`;
}

/** A part brought to the type that it shares with others. */
export function widened(part: Compiled, type: RowType): Compiled {
  if (part.type === type) return part;
  if (part.type === "null") return nothing(type);
  if (part.type === "integer" && type === "number") {
    return { type, value: asNumber(part), invalid: part.invalid };
  }
  throw new TypeError(`${part.type} does not widen to ${type}`);
}
