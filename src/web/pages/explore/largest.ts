import type { ExploreSearch, Shape } from "./explore-search.ts";
import { type Grid, hasShares, isUnnamed, type Segment } from "./grid.ts";

/** Series that stay readable in one picture; lines and areas have no more colours. */
const READABLE: Readonly<Record<Shape, number>> = {
  table: Number.POSITIVE_INFINITY,
  line: 6,
  area: 6,
  bar: 20,
  heat: 20,
  scatter: 60,
};
/** Of bars nobody asked for so many of. */
const USUAL_BARS = 12;

export interface Limit {
  /** Segments that stand one by one. */
  readonly most: number;
  /** Fewer than so many more are not gathered. */
  readonly fewest: number;
}

/**
 * How many segments a picture or the table shows one by one: as many as are wanted and stay readable. A number that somebody
 * chose is kept to: all others are gathered. Where nobody did, bars, rows and points are gathered only from five on, for it
 * must spare more than three places to hide the names behind them; lines and areas cannot do with more than their colours.
 */
export function limitOf(shape: Shape, wanted: ExploreSearch["top"]): Limit {
  const readable = READABLE[shape];
  if (wanted !== undefined) return { most: Math.min(Number(wanted), readable), fewest: 2 };
  const coloured = shape === "line" || shape === "area";
  return { most: shape === "bar" ? USUAL_BARS : readable, fewest: coloured ? 2 : 5 };
}

/** What says which segments are the largest: a KPI's value, or the cases behind it where its values are no sizes. */
export interface Size {
  readonly kpi: string;
  readonly part: "value" | "n";
}

/** By the first KPI that counts or adds up; of rates, averages and durations by their cases, for a rate of one case is no size. */
export function sizeOf(grid: Grid): Size {
  const known = grid.kpis.filter((kpi) => grid.segments.some(({ key }) => grid.cell(kpi, key)));
  const rows = (kpi: string) => grid.segments.flatMap(({ key }) => grid.cell(kpi, key) ?? []);
  const counted = known.find((kpi) => rows(kpi).some(({ unit }) => unit === "count") || hasShares(grid, kpi));
  if (counted !== undefined) return { kpi: counted, part: "value" };
  const cases = known.find((kpi) => rows(kpi).some(({ n }) => n !== undefined));
  return cases !== undefined ? { kpi: cases, part: "n" } : { kpi: known[0] ?? "", part: "value" };
}

export interface Chosen {
  /** Those that stand for themselves, in the order given. */
  readonly kept: readonly Segment[];
  /** The others, the largest first; never one alone, which needs no name for all. */
  readonly rest: readonly Segment[];
  readonly by: Size;
}

/** The largest segments, and all without a name: what is not set or not allocated is never hidden among others. */
export function largestOf(grid: Grid, segments: readonly Segment[], { most, fewest }: Limit): Chosen {
  const by = sizeOf(grid);
  const size = ({ key }: Segment) => grid.cell(by.kpi, key)?.[by.part] ?? Number.NEGATIVE_INFINITY;
  const named = segments.filter((one) => !isUnnamed(one));
  const bySize = named.toSorted((a, b) => size(b) - size(a) || 0);
  const rest = bySize.slice(most);
  if (rest.length < fewest) return { kept: segments, rest: [], by };
  const left = new Set(rest);
  return { kept: segments.filter((one) => !left.has(one)), rest, by };
}
