import type { LeadlineError } from "../../language/leadline-error.ts";
import type { Tree } from "../../language/tree.ts";
import type { Board } from "../../model/boards.ts";
import type { Kpi } from "../../model/kpi.ts";

/** A KPI whose file and formula are in order. */
export interface CatalogueEntry {
  readonly kpi: Kpi;
  readonly tree: Tree;
  /** SHA-256 of what the KPI means: name, definition, formula, unit, own measures, cohort. */
  readonly hash: string;
  readonly origin: "built-in" | "workspace";
  /** The file it stands in, relative to the product or the workspace. */
  readonly file: string;
}

/** Every KPI and board that works, and what is wrong with those that do not. */
export interface Catalogue {
  readonly kpis: ReadonlyMap<string, CatalogueEntry>;
  readonly boards: ReadonlyMap<string, Board>;
  readonly problems: readonly LeadlineError[];
}
