import type { Tree } from "../../language/tree.ts";
import type { Kpi } from "../../model/kpi.ts";
import { isMeasureId, measure } from "../../model/measures.ts";
import { STAGES, type Stage } from "../../model/stages.ts";
import type { Catalogue } from "../../plan/catalogue.ts";

/** What the funnel counts: visits, then persons by the stage they enter. */
export const FUNNEL_STAGES = ["visit", ...STAGES] as const;
export type FunnelStage = (typeof FUNNEL_STAGES)[number];

/** A stage with the KPI that counts it and those told beside it; null where the catalogue has none. */
export interface PlannedStage {
  readonly stage: FunnelStage;
  readonly count: string | null;
  readonly beside: readonly string[];
}

/** The way from one stage to a later one: the KPI of its rate and the one of its median days. */
export interface PlannedStep {
  readonly from: FunnelStage;
  readonly to: FunnelStage;
  readonly rate: string | null;
  readonly velocity: string | null;
}

export interface FunnelPlan {
  readonly stages: readonly PlannedStage[];
  /** From each stage to the next. */
  readonly steps: readonly PlannedStep[];
  /** Over several stages: lead to won, SQL to won. */
  readonly spans: readonly PlannedStep[];
}

/** Two stages and the rate KPI whose cohort leads from one to the other. */
export interface StagePair {
  readonly from: Stage;
  readonly to: NonNullable<Kpi["cohort"]>["to"];
  readonly kpi: string;
  readonly windowDays: number;
}

const COUNTED: Readonly<Record<FunnelStage, string>> = {
  visit: "sessions",
  lead: "lead_entries",
  mql: "mql_entries",
  sql: "sql_entries",
  opportunity: "opportunity_entries",
  won: "won_entries",
};

/** Deals and their money stand beside the persons; they are other things than persons. */
const BESIDE: Readonly<Partial<Record<FunnelStage, readonly string[]>>> = {
  opportunity: ["opportunities", "pipeline_created"],
  won: ["customers_won", "sales_revenue"],
};

/** Which KPIs make up the funnel, read from the catalogue: a team's own definitions take their places by themselves. */
export function funnelPlan(catalogue: Catalogue): FunnelPlan {
  const stages = FUNNEL_STAGES.map((stage) => ({
    stage,
    count: counting(catalogue, stage),
    beside: (BESIDE[stage] ?? []).filter((id) => catalogue.has(id)),
  }));
  const between = (from: FunnelStage, to: FunnelStage): PlannedStep => ({
    from,
    to,
    rate: rateBetween(catalogue, from, to),
    velocity: velocityBetween(catalogue, from, to),
  });
  const steps = FUNNEL_STAGES.slice(1).map((to, index) => between(FUNNEL_STAGES[index] ?? "visit", to));
  const spans = (["lead", "mql", "sql"] as const).map((from) => between(from, "won"));
  return { stages, steps, spans: spans.filter(({ rate, velocity }) => rate !== null || velocity !== null) };
}

/** Every pair of stages that some rate KPI follows, in the funnel's order. */
export function stagePairs(catalogue: Catalogue): readonly StagePair[] {
  const pairs = new Map<string, StagePair>();
  for (const from of STAGES) {
    for (const to of [...STAGES, "demo", "demo_held"] as const) {
      const kpi = followed(catalogue, from, to);
      const windowDays = kpi === null ? undefined : catalogue.get(kpi)?.kpi.cohort?.window_days;
      if (kpi !== null && windowDays !== undefined) pairs.set(`${from}>${to}`, { from, to, kpi, windowDays });
    }
  }
  return [...pairs.values()];
}

/** The KPI that counts a stage: the one whose formula is that measure alone. */
export function counting(catalogue: Catalogue, stage: FunnelStage): string | null {
  for (const [id, { tree }] of catalogue) if (tree.kind === "name" && tree.name === COUNTED[stage]) return id;
  return null;
}

function followed(catalogue: Catalogue, from: string, to: string): string | null {
  const found = [...catalogue].filter(([, { kpi }]) => kpi.cohort?.from === from && kpi.cohort.to === to);
  const plain = found.find(([, { tree }]) => quotient(tree) !== null);
  return (plain ?? found[0])?.[0] ?? null;
}

function rateBetween(catalogue: Catalogue, from: FunnelStage, to: FunnelStage): string | null {
  const kpi = followed(catalogue, from, to);
  if (kpi !== null) return kpi;
  const means = (stage: FunnelStage, name: string) => name === COUNTED[stage] || name === counting(catalogue, stage);
  for (const [id, { tree }] of catalogue) {
    const sides = quotient(tree);
    if (sides !== null && means(to, sides.above) && means(from, sides.below)) return id;
  }
  return null;
}

function quotient(tree: Tree): { readonly above: string; readonly below: string } | null {
  if (tree.kind !== "binary" || tree.op !== "/") return null;
  return tree.left.kind === "name" && tree.right.kind === "name"
    ? { above: tree.left.name, below: tree.right.name }
    : null;
}

/** The KPI that is the median, open cases censored, of the days from one stage to the other. */
function velocityBetween(catalogue: Catalogue, from: FunnelStage, to: FunnelStage): string | null {
  for (const [id, { tree }] of catalogue) {
    if (tree.kind !== "call" || tree.fn !== "km_median") continue;
    const [days] = tree.args;
    if (days?.kind !== "name" || !isMeasureId(days.name)) continue;
    const spans = measure(days.name).readings.map(({ aggregate }) => aggregate);
    if (spans.some((span) => span.kind === "durations" && leads(span, from, to))) return id;
  }
  return null;
}

/** A deal's days begin where it is created: the opportunity. */
function leads(span: { readonly start: string; readonly end: string }, from: FunnelStage, to: FunnelStage): boolean {
  const start = span.start === "created_date" ? "opportunity_date" : span.start;
  return start === `${from}_date` && span.end === `${to}_date`;
}
