import { distributionOf, PURE, type Unit, unitOfBase } from "../../language/unit.ts";
import type { Measure, MeasureUnit } from "../../model/measures.ts";

/** The unit that formulas see: a share is a plain number; durations and values are distributions. */
export function unitOfMeasure({ unit, readings }: Pick<Measure, "unit" | "readings">): Unit {
  const base = unitOfMeasureUnit(unit);
  const many = readings.some(({ aggregate }) => aggregate.kind === "durations" || aggregate.kind === "values");
  return many ? distributionOf(base) : base;
}

export function unitOfMeasureUnit(unit: MeasureUnit) {
  return unit === "share" ? PURE : unitOfBase(unit);
}
