import type { Kpi } from "../../../model/kpi.ts";
import type { CatalogueSearch } from "./catalogue-search.ts";

type Grouped = Pick<Kpi, "family" | "race" | "goal_class" | "owner">;

const KEYS: Readonly<Record<NonNullable<CatalogueSearch["group"]>, (kpi: Grouped) => string>> = {
  race: ({ race }) => race,
  goal: ({ goal_class }) => goal_class,
  owner: ({ owner }) => owner,
};

const ORDER = [
  "reach",
  "act",
  "convert",
  "engage",
  "performance",
  "impact",
  "loyalty",
  "marketing",
  "marketing and sales",
  "sales",
  "finance",
];
const place = (id: string) => (ORDER.includes(id) ? ORDER.indexOf(id) : ORDER.length);

/** KPIs by family, stage, goal or owner, each group under its id; stages and goals in their own order. */
export function groupKpis<Entry extends Grouped>(
  kpis: readonly Entry[],
  by: CatalogueSearch["group"],
): { readonly id: string; readonly kpis: readonly Entry[] }[] {
  const key = by ? KEYS[by] : ({ family }: Grouped) => family;
  const groups = [...Map.groupBy(kpis, key)].map(([id, own]) => ({ id, kpis: own }));
  return by ? groups.toSorted((a, b) => place(a.id) - place(b.id) || a.id.localeCompare(b.id)) : groups;
}
