import { type SurvivalStep, survivalAt } from "./kaplan-meier.ts";

/** Days of an average month of the Julian year. */
export const DAYS_PER_MONTH = 30.4375;

/**
 * Expected months with the customer, each worth less the later it comes: Σ S(m) / (1 + r)^(m/12) for m = 0 … cap − 1,
 * paid at the start of each month, with `annualRate` r as an effective yearly rate. `steps` are in days.
 */
export function discountedMonths(steps: readonly SurvivalStep[], capMonths: number, annualRate: number): number {
  let sum = 0;
  for (let month = 0; month < capMonths; month++) {
    const share = Math.min(1, capMonths - month);
    sum += (share * survivalAt(steps, month * DAYS_PER_MONTH)) / (1 + annualRate) ** (month / 12);
  }
  return sum;
}
