import { Decimal } from "decimal.js";

/** Decimals with 40 significant digits: sums and products of amounts are exact, quotients far finer than any display. */
export const Exact = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_UP, toExpNeg: -30, toExpPos: 40 });
export type Exact = Decimal;
