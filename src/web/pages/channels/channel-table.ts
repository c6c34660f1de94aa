import type { AnswerRow } from "../../../model/answer.ts";
import { sortBars } from "../../charts/bars/sort-bars.ts";

export interface ChannelLine {
  readonly channel: string;
  /** By KPI id. */
  readonly cells: Readonly<Record<string, AnswerRow>>;
}

export interface ChannelTable {
  readonly lines: readonly ChannelLine[];
  readonly total: Readonly<Record<string, AnswerRow>>;
  /** KPIs that no channel has a value of, with the reason. */
  readonly refused: readonly { readonly kpi: string; readonly reason: string }[];
}

/** Channels as lines, most leads first; KPIs that cannot be split by channel stand aside with their reason. */
export function channelTable(
  kpis: readonly string[],
  rows: readonly AnswerRow[],
  totals: readonly AnswerRow[],
): ChannelTable {
  const byKpi = Map.groupBy(rows, (row) => row.kpi);
  const lines = [...Map.groupBy(rows, (row) => row.by.channel ?? "")].map(([channel, cells]) => ({
    channel,
    cells: Object.fromEntries(cells.map((row) => [row.kpi, row])),
    by: { channel },
    value: cells.find((row) => row.kpi === "leads")?.value ?? null,
  }));
  const refused = kpis.flatMap((kpi) => {
    const of = byKpi.get(kpi) ?? [];
    if (of.some((row) => row.value !== null)) return [];
    const reason = (of.find((row) => row.reason) ?? totals.find((row) => row.kpi === kpi))?.reason?.text;
    return [{ kpi, reason: reason ?? "" }];
  });
  return {
    lines: sortBars(lines, "channel").filter((line) => Object.values(line.cells).some((row) => row.value !== null)),
    total: Object.fromEntries(totals.map((row) => [row.kpi, row])),
    refused,
  };
}

/** A part's share of the whole, for what adds up; null where either is missing. */
export function shareOf(part: AnswerRow | undefined, whole: AnswerRow | undefined): number | null {
  if (part?.value == null || whole?.value == null || whole.value <= 0) return null;
  return part.value / whole.value;
}
