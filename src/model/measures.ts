import { ACCOUNTS_MEASURES } from "./measures/accounts.ts";
import { ADVERTISING_MEASURES } from "./measures/advertising.ts";
import { DEALS_MEASURES } from "./measures/deals.ts";
import { EMAIL_MEASURES } from "./measures/email.ts";
import { FUNNEL_MEASURES } from "./measures/funnel.ts";
import type { Definition, Measure, MeasureUnit } from "./measures/measure.ts";
import { MONEY_MEASURES } from "./measures/money.ts";
import { PROGRAMS_MEASURES } from "./measures/programs.ts";
import { SEARCH_MEASURES } from "./measures/search.ts";
import { TRAFFIC_MEASURES } from "./measures/traffic.ts";

export type { Aggregate, Measure, MeasureUnit, Reading, Where } from "./measures/measure.ts";

/**
 * The measures that formulas name. `cost` rows that repeat what an ad platform reports itself are left out by the rule
 * "platform cost counts once", which the planner adds and the receipt lists.
 */
export const MEASURES = {
  ...TRAFFIC_MEASURES,
  ...ADVERTISING_MEASURES,
  ...FUNNEL_MEASURES,
  ...DEALS_MEASURES,
  ...MONEY_MEASURES,
  ...SEARCH_MEASURES,
  ...EMAIL_MEASURES,
  ...PROGRAMS_MEASURES,
  ...ACCOUNTS_MEASURES,
} as const satisfies Record<string, Definition>;

export type MeasureId = keyof typeof MEASURES;

export function isMeasureId(id: string): id is MeasureId {
  return Object.hasOwn(MEASURES, id);
}

export function measure(id: MeasureId): Measure {
  return { id, ...MEASURES[id] };
}

/** Measures whose meaning a workspace setting chooses. */
export const SETTING_MEASURES = {
  sales_amount: { booked: "won_amount", billed: "billed_amount" },
  sourced_amount: { booked: "sourced_won_amount", billed: "sourced_billed_amount" },
  /** The accounts behind `sourced_amount`. */
  sourced_accounts: { booked: "sourced_won_accounts", billed: "sourced_billed_accounts" },
} as const satisfies Record<string, Record<"booked" | "billed", MeasureId>>;

/** Numbers that formulas may name and the workspace sets; not set = empty, with the remedy. */
export const SETTING_NUMBERS = {
  gross_margin: "share",
  discount_rate: "share",
  lifetime_cap_months: "months",
  /** Sum of `revenue_targets` that tile the period. */
  revenue_target: "money",
  /** Months of the period asked about: whole calendar months count 1 each, other spans days ÷ 30.4375. */
  period_months: "months",
} as const satisfies Record<string, MeasureUnit>;
