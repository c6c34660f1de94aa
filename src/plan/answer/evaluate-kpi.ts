import { type Environment, evaluate } from "../../language/evaluate.ts";
import { Exact } from "../../language/exact.ts";
import { children } from "../../language/names.ts";
import type { Tree } from "../../language/tree.ts";
import {
  emptyValue,
  type NumberValue,
  okValue,
  type Survival,
  type Value,
  type ValueReason,
} from "../../language/value.ts";
import { DAYS_PER_MONTH, discountedMonths } from "../../methods/discounted-months.ts";
import { kaplanMeier, survivalMedian } from "../../methods/kaplan-meier.ts";
import { quantile } from "../../methods/quantile.ts";
import { restrictedMean } from "../../methods/restricted-mean.ts";
import type { Stretch } from "../period/stretch.ts";
import type { Bilingual, Plan, PlannedKpi, Remark, Resolution } from "../plan.ts";
import { monthsIn, targetOf } from "../plan-settings.ts";
import { type MeasureResult, measureValue } from "./measure-value.ts";
import type { RowIndex, Segment } from "./row-index.ts";

/** The methods that formulas call. */
export const SURVIVAL: Survival = {
  median: (d) => survivalMedian(kaplanMeier(d)),
  meanMonths: (d, cap) => restrictedMean(kaplanMeier(d), cap * DAYS_PER_MONTH).mean / DAYS_PER_MONTH,
  discountedMonths: (d, cap, rate) => discountedMonths(kaplanMeier(d), cap, rate),
  quantile: (d, p) => quantile(d.finished, p),
};

/** Where a KPI is evaluated: a span, the spans before it, and a segment (null = all rows). */
export interface Spot {
  readonly data: Stretch;
  readonly before: readonly Stretch[];
  readonly segment: Segment | null;
}

/** A formula's part with the KPI whose names it uses. */
export interface Part {
  readonly tree: Tree;
  readonly kpi: string;
}

/** A KPI at a spot: its value and everything it was made from. */
export interface Evaluated {
  readonly result: NumberValue;
  readonly used: readonly MeasureResult[];
  /** The value of a part of the formula; with `back`, so many periods earlier; with `ofAll`, over all segments. */
  readonly part: (part: Part, back?: number, ofAll?: boolean) => Value;
  readonly root: Part;
}

export function evaluateKpi(plan: Plan, index: RowIndex, kpi: PlannedKpi, spot: Spot): Evaluated {
  const used = new Map<string, MeasureResult>();
  const measured = (key: string, span: Stretch, ofAll: boolean): Value => {
    const measure = plan.measures.get(key);
    if (measure === undefined) throw new TypeError(`no measure ${key}`);
    const segment = ofAll ? null : spot.segment;
    const place = `${key}|${span.from}|${span.to}|${segment === null}`;
    const known = used.get(place) ?? measureValue(plan, index, measure, span, segment);
    used.set(place, known);
    return known.value;
  };
  const environment = (id: string, offset: number, whole = false): Environment => ({
    survival: SURVIVAL,
    value: (name, steps, ofAll) => {
      const resolution = kpi.formulas.get(id)?.names.get(name);
      const back = offset + steps;
      const all = whole || ofAll;
      const span = back === 0 ? spot.data : spot.before[back - 1];
      if (resolution === undefined || span === undefined) throw new TypeError(`${id} does not know ${name}`);
      if (resolution.kind === "measure") return measured(resolution.key, span, all);
      if (resolution.kind === "number") return settingValue(plan, resolution.id, span);
      const formula = kpi.formulas.get(resolution.id);
      if (formula === undefined) throw new TypeError(`no formula ${resolution.id}`);
      return evaluate(formula.tree, environment(resolution.id, back, all));
    },
  });
  const { id } = kpi.entry.kpi;
  const root = { tree: kpi.formulas.get(id)?.tree ?? kpi.entry.tree, kpi: id };
  const part = ({ tree, kpi: context }: Part, back = 0, ofAll = false): Value => {
    const there = environment(context, back, ofAll);
    return tree.kind === "name" ? there.value(tree.name, 0, false) : evaluate(tree, there);
  };
  const result = evaluate(root.tree, environment(id, 0));
  const made = [...used.values()];
  return { result, used: made, part, root };
}

function settingValue(plan: Plan, id: string, span: Stretch): NumberValue {
  const { grossMargin, discountRate, lifetimeCapMonths, revenueTargets } = plan.settings;
  const whole = { from: span.from, to: span.end };
  const values: Readonly<Record<string, () => number | null>> = {
    gross_margin: () => grossMargin,
    discount_rate: () => discountRate,
    lifetime_cap_months: () => lifetimeCapMonths,
    revenue_target: () => targetOf(revenueTargets, whole),
    period_months: () => monthsIn(span),
  };
  const value = values[id]?.() ?? null;
  if (value !== null) return okValue(new Exact(value));
  const reason = id === "revenue_target" ? { code: "target_missing", params: whole } : undefined;
  return emptyValue("no_data", reason ?? { code: "setting_missing", params: { setting: id } });
}

/** A formula's reason with the names people know for measures and KPIs. */
export function remarkOf(plan: Plan, kpi: PlannedKpi, reason: ValueReason): Remark {
  const named = Object.entries(reason.params).map(([name, text]): [string, string | Bilingual] => {
    if (name === "measure") return [name, plan.measures.get(text)?.label ?? text];
    if (name === "divisor") return [name, namedParts(plan, kpi, text)];
    return [name, text];
  });
  return { code: reason.code, params: Object.fromEntries(named) };
}

/** A part of a formula with people's names in place of ids. */
function namedParts(plan: Plan, kpi: PlannedKpi, text: string): Bilingual {
  const named = (language: keyof Bilingual) =>
    text.replaceAll(/[a-z]\w*/g, (id) => labelOf(plan, kpi, id)?.[language] ?? id);
  return { en: named("en"), zh: named("zh") };
}

function labelOf(plan: Plan, kpi: PlannedKpi, name: string): Bilingual | undefined {
  const resolutions = [...kpi.formulas.values()].flatMap(({ names }): readonly Resolution[] => {
    const found = names.get(name);
    return found === undefined ? [] : [found];
  });
  const [first] = resolutions;
  if (first?.kind === "measure") return plan.measures.get(first.key)?.label;
  if (first?.kind === "kpi") return kpi.formulas.get(first.id)?.kpi.name;
  return undefined;
}

/** Whether a part counts something: sums of counts only. */
export function isCount(plan: Plan, kpi: PlannedKpi, { tree, kpi: context }: Part): boolean {
  if (tree.kind === "name") {
    const resolution = kpi.formulas.get(context)?.names.get(tree.name);
    if (resolution?.kind === "measure") {
      const measure = plan.measures.get(resolution.key);
      return measure?.unit === "count" && measure.kind === "number";
    }
    const formula = resolution?.kind === "kpi" ? kpi.formulas.get(resolution.id) : undefined;
    return (
      formula !== undefined &&
      resolution?.kind === "kpi" &&
      isCount(plan, kpi, { tree: formula.tree, kpi: resolution.id })
    );
  }
  const sums = tree.kind === "binary" && (tree.op === "+" || tree.op === "-");
  return sums && children(tree).every((child) => isCount(plan, kpi, { tree: child, kpi: context }));
}
