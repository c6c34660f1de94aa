import type { ExploreSearch } from "./explore-search.ts";

export type StarterId = "campaigns" | "sql_cost" | "leads" | "worth" | "countries" | "visits";

export interface Starter {
  readonly id: StarterId;
  readonly search: ExploreSearch & { readonly period: string };
}

/** The last quarter that a month ends or lies behind: of 2026-10 it is 2026-Q3. */
export function quarterUpTo(month: string): string {
  const [year = 1970, number = 1] = month.split("-").map(Number);
  const whole = Math.floor(number / 3);
  return whole === 0 ? `${year - 1}-Q4` : `${year}-Q${whole}`;
}

/** The twelve months that end with a month. */
export function yearUpTo(month: string): string {
  const [year = 1970, number = 1] = month.split("-").map(Number);
  const from = new Date(Date.UTC(year, number - 12, 1)).toISOString().slice(0, 10);
  const to = new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
  return `${from}..${to}`;
}

/** Questions to begin with, for the data up to a month; `known` says whether the catalogue has a KPI. */
export function starters(month: string, known: (kpi: string) => boolean): readonly Starter[] {
  const quarter = quarterUpTo(month);
  const year = yearUpTo(month);
  const all: readonly Starter[] = [
    { id: "campaigns", search: { kpis: "mqls", by: "campaign", grain: "month", show: "bar", period: quarter } },
    {
      id: "sql_cost",
      search: { kpis: "cost_per_sql,sqls,marketing_cost", by: "channel", show: "bar", period: quarter },
    },
    { id: "leads", search: { kpis: "leads", by: "channel", grain: "month", show: "area", period: year } },
    { id: "worth", search: { kpis: "cpl,lead_to_mql_rate", by: "channel", show: "scatter", period: year } },
    { id: "countries", search: { kpis: "leads", by: "country", grain: "month", show: "heat", period: year } },
    { id: "visits", search: { kpis: "sessions", by: "channel", grain: "week", show: "line", period: quarter } },
  ];
  return all.filter(({ search }) => (search.kpis ?? "").split(",").every(known));
}
