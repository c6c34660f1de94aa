import { stringify } from "yaml";
import type { Where } from "../../src/model/measures.ts";

/** The file of a KPI that a team writes: a measure narrowed to some rows. */
export function ownKpi(id: string, of: string, where: Where): string {
  const words = { en: id, zh: id };
  return stringify({
    id,
    family: "own",
    name: words,
    definition: words,
    formula: "own",
    measures: { own: { of, where } },
    unit: "count",
    better: "higher",
    goal_class: "impact",
    race: "act",
    timing: "leading",
    decisions: { en: [id], zh: [id] },
  });
}
