import { earlier } from "../../plan/period/iso-day.ts";
import type { Plan, Scan } from "../../plan/plan.ts";

/**
 * Each table that a KPI reads, once, over the whole period asked about: for looking at rows instead of adding them up.
 * Null for the KPI: all of the plan's.
 */
export function wholeScans(plan: Plan, kpi: string | null): readonly Scan[] {
  const wanted = plan.kpis
    .filter(({ entry }) => kpi === null || entry.kpi.id === kpi)
    .flatMap(({ measures }) => measures);
  const uses = wanted.flatMap((key) => plan.measures.get(key)?.slots ?? []).filter(({ total }) => total);
  const slots = new Map(uses.map(({ slot }) => [slot.id, slot]));
  const { from, to, end } = plan.whole.data;
  const until = earlier(to, plan.asOf);
  const groups = new Map<string, Scan>();
  for (const scan of plan.scans) {
    const own = scan.slots.filter(({ id }) => slots.has(id));
    if (own.length === 0) continue;
    const key = JSON.stringify([scan.table, scan.timing, scan.source]);
    const known = groups.get(key)?.slots ?? [];
    const merged = [...new Map([...known, ...own].map((slot) => [slot.id, slot])).values()];
    const standing = scan.timing.kind !== "event" || scan.dateToColumn !== undefined;
    const { calendar: _, ...rest } = scan;
    const bucket = standing ? { from, to: end, key: until } : { from, to: until, key: from };
    groups.set(key, { ...rest, slots: merged, buckets: [bucket], wholes: [], by: [] });
  }
  return from > plan.asOf ? [] : [...groups.values()];
}
