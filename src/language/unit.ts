/** What formulas count in. `months` fall away in products and quotients with money (see `multiplyUnits`). */
export const BASE_UNITS = ["money", "count", "days", "seconds", "months"] as const;
export type BaseUnit = (typeof BASE_UNITS)[number];

/** A unit as powers of base units: money per count is `{ money: 1, count: -1 }`; a plain number has no powers. */
export interface NumberUnit {
  readonly kind: "number";
  readonly powers: Readonly<Partial<Record<BaseUnit, number>>>;
}

export type Unit =
  | NumberUnit
  /** Single values, such as the days of each case, of which formulas take a median or an average. */
  | { readonly kind: "distribution"; readonly of: NumberUnit }
  | { readonly kind: "boolean" };

export const PURE: NumberUnit = { kind: "number", powers: {} };
export const BOOLEAN: Unit = { kind: "boolean" };

export function unitOfBase(base: BaseUnit): NumberUnit {
  return { kind: "number", powers: { [base]: 1 } };
}

export function distributionOf(of: NumberUnit): Unit {
  return { kind: "distribution", of };
}

export function isPure(unit: Unit): boolean {
  return unit.kind === "number" && Object.keys(unit.powers).length === 0;
}

export function sameUnit(a: Unit, b: Unit): boolean {
  if (a.kind === "number" && b.kind === "number") {
    return BASE_UNITS.every((base) => (a.powers[base] ?? 0) === (b.powers[base] ?? 0));
  }
  if (a.kind === "distribution" && b.kind === "distribution") return sameUnit(a.of, b.of);
  return a.kind === b.kind;
}

/**
 * The unit of a product. Where months meet money, the months fall away: revenue per account is understood per month, so
 * that times a lifetime in months it is money, and money over money per month is a plain number of months.
 */
export function multiplyUnits(a: NumberUnit, b: NumberUnit): NumberUnit {
  return combine(a, b, 1);
}

/** The unit of a quotient; months fall away beside money as in `multiplyUnits`. */
export function divideUnits(a: NumberUnit, b: NumberUnit): NumberUnit {
  return combine(a, b, -1);
}

function combine(a: NumberUnit, b: NumberUnit, sign: 1 | -1): NumberUnit {
  const money = a.powers.money !== undefined || b.powers.money !== undefined;
  const powers: Partial<Record<BaseUnit, number>> = {};
  for (const base of BASE_UNITS) {
    const power = (a.powers[base] ?? 0) + sign * (b.powers[base] ?? 0);
    if (power !== 0 && !(base === "months" && money)) powers[base] = power;
  }
  return { kind: "number", powers };
}
