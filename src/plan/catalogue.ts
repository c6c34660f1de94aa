import type { Tree } from "../language/tree.ts";
import type { Kpi } from "../model/kpi.ts";

/** A KPI ready to be planned: its file, its parsed and checked formula, and the hash of its definition. */
export interface KpiEntry {
  readonly kpi: Kpi;
  readonly tree: Tree;
  readonly hash: string;
}

/** KPIs by id: the catalogue's and the workspace's own. */
export type Catalogue = ReadonlyMap<string, KpiEntry>;
