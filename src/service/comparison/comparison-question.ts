import { parse } from "../../language/parse.ts";
import type { Catalogue } from "../../plan/catalogue.ts";

/** What can count as a conversion. */
export const COMPARED_STAGES = ["lead", "mql", "sql", "demo", "opportunity", "won"] as const;
export type ComparedStage = (typeof COMPARED_STAGES)[number];
/** What is set side by side. */
export const COMPARED_BY = ["channel", "program", "campaign"] as const;
export type ComparedBy = (typeof COMPARED_BY)[number];

/** The KPI that counts each stage, and the one that says what one of them cost. */
export const STAGE_KPIS: Readonly<Record<ComparedStage, { readonly count: string; readonly cost: string }>> = {
  lead: { count: "leads", cost: "cpl" },
  mql: { count: "mqls", cost: "cost_per_mql" },
  sql: { count: "sqls", cost: "cost_per_sql" },
  demo: { count: "demos", cost: "cost_per_demo" },
  opportunity: { count: "opportunities", cost: "cost_per_opportunity" },
  won: { count: "customers_won", cost: "cac_marketing" },
};

export const SESSIONS = "sessions";
export const SPEND = "marketing_cost";
export const REVENUE = "sales_revenue";
export const SHARES = ["spend_share", "conversion_share", "parity_index"] as const;

export const COUNTS = COMPARED_STAGES.map((stage) => STAGE_KPIS[stage].count);
export const COSTS = COMPARED_STAGES.map((stage) => STAGE_KPIS[stage].cost);
/** Every KPI of a comparison, in the order in which it is shown. */
export const COMPARED_KPIS = [SESSIONS, SPEND, ...COUNTS, REVENUE, ...COSTS, ...SHARES];

/** The catalogue with the share of conversions, and so the parity index, taken at a stage. */
export function atStage(catalogue: Catalogue, stage: ComparedStage): Catalogue {
  const entry = catalogue.get("conversion_share");
  if (entry === undefined) return catalogue;
  const formula = `share_of_total(${STAGE_KPIS[stage].count})`;
  return new Map([
    ...catalogue,
    ["conversion_share", { ...entry, kpi: { ...entry.kpi, formula }, tree: parse(formula, "formula") }],
  ]);
}
