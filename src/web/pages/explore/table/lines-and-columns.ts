import type { AnswerRow } from "../../../api/client.ts";
import { type Grid, hasShares, type Segment } from "../grid.ts";

/** What stands in a column: a KPI's value over the whole period or in one step of it, its share, change, interval. */
export interface Column {
  readonly kpi: string;
  readonly part: "value" | "share" | "change" | "interval";
  /** Undefined: the whole period, or the row's own. */
  readonly bucket?: AnswerRow["period"];
}

export const columnKey = ({ kpi, part, bucket }: Column) => `${kpi} ${part} ${bucket?.label ?? ""}`;

/** One line: a segment, a period, a KPI, or the whole. */
export interface Line {
  readonly key: string;
  readonly whole?: boolean;
  /** What its segment is. */
  readonly by?: Segment["by"];
  readonly gathered?: Segment["gathered"];
  /** The step of time it is about. */
  readonly step?: string;
  readonly row: (column: Column) => AnswerRow | undefined;
}

/** The lines of the table, the whole first. */
export function linesOf(grid: Grid, segments: readonly Segment[]): readonly Line[] {
  const whole: Line = { key: "", whole: true, row: ({ kpi, bucket }) => grid.cell(kpi, null, bucket?.label) };
  if (grid.dimensions.length > 0) {
    const line = ({ key, by, gathered }: Segment): Line => ({
      key,
      by,
      gathered,
      row: ({ kpi, bucket }) => grid.cell(kpi, key, bucket?.label),
    });
    return [whole, ...segments.map(line)];
  }
  if (grid.buckets.length > 0) {
    const line = ({ label }: AnswerRow["period"]): Line => ({
      key: label,
      step: label,
      row: ({ kpi }) => grid.cell(kpi, null, label),
    });
    return [whole, ...grid.buckets.map(line)];
  }
  return grid.kpis.map((key): Line => ({ key, row: () => grid.cell(key, null) }));
}

export interface Wanted {
  readonly changes: boolean;
  readonly shares: boolean;
}

/** Share, change and interval have columns of their own where a line has them. */
export function columnsOf(grid: Grid, lines: readonly Line[], wanted: Wanted): readonly Column[] {
  const withParts = (kpi: string): readonly Column[] => {
    const rows = lines.flatMap((line) => line.row({ kpi, part: "value" }) ?? []);
    return [
      { kpi, part: "value" },
      ...(wanted.shares && hasShares(grid, kpi) ? [{ kpi, part: "share" } as const] : []),
      ...(wanted.changes && rows.some((row) => row.previous?.change != null) ? [{ kpi, part: "change" } as const] : []),
      ...(rows.some((row) => row.interval) ? [{ kpi, part: "interval" } as const] : []),
    ];
  };
  if (grid.dimensions.length === 0 && grid.buckets.length === 0) return withParts(grid.kpis[0] ?? "");
  const steps = grid.dimensions.length > 0 ? grid.buckets : [];
  return grid.kpis.flatMap((kpi) => [
    ...withParts(kpi),
    ...steps.map((bucket): Column => ({ kpi, part: "value", bucket })),
  ]);
}
