import type { LeadlineError } from "../../language/leadline-error.ts";
import type { Kpi } from "../../model/kpi.ts";
import { type Catalogue, loadCatalogue } from "../catalogue/load-catalogue.ts";
import { PRODUCT_ROOT } from "../workspace/product-root.ts";
import { readSettings } from "../workspace/read-settings.ts";

export interface ListedKpi
  extends Pick<
    Kpi,
    | "id"
    | "name"
    | "definition"
    | "family"
    | "formula"
    | "unit"
    | "better"
    | "goal_class"
    | "race"
    | "timing"
    | "owner"
    | "decisions"
    | "version"
  > {
  readonly healthy: Kpi["healthy"] | null;
  readonly cohort: Kpi["cohort"] | null;
  /** On whose pages it stands; null on none. */
  readonly channels: "any" | readonly string[] | null;
  readonly hash: string;
  readonly origin: "built-in" | "workspace";
}

/** The catalogue's KPIs as every surface lists them, by family and id. */
export function kpiListing(catalogue: Catalogue): ListedKpi[] {
  return [...catalogue.kpis.values()]
    .map(({ kpi, hash, origin }) => ({
      id: kpi.id,
      name: kpi.name,
      definition: kpi.definition,
      family: kpi.family,
      formula: kpi.formula,
      unit: kpi.unit,
      better: kpi.better,
      goal_class: kpi.goal_class,
      race: kpi.race,
      timing: kpi.timing,
      owner: kpi.owner,
      healthy: kpi.healthy ?? null,
      decisions: kpi.decisions,
      cohort: kpi.cohort ?? null,
      channels: kpi.channels ?? null,
      version: kpi.version,
      hash,
      origin,
    }))
    .sort((a, b) => a.family.localeCompare(b.family) || a.id.localeCompare(b.id));
}

/** The catalogue without opening a warehouse; with a workspace its own KPIs too. */
export function listKpis(dir?: string): {
  kpis: ListedKpi[];
  problems: readonly LeadlineError[];
  language: "en" | "zh";
} {
  const settings = dir === undefined ? undefined : readSettings(dir);
  const catalogue = loadCatalogue({
    productDir: PRODUCT_ROOT,
    ...(dir !== undefined && settings && { workspaceDir: dir, boards: settings.boards }),
  });
  return { kpis: kpiListing(catalogue), problems: catalogue.problems, language: settings?.language ?? "en" };
}
