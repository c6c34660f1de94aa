import { MEASURES, type MeasureUnit, SETTING_MEASURES } from "../../model/measures.ts";
import { understandKpi } from "../../plan/names/measure-use.ts";
import type { OpenWorkspace } from "../workspace/open-workspace.ts";

/** What is counted or added up, and what rests on it. */
export interface ListedMeasure {
  readonly id: string;
  readonly label: { readonly en: string; readonly zh: string };
  readonly unit: MeasureUnit;
  /** Tables it is read from. */
  readonly tables: readonly string[];
  /** Ids of the KPIs whose formula uses it, also through other KPIs. */
  readonly kpis: readonly string[];
}

/** Every measure with the KPIs that use it, by id. */
export function listMeasures({ catalogue, settings }: Pick<OpenWorkspace, "catalogue" | "settings">): ListedMeasure[] {
  const users = new Map<string, string[]>();
  for (const [id] of catalogue.kpis) {
    const { uses } = understandKpi(id, { catalogue: catalogue.kpis, workspace: settings });
    for (const base of new Set(uses.map(({ key }) => key.replace(/\[.*$/s, ""))))
      users.set(base, [...(users.get(base) ?? []), id]);
  }
  const chosen = new Set<string>(Object.values(SETTING_MEASURES).flatMap((choice) => Object.values(choice)));
  return Object.entries(MEASURES)
    .map(([id, { label, unit, readings }]) => ({
      id,
      label,
      unit,
      tables: [...new Set(readings.map(({ table }) => table))],
      kpis: (users.get(id) ?? []).toSorted(),
    }))
    .filter(({ id, kpis }) => kpis.length > 0 || !chosen.has(id))
    .toSorted((a, b) => a.id.localeCompare(b.id));
}
