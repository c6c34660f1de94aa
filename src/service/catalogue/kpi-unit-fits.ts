import { type NumberUnit, PURE, sameUnit, unitOfBase } from "../../language/unit.ts";
import type { Kpi, KpiUnit } from "../../model/kpi.ts";

const money = unitOfBase("money");
const moneyPerCase: NumberUnit = { kind: "number", powers: { money: 1, count: -1 } };

/** What a formula may give for each unit in which KPIs are shown. */
const FITTING: Readonly<Record<KpiUnit, readonly NumberUnit[]>> = {
  count: [unitOfBase("count")],
  ratio: [PURE],
  multiple: [PURE],
  money: [money, moneyPerCase],
  days: [unitOfBase("days")],
  seconds: [unitOfBase("seconds")],
  // Money over money per month is a plain number, and means months.
  months: [unitOfBase("months"), PURE],
  money_per_day: [{ kind: "number", powers: { money: 1, days: -1 } }],
};

/** The units in which a formula's result can be shown, best first. */
export function unitsFor(unit: NumberUnit): readonly KpiUnit[] {
  return (Object.keys(FITTING) as KpiUnit[]).filter((shown) => kpiUnitFits(shown, unit));
}

export function kpiUnitFits(shown: KpiUnit, unit: NumberUnit): boolean {
  return FITTING[shown].some((fitting) => sameUnit(fitting, unit));
}

/** Units to which each kind of interval belongs. */
export const INTERVAL_UNITS: Readonly<Record<Kpi["interval"], readonly KpiUnit[] | "any">> = {
  wilson: ["ratio"],
  poisson: ["count"],
  rate: ["money", "ratio", "multiple", "days"],
  survival: ["days", "months"],
  none: "any",
};
