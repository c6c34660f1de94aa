import type { AnswerRow, KpiInfo } from "../../api/client.ts";

/** KPIs that say nothing of a channel, by why. */
export interface Silent {
  /** "" for those that are 0 all the time. */
  readonly reason: string;
  readonly members: readonly KpiInfo[];
}

/** The KPIs without a value, or with none but 0, in the period and in every month up to it, by their reason. */
export function silentKpis(
  kpis: readonly KpiInfo[],
  rowOf: (id: string) => AnswerRow | undefined,
  monthsOf: (id: string) => readonly AnswerRow[],
): readonly Silent[] {
  const nothing = ({ value }: AnswerRow) => value === null || value === 0;
  const silent = kpis.flatMap((kpi) => {
    const row = rowOf(kpi.id);
    // A source that is missing altogether is named on the card, with what fills it.
    if (!row || row.reason?.code === "no_source" || !nothing(row) || !monthsOf(kpi.id).every(nothing)) return [];
    return [{ kpi, reason: row.value === 0 ? "" : (row.reason?.text ?? "") }];
  });
  return [...Map.groupBy(silent, ({ reason }) => reason)].map(([reason, members]) => ({
    reason,
    members: members.map(({ kpi }) => kpi),
  }));
}
