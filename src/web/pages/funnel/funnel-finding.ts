import type { KpiInfo } from "../../api/client.ts";
import { verdict } from "../../components/verdict.ts";
import type { FunnelAnswer, Step } from "./funnel-types.ts";

export interface Finding {
  readonly kind: "worse" | "better";
  readonly step: Step;
}

/**
 * The step whose rate changed most beyond chance, a fall before a rise; `steady` where all can be judged and none did; null
 * where it cannot be told.
 */
export function funnelFinding({ plan, segments, kpis }: Pick<FunnelAnswer, "plan" | "segments" | "kpis">) {
  const rows = segments[0]?.rows ?? {};
  const judged = plan.steps.flatMap((step) => {
    const row = step.rate === null ? undefined : rows[step.rate];
    const kpi: KpiInfo | undefined = step.rate === null ? undefined : kpis[step.rate];
    if (row === undefined || kpi === undefined) return [];
    return [{ step, row, kind: verdict(row, kpi.better), size: Math.abs(row.previous?.change ?? 0) }];
  });
  const most = (kind: Finding["kind"]): Finding | null => {
    const [first] = judged.filter((one) => one.kind === kind).sort((a, b) => b.size - a.size);
    return first === undefined ? null : { kind, step: first.step };
  };
  const comparable = judged.filter(({ row }) => row.state === "ok" && row.previous?.change != null);
  return most("worse") ?? most("better") ?? (comparable.length > 0 ? ("steady" as const) : null);
}
