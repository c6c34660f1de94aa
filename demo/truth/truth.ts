import type { Stage } from "../../src/model/stages.ts";
import { addMonths, type Day, isoOf, partsOf } from "../calendar.ts";
import { AD_CAMPAIGNS, COMPANY, COUNTRIES, campaignName, MARKETS } from "../company.ts";
import { DEVICES, type World } from "../world.ts";
import { revenueTargets } from "../write/workspace.ts";
import { type Counted, count } from "./counted.ts";
import { KPIS } from "./kpis.ts";
import { type Measures, measures } from "./measure.ts";
import { type TruthPeriod, truthPeriods } from "./periods.ts";
import type { Scope } from "./scope.ts";

/** One question and its answer. */
export interface TruthCase {
  readonly kpi: string;
  readonly period: string;
  readonly by?: Readonly<Record<string, string>>;
  readonly mode?: "cohort";
  /** Days. */
  readonly window?: number;
  /** Null: empty, because nothing stands below the line or nothing is known. */
  readonly value: number | null;
}

export interface Truth {
  readonly company: string;
  readonly seed: number;
  readonly today: string;
  readonly currency: string;
  readonly timezone: string;
  readonly cases: readonly TruthCase[];
}

const COHORTS: readonly (readonly [string, Stage, Stage | "demo"])[] = [
  ["lead_to_mql_rate", "lead", "mql"],
  ["lead_to_sql_rate", "lead", "sql"],
  ["mql_to_sql_rate", "mql", "sql"],
  ["mql_to_demo_rate", "mql", "demo"],
  ["sql_to_opportunity_rate", "sql", "opportunity"],
  ["sql_to_won_rate", "sql", "won"],
  ["lead_to_customer_rate", "lead", "won"],
  ["lead_to_opportunity_rate", "lead", "opportunity"],
  ["mql_to_opportunity_rate", "mql", "opportunity"],
  ["mql_to_won_rate", "mql", "won"],
  ["opportunity_to_won_rate", "opportunity", "won"],
];
const WINDOWS = [30, 90] as const;

/** KPIs whose every part carries the dimension. */
export const BREAKDOWNS = {
  channel: [
    "sessions",
    "bounce_rate",
    "macro_conversion_rate",
    "traffic_to_lead_rate",
    "impressions",
    "clicks",
    "ad_spend",
    "ctr",
    "cpc",
    "cpm",
    "cpa",
    "leads",
    "mqls",
    "sqls",
    "qualified_leads",
    "lead_to_mql_rate",
    "mql_to_sql_rate",
    "lead_velocity",
    "demos",
    "opportunities",
    "win_rate",
    "customers_won",
    "sales_revenue",
    "pipeline_created",
    "marketing_cost",
    "cpl",
    "cost_per_mql",
    "cost_per_sql",
    "social_views",
    "users",
  ],
  country: [
    "sessions",
    "users",
    "mobile_share",
    "bounce_rate",
    "macro_conversion_rate",
    "traffic_to_lead_rate",
    "leads",
    "mqls",
    "sqls",
    "lead_to_mql_rate",
    "mql_velocity",
    "demos",
    "opportunities",
    "win_rate",
    "customers_won",
    "sales_revenue",
    "pipeline_open",
  ],
  market: ["sessions", "leads", "mqls", "lead_to_mql_rate", "opportunities", "sales_revenue", "sales_cycle"],
  device: ["sessions", "bounce_rate", "macro_conversion_rate", "read_depth"],
  campaign: [
    "sessions",
    "impressions",
    "clicks",
    "ad_spend",
    "cpc",
    "leads",
    "mqls",
    "sqls",
    "lead_to_mql_rate",
    "marketing_cost",
    "cpl",
    "cost_per_mql",
    "cost_per_sql",
  ],
} as const;

type Dimension = keyof typeof BREAKDOWNS;

/** The answers to what the demo company's data can answer, computed from what happened, not from the files. */
export function truthOf(world: World, seed: number): Truth {
  const counted = count(world);
  const known = new Map<string, Measures>();
  const look = (scope: Scope): Measures => {
    const key = `${scope.from}/${scope.to}/${scope.by?.dimension ?? ""}/${scope.by?.value ?? ""}`;
    const found = known.get(key) ?? measures(counted, scope);
    known.set(key, found);
    return found;
  };
  const targets = revenueTargets(world);
  const targetOf = ({ from, to }: TruthPeriod): number | null => {
    let sum = 0;
    for (let month = from; month <= to; month = addMonths(month, 1)) {
      const target = targets[isoOf(month).slice(0, 7)];
      if (target === undefined) return null;
      sum += target;
    }
    return sum;
  };
  const ask = (kpi: string, period: TruthPeriod, by?: Scope["by"]): number | null => {
    const scoped = (days: { from: Day; to: Day }): Measures =>
      look({ from: days.from, to: days.to, ...(by === undefined ? {} : { by }) });
    const formula = KPIS[kpi];
    if (formula === undefined) throw new Error(`no formula for ${kpi}`);
    return formula({
      now: scoped(period),
      before: scoped(period.before),
      target: targetOf(period),
    });
  };

  const periods = truthPeriods(world.start, world.today);
  const cases: TruthCase[] = [];
  for (const period of periods) {
    for (const kpi of Object.keys(KPIS)) cases.push({ kpi, period: period.label, value: ask(kpi, period) });
    for (const window of WINDOWS)
      for (const [kpi, from, to] of COHORTS)
        cases.push({ kpi, period: period.label, mode: "cohort", window, value: look(period).cohort(from, to, window) });
  }
  for (const period of brokenDown(periods, world.today)) {
    for (const [dimension, kpis] of Object.entries(BREAKDOWNS) as [Dimension, readonly string[]][]) {
      for (const value of valuesOf(counted, dimension))
        for (const kpi of kpis)
          cases.push({
            kpi,
            period: period.label,
            by: { [dimension]: value },
            value: ask(kpi, period, { dimension, value }),
          });
    }
  }
  return {
    company: COMPANY.name,
    seed,
    today: isoOf(world.today),
    currency: COMPANY.currency,
    timezone: COMPANY.timezone,
    cases,
  };
}

/** The last whole month, quarter and year. */
function brokenDown(periods: readonly TruthPeriod[], today: Day): TruthPeriod[] {
  const lengths = [1, 3, 12];
  return lengths.flatMap((months) => {
    const fit = periods.filter(
      (period) =>
        period.to < today &&
        addMonths(period.from, months) - 1 === period.to &&
        (months < 12 || partsOf(period.from).month === 1),
    );
    return fit.slice(-1);
  });
}

function valuesOf(counted: Counted, dimension: Dimension): readonly string[] {
  if (dimension === "country") return COUNTRIES;
  if (dimension === "market") return Object.keys(MARKETS);
  if (dimension === "device") return DEVICES;
  if (dimension === "campaign") return AD_CAMPAIGNS.map(campaignName);
  const values = [...counted.site, ...counted.shop, ...counted.entries, ...counted.costs].map(
    (row) => row.channel ?? "",
  );
  return [...new Set(values)].filter((value) => value !== "").sort();
}
