import type { KpiUnit } from "../../model/kpi.ts";

/** Both ends of an interval; those of a count are whole, and no narrower for it. */
export const wholeEnds = ([from, to]: readonly [number, number], unit: KpiUnit): [number, number] =>
  unit === "count" ? [Math.floor(from), Math.ceil(to)] : [from, to];
