import type { Decimal } from "decimal.js";

/** Why a number has no value, in a code and the words to fill into its sentence. */
export interface ValueReason {
  readonly code: string;
  readonly params: Readonly<Record<string, string>>;
}

export type ValueState = "ok" | "no_data" | "zero_denominator" | "not_additive" | "no_dimension" | "too_few";

/** `value` is null exactly where `state` is not `ok`. */
export interface NumberValue {
  readonly kind: "number";
  readonly value: Decimal | null;
  readonly state: ValueState;
  readonly reason?: ValueReason;
}

/** Single values with how often each occurs: those that came to their end, and those still open (a lower bound each). */
export interface Distribution {
  readonly kind: "distribution";
  readonly finished: readonly (readonly [value: number, count: number])[];
  readonly censored: readonly (readonly [value: number, count: number])[];
}

export type Value = NumberValue | Distribution;

/** The outcome of a comparison; null, with its state and reason, where one of the sides has no value. */
export interface BooleanValue {
  readonly kind: "boolean";
  readonly value: boolean | null;
  readonly state: ValueState;
  readonly reason?: ValueReason;
}

/** The methods for distributions, handed in by the caller; null where the cases do not suffice. */
export interface Survival {
  /** Median of the Kaplan–Meier curve; null while the curve stays above one half. */
  readonly median: (d: Distribution) => number | null;
  /** Area under the survival curve up to `capMonths`. */
  readonly meanMonths: (d: Distribution, capMonths: number) => number | null;
  /** As `meanMonths`, by month, discounted at `annualRate`. */
  readonly discountedMonths: (d: Distribution, capMonths: number, annualRate: number) => number | null;
  /** The p-quantile of the finished cases alone. */
  readonly quantile: (d: Distribution, p: number) => number | null;
}

export function okValue(value: Decimal): NumberValue {
  return { kind: "number", value, state: "ok" };
}

export function emptyValue(state: Exclude<ValueState, "ok">, reason?: ValueReason): NumberValue {
  return { kind: "number", value: null, state, ...(reason === undefined ? {} : { reason }) };
}
