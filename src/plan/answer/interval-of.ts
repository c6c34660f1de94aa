import type { Tree } from "../../language/tree.ts";
import { DAYS_PER_MONTH } from "../../methods/discounted-months.ts";
import { type Interval, Z95 } from "../../methods/interval.ts";
import { kaplanMeier, medianInterval } from "../../methods/kaplan-meier.ts";
import { poissonInterval } from "../../methods/poisson-interval.ts";
import { restrictedMean } from "../../methods/restricted-mean.ts";
import { cases } from "../../methods/weighted-values.ts";
import { wilson } from "../../methods/wilson.ts";
import type { Plan, PlannedKpi } from "../plan.ts";
import { type Evaluated, isCount, type Part } from "./evaluate-kpi.ts";

/** How sure a value is: the cases behind it and, where it has a meaning, the 95 % interval. */
export interface Certainty {
  readonly n?: number;
  readonly interval?: Interval;
  readonly interval_method?: string;
}

/** A quotient found at the root of a formula. */
interface Quotient {
  readonly above: Part;
  readonly below: Part;
  /** The formula is one minus the quotient. */
  readonly mirrored: boolean;
  /** The formula is a multiple of the quotient. */
  readonly scaled: boolean;
}

export function certaintyOf(plan: Plan, kpi: PlannedKpi, evaluated: Evaluated, value: number): Certainty {
  const call = survivalCall(kpi, evaluated.root);
  if (call !== null) return ofDistribution(evaluated, call, value);
  const quotient = quotientOf(kpi, evaluated.root);
  const kind = kpi.cohort === null ? kpi.entry.kpi.interval : "wilson";
  if (kind === "wilson" && quotient !== null) return ofShare(plan, kpi, evaluated, quotient);
  if (kind === "rate" && quotient !== null) return ofRate(plan, kpi, evaluated, quotient, value);
  if (kind === "poisson") {
    const interval = poissonInterval(value);
    return { n: value, ...(interval === null ? {} : { interval, interval_method: "poisson-garwood" }) };
  }
  if (kpi.entry.kpi.unit === "count") return { n: value };
  const below = quotient !== null && isCount(plan, kpi, quotient.below) ? numberOf(evaluated, quotient.below) : null;
  return below === null ? {} : { n: below };
}

/** Follows names of KPIs down to a quotient. */
function quotientOf(kpi: PlannedKpi, { tree, kpi: context }: Part): Quotient | null {
  if (tree.kind === "name") {
    const resolution = kpi.formulas.get(context)?.names.get(tree.name);
    const formula = resolution?.kind === "kpi" ? kpi.formulas.get(resolution.id) : undefined;
    if (resolution?.kind !== "kpi" || formula === undefined) return null;
    return quotientOf(kpi, { tree: formula.tree, kpi: resolution.id });
  }
  if (tree.kind !== "binary") return null;
  const part = (side: Tree): Part => ({ tree: side, kpi: context });
  if (tree.op === "/") return { above: part(tree.left), below: part(tree.right), mirrored: false, scaled: false };
  if (tree.op === "-" && tree.left.kind === "number" && Number(tree.left.value) === 1) {
    const inner = quotientOf(kpi, part(tree.right));
    return inner === null || inner.scaled ? null : { ...inner, mirrored: !inner.mirrored };
  }
  if (tree.op !== "*") return null;
  const [factor, rest] = tree.left.kind === "number" ? [tree.left, tree.right] : [tree.right, tree.left];
  const inner = factor.kind === "number" ? quotientOf(kpi, part(rest)) : null;
  return inner === null || inner.mirrored ? null : { ...inner, scaled: true };
}

function numberOf(evaluated: Evaluated, part: Part): number | null {
  const value = evaluated.part(part);
  return value.kind === "number" && value.value !== null ? value.value.toNumber() : null;
}

function ofShare(plan: Plan, kpi: PlannedKpi, evaluated: Evaluated, quotient: Quotient): Certainty {
  const [successes, trials] = [numberOf(evaluated, quotient.above), numberOf(evaluated, quotient.below)];
  if (trials === null) return {};
  const counts = isCount(plan, kpi, quotient.above) && isCount(plan, kpi, quotient.below) && !quotient.scaled;
  const interval = successes === null || !counts ? null : wilson(successes, trials);
  if (interval === null) return { n: trials };
  const [lower, upper] = interval;
  return { n: trials, interval: quotient.mirrored ? [1 - upper, 1 - lower] : interval, interval_method: "wilson" };
}

/** Something per count: the count is uncertain as a Poisson count is, the other side is taken as it stands. */
function ofRate(
  plan: Plan,
  kpi: PlannedKpi,
  evaluated: Evaluated,
  { above, below }: Quotient,
  value: number,
): Certainty {
  const isBelow = isCount(plan, kpi, below);
  const counted = isBelow ? below : isCount(plan, kpi, above) ? above : null;
  const n = counted === null ? null : numberOf(evaluated, counted);
  const limits = n === null ? null : poissonInterval(n);
  if (n === null || limits === null || limits[0] === 0) return n === null ? {} : { n };
  const edges = limits.map((limit) => (isBelow ? (value * n) / limit : (value * limit) / n)).sort((a, b) => a - b);
  return { n, interval: [edges[0] ?? value, edges[1] ?? value], interval_method: "rate-garwood" };
}

interface DistributionCall {
  readonly fn: string;
  readonly of: Part;
  readonly cap: Part | null;
}

function survivalCall(kpi: PlannedKpi, { tree, kpi: context }: Part): DistributionCall | null {
  if (tree.kind === "name") {
    const resolution = kpi.formulas.get(context)?.names.get(tree.name);
    const formula = resolution?.kind === "kpi" ? kpi.formulas.get(resolution.id) : undefined;
    if (resolution?.kind !== "kpi" || formula === undefined) return null;
    return survivalCall(kpi, { tree: formula.tree, kpi: resolution.id });
  }
  const calls = ["km_median", "km_mean_months", "km_discounted_months", "median", "quantile"];
  const [first, second] = tree.kind === "call" && calls.includes(tree.fn) ? tree.args : [];
  if (tree.kind !== "call" || first === undefined) return null;
  return {
    fn: tree.fn,
    of: { tree: first, kpi: context },
    cap: second === undefined ? null : { tree: second, kpi: context },
  };
}

function ofDistribution(evaluated: Evaluated, { fn, of, cap }: DistributionCall, value: number): Certainty {
  const d = evaluated.part(of);
  if (d.kind !== "distribution") return {};
  if (fn === "median" || fn === "quantile") return { n: cases(d.finished) };
  const n = cases(d.finished) + cases(d.censored);
  if (fn === "km_median") {
    const [lower, upper] = medianInterval(kaplanMeier(d)) ?? [0, null];
    return upper === null ? { n } : { n, interval: [lower, upper], interval_method: "log-log" };
  }
  const months = cap === null || fn !== "km_mean_months" ? null : numberOf(evaluated, cap);
  if (months === null) return { n };
  const { standardError } = restrictedMean(kaplanMeier(d), months * DAYS_PER_MONTH);
  const half = (Z95 * standardError) / DAYS_PER_MONTH;
  return { n, interval: [Math.max(0, value - half), Math.min(months, value + half)], interval_method: "greenwood" };
}
