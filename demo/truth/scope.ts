import type { Day } from "../calendar.ts";
import type { Carried } from "./carried.ts";

/** The days asked about, and what is asked for: one value of one dimension, or everything. */
export interface Scope {
  readonly from: Day;
  readonly to: Day;
  readonly by?: { readonly dimension: keyof Carried | "market"; readonly value: string };
}
