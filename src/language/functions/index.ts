import { abs } from "./abs.ts";
import { coalesce } from "./coalesce.ts";
import type { FormulaFunction } from "./formula-function.ts";
import { ifElse } from "./if.ts";
import { kmDiscountedMonths } from "./km-discounted-months.ts";
import { kmMeanMonths } from "./km-mean-months.ts";
import { kmMedian } from "./km-median.ts";
import { max } from "./max.ts";
import { median } from "./median.ts";
import { min } from "./min.ts";
import { previous } from "./previous.ts";
import { quantile } from "./quantile.ts";
import { shareOfTotal } from "./share-of-total.ts";

/** The functions of the formula language, one line each. */
export const FORMULA_FUNCTIONS: readonly FormulaFunction[] = [
  min,
  max,
  abs,
  coalesce,
  ifElse,
  previous,
  shareOfTotal,
  median,
  quantile,
  kmMedian,
  kmMeanMonths,
  kmDiscountedMonths,
];

const BY_ID: ReadonlyMap<string, FormulaFunction> = new Map(FORMULA_FUNCTIONS.map((fn) => [fn.id, fn]));

export function formulaFunction(id: string): FormulaFunction | undefined {
  return BY_ID.get(id);
}
