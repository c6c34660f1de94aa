import type { Kpi } from "../../../model/kpi.ts";

export interface Wanted {
  readonly q: string;
  readonly goal?: string | undefined;
  readonly race?: string | undefined;
  readonly timing?: string | undefined;
}

type Searched = Pick<Kpi, "id" | "name" | "definition" | "goal_class" | "race" | "timing">;

/** KPIs that hold every word of the search in a name, definition or id, and have the goal, stage and kind asked for. */
export function findKpis<Entry extends Searched>(kpis: readonly Entry[], { q, goal, race, timing }: Wanted): Entry[] {
  const words = q.toLowerCase().split(/\s+/u).filter(Boolean);
  return kpis.filter((kpi) => {
    const text = [kpi.id, kpi.name.en, kpi.name.zh, kpi.definition.en, kpi.definition.zh].join("\n").toLowerCase();
    return (
      words.every((word) => text.includes(word)) &&
      (!goal || kpi.goal_class === goal) &&
      (!race || kpi.race === race) &&
      (!timing || kpi.timing === timing)
    );
  });
}
