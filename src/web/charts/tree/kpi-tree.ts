/** One step of the way from visits to revenue: what is counted, how it grows out of the step below, and what one costs. */
export interface TreeLevel {
  readonly count: string;
  /** The rate that leads here from the level below. */
  readonly rate?: string;
  /** Beside it: the cost of one, or what the cost brought. */
  readonly cost?: string;
}

/** From revenue down to visits. */
export const KPI_TREE: readonly TreeLevel[] = [
  { count: "sourced_revenue", rate: "arpa", cost: "mroi" },
  { count: "won_entries", rate: "sql_to_won_rate", cost: "cac_marketing" },
  { count: "sqls", rate: "mql_to_sql_rate", cost: "cost_per_sql" },
  { count: "mqls", rate: "lead_to_mql_rate", cost: "cost_per_mql" },
  { count: "leads", rate: "traffic_to_lead_rate", cost: "cpl" },
  { count: "sessions", cost: "marketing_cost" },
];

/** The tree without what a catalogue does not have: a level goes with its count, a rate and a cost by themselves. */
export function treeOf(known: ReadonlySet<string>): TreeLevel[] {
  return KPI_TREE.filter(({ count }) => known.has(count)).map(({ count, rate, cost }, i, all) => ({
    count,
    ...(rate && known.has(rate) && i < all.length - 1 && { rate }),
    ...(cost && known.has(cost) && { cost }),
  }));
}

/** All KPIs of a tree, top to bottom. */
export function kpisOfTree(levels: readonly TreeLevel[]): string[] {
  return levels.flatMap(({ count, cost, rate }) => [count, cost, rate].filter((id) => id !== undefined));
}
