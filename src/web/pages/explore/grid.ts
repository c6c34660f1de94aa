import type { Answer, AnswerRow } from "../../../model/answer.ts";
import { sortOf } from "./sort.ts";

/** One combination of dimension values; without dimensions the one and only. */
export interface Segment {
  readonly key: string;
  readonly by: Readonly<Record<string, string>>;
  /** What it is where it gathers all that is left beside the largest. */
  readonly gathered?: {
    readonly name: string;
    /** Values of the one dimension that a filter can name; null where none can. */
    readonly values: readonly string[] | null;
    /** Its values are on their way. */
    readonly pending: boolean;
  };
}

/** Two answers to one question, laid out: of the whole period, and of each of its steps. */
export interface Grid {
  readonly kpis: readonly string[];
  readonly dimensions: readonly string[];
  readonly segments: readonly Segment[];
  /** Empty without a grain. */
  readonly buckets: readonly AnswerRow["period"][];
  /** Of a segment, or of the whole (null); over the whole period, or in one bucket. */
  readonly cell: (kpi: string, segment: string | null, bucket?: string) => AnswerRow | undefined;
  /** KPIs that cannot be broken down as asked. */
  readonly refused: readonly { readonly kpi: string; readonly reason: string }[];
}

const keyOf = (by: Readonly<Record<string, string>>, dimensions: readonly string[]) =>
  JSON.stringify(dimensions.map((dimension) => by[dimension] ?? ""));

/** The engine's own totals, never sums of the rows. `dimensions` as asked for. */
export function gridOf(
  kpis: readonly string[],
  dimensions: readonly string[],
  whole: Pick<Answer, "rows" | "total">,
  each: Pick<Answer, "rows" | "total"> | null,
): Grid {
  // A KPI that cannot be broken down answers with the whole alone.
  const broken = (row: AnswerRow) => dimensions.every((dimension) => row.by[dimension] !== undefined);
  const split = dimensions.length > 0;
  const cells = new Map<string, AnswerRow>();
  const put = (row: AnswerRow, segment: string | null, bucket: string) =>
    cells.set(JSON.stringify([row.kpi, segment, bucket]), row);
  const segments = new Map<string, Segment>();
  for (const row of whole.rows.filter(broken)) {
    const key = keyOf(row.by, dimensions);
    segments.set(key, { key, by: row.by });
    put(row, split ? key : null, "");
  }
  const buckets = new Map<string, AnswerRow["period"]>();
  for (const row of each?.rows ?? []) {
    buckets.set(row.period.label, row.period);
    if (!broken(row)) continue;
    const key = keyOf(row.by, dimensions);
    if (split && !segments.has(key)) segments.set(key, { key, by: row.by });
    put(row, split ? key : null, row.period.label);
  }
  if (split) {
    for (const row of whole.total) put(row, null, "");
    const wholes = new Set(whole.total.map((row) => row.period.label));
    for (const row of each?.total ?? []) {
      // The whole period stands first among the totals, under a label of its own or, with one bucket, under that bucket's.
      if (buckets.has(row.period.label) && (!wholes.has(row.period.label) || buckets.size === 1))
        put(row, null, row.period.label);
    }
  }
  const refused = kpis.flatMap((kpi) => {
    const rows = whole.rows.filter((row) => row.kpi === kpi);
    const row = rows.find((one) => one.state === "no_dimension");
    return split && row?.reason ? [{ kpi, reason: row.reason.text }] : [];
  });
  return {
    kpis,
    dimensions,
    segments: [...segments.values()],
    buckets: [...buckets.values()].sort((a, b) => (a.from < b.from ? -1 : 1)),
    cell: (kpi, segment, bucket = "") => cells.get(JSON.stringify([kpi, segment, bucket])),
    refused,
  };
}

/** Whether parts make up a whole that the engine computed from the records. */
export function adds(parts: readonly (number | null)[], whole: number | null): boolean {
  const sum = parts.reduce<number>((all, one) => all + (one ?? 0), 0);
  return whole !== null && parts.every((one) => (one ?? 0) >= 0) && Math.abs(sum - whole) <= sum * 1e-6;
}

/** Whether a KPI's parts make up its whole: only then is a part a share of it. Ratios and distinct counts do not. */
export function hasShares(grid: Grid, kpi: string): boolean {
  const total = grid.cell(kpi, null);
  if (grid.dimensions.length === 0 || (total?.unit !== "count" && total?.unit !== "money")) return false;
  const parts = grid.segments.map(({ key }) => grid.cell(kpi, key)?.value ?? null);
  return total.value !== 0 && adds(parts, total.value);
}

/** What is not set or not allocated. */
export const isUnnamed = ({ by }: Segment): boolean => Object.values(by).every((value) => /^\(|^$/.test(value));

const unnamed = (segment: Segment) => Number(isUnnamed(segment));

/** Segments by a value or a change (largest first, with a minus smallest first) or by `name`; no value after, no name last. */
export function sortSegments(grid: Grid, sort: string | undefined): readonly Segment[] {
  const {
    kpi: id,
    part,
    step,
    down,
  } = sortOf(sort) ?? {
    kpi: grid.kpis.find((kpi) => grid.segments.some(({ key }) => grid.cell(kpi, key))) ?? "",
    part: "value",
    down: true,
  };
  const byName = (a: Segment, b: Segment) =>
    Object.values(a.by).join("\n").localeCompare(Object.values(b.by).join("\n"));
  if (id === "name") return grid.segments.toSorted((a, b) => (down ? byName(a, b) : byName(b, a)));
  const value = ({ key }: Segment) => {
    const row = grid.cell(id, key, step);
    return (part === "change" ? row?.previous?.change : row?.value) ?? null;
  };
  return grid.segments.toSorted((a, b) => {
    if (unnamed(a) !== unnamed(b)) return unnamed(a) - unnamed(b);
    const [left, right] = [value(a), value(b)];
    if (left === right) return byName(a, b);
    if (left === null || right === null) return left === null ? 1 : -1;
    return down ? right - left : left - right;
  });
}
