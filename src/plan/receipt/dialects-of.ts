import type { Receipt } from "../../model/answer.ts";
import type { Inventory } from "../../model/inventory.ts";
import type { Preset } from "../../model/preset.ts";

/** What a receipt must know of presets to tell the words of their tools. */
export type Dialects = readonly Pick<Preset, "id" | "name" | "dialects">[];

/**
 * What the tools behind the loads call these KPIs, or mean by their names: the dialects of the presets by which the loads
 * were read.
 */
export function dialectsOf(
  kpis: ReadonlySet<string>,
  loads: Receipt["loads"],
  { loads: records }: Inventory,
  presets: Dialects,
  language: "en" | "zh",
): NonNullable<Receipt["dialects"]> {
  const ids = new Set(loads.map(({ load_id }) => load_id));
  const used = new Set(records.filter(({ loadId }) => ids.has(loadId)).map(({ preset }) => preset));
  return presets
    .filter(({ id }) => used.has(id))
    .flatMap(({ id, name, dialects }) =>
      dialects
        .filter(({ about }) => about.some((kpi) => kpis.has(kpi)))
        .map(({ says }) => ({ preset: id, name: name[language], text: says[language] })),
    );
}
