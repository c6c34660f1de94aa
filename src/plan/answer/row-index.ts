import type { Distribution } from "../../language/value.ts";
import type { Durations } from "../../methods/kaplan-meier.ts";
import type { WeightedValue } from "../../methods/weighted-values.ts";
import { shownEmpty } from "../dimensions/dimension.ts";
import type { Level, Location, Plan, QuestionRow } from "../plan.ts";

/** What the rows say about one slot in one group. */
export interface SlotResult {
  /** Null: rows are there, but none gives the figure. */
  readonly text: string | null;
  readonly cases: number;
  readonly lacking: number;
  /** Currencies and days without an exchange rate among the rows, `USD 2026-03-05`. */
  readonly rateless: readonly string[];
}

/** A combination of dimension values as shown, in the order of the question's `by`. */
export type Segment = readonly string[];

/** The statement's rows, found by scan, level and key. */
export interface RowIndex {
  readonly find: (location: Location, segment: Segment | null) => SlotResult | undefined;
  /** The distribution that a slot's text holds, always the same object for the same text. */
  readonly distribution: (text: string) => Distribution;
  /** False where the scan found that the slot's category of cost is loaded on no day at all. */
  readonly isLoaded: (location: Pick<Location, "scan" | "index">) => boolean;
  /** Whether cost is booked on a segment (null: on anything that the filters leave) on any day. */
  readonly isBooked: (location: Pick<Location, "scan" | "index">, segment: Segment | null) => boolean;
  /** Segments of a group that have rows for the slot. */
  readonly segments: (location: Location) => readonly Segment[];
}

export function indexRows(plan: Plan, rows: readonly QuestionRow[]): RowIndex {
  const groups = new Map<string, Map<string, { readonly row: QuestionRow; readonly segment: Segment }>>();
  for (const row of rows) {
    const level = Number(row.level) as Level;
    const segment = level === 0 || level === 4 ? shown(plan, Number(row.scan), row.by) : [];
    const key = groupKey({ scan: Number(row.scan), level, key: row.key });
    const group = groups.get(key) ?? new Map();
    group.set(JSON.stringify(segment), { row, segment });
    groups.set(key, group);
  }
  const distributions = new Map<string, Distribution>();
  return {
    distribution: (text) => {
      const known = distributions.get(text) ?? { kind: "distribution", ...readDistribution(text) };
      distributions.set(text, known);
      return known;
    },
    find: (location, segment) => {
      const found = groups.get(groupKey(location))?.get(JSON.stringify(segment ?? []));
      return found === undefined ? undefined : resultOf(found.row, location.index);
    },
    isLoaded: ({ scan, index }) => {
      const found = groups.get(groupKey({ scan, level: 3, key: "" }))?.get("[]");
      return found === undefined || resultOf(found.row, index).cases > 0;
    },
    isBooked: ({ scan, index }, segment) => {
      const group = groups.get(groupKey({ scan, level: 4, key: "" }));
      const rows = segment === null ? [...(group?.values() ?? [])] : [group?.get(JSON.stringify(segment))];
      return rows.some((found) => found !== undefined && resultOf(found.row, index).cases > 0);
    },
    segments: (location) =>
      [...(groups.get(groupKey(location))?.values() ?? [])].flatMap(({ row, segment }) => {
        const { cases, lacking } = resultOf(row, location.index);
        return cases + lacking > 0 ? [segment] : [];
      }),
  };
}

function groupKey({ scan, level, key }: Pick<Location, "scan" | "level" | "key">): string {
  return `${scan}|${level}|${key}`;
}

function shown(plan: Plan, number: number, by: readonly string[]): Segment {
  const scan = plan.scans[number];
  return by.map((value, index) => {
    const dimension = scan?.by[index];
    return value === "" && scan !== undefined && dimension !== undefined ? shownEmpty(scan.table, dimension) : value;
  });
}

function resultOf(row: QuestionRow, index: number): SlotResult {
  return {
    text: row.measures[index] ?? null,
    cases: Number(row.cases[index] ?? 0),
    lacking: Number(row.lacking[index] ?? 0),
    rateless: row.rateless,
  };
}

/** Reads `([values],[counts],[open values],[counts])`. */
export function readDistribution(text: string): Durations {
  const parts = JSON.parse(text.replace(/^\(/, "[").replace(/\)$/, "]")) as readonly (readonly number[])[];
  const [finished = [], finishedCounts = [], open = [], openCounts = []] = parts;
  return { finished: zipped(finished, finishedCounts), censored: zipped(open, openCounts) };
}

function zipped(values: readonly number[], counts: readonly number[]): readonly WeightedValue[] {
  return values.map((value, index) => [Number(value), Number(counts[index] ?? 0)]);
}
