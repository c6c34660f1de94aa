import type { Answer, AnswerRow } from "../../../model/answer.ts";
import { adds, type Grid, hasShares, isUnnamed, type Segment } from "./grid.ts";

export const OTHER = "(other)";

/** The engine's own answers for all that is left, or that they are on their way. */
export type Asked = Pick<Answer, "rows">[] | "pending" | null;

export interface Gathering {
  readonly rest: readonly Segment[];
  /** "Other (23)". */
  readonly name: string;
  /** The dimension values that narrow a question to what is left; null where no filter can say it. */
  readonly values: readonly string[] | null;
  /** Null where the engine was not asked, and parts can only be added up. */
  readonly asked: Asked;
  /** Why a value is not there. */
  readonly unknown: (kpi: string) => string;
}

/**
 * The grid with one segment for all that is left. Its values are the engine's own answer for the group; where it was not
 * asked they are sums of what is proven to add up, and nothing of what does not.
 */
export function gather(
  grid: Grid,
  kept: readonly Segment[],
  gathering: Gathering,
): { grid: Grid; segments: Segment[] } {
  const { name, values, asked } = gathering;
  const by = Object.fromEntries(grid.dimensions.map((dimension) => [dimension, name]));
  const other: Segment = { key: OTHER, by, gathered: { name, values, pending: asked === "pending" } };
  const answered = new Map<string, AnswerRow>();
  if (Array.isArray(asked)) {
    const [whole, each] = asked;
    const put = (row: AnswerRow, bucket: string) => answered.set(`${row.kpi} ${bucket}`, { ...row, by });
    for (const row of whole?.rows ?? []) put(row, "");
    for (const row of each?.rows ?? []) put(row, row.period.label);
  }
  const cell: Grid["cell"] = (kpi, segment, bucket = "") => {
    if (segment !== OTHER) return grid.cell(kpi, segment, bucket);
    if (asked === null) return added(grid, gathering, by, kpi, bucket);
    return answered.get(`${kpi} ${bucket}`);
  };
  const at = kept.findIndex(isUnnamed);
  const before = at < 0 || !kept.slice(at).every(isUnnamed) ? kept.length : at;
  return { grid: { ...grid, cell }, segments: [...kept.slice(0, before), other, ...kept.slice(before)] };
}

/** The sum of what is left, where the parts make up the whole that the engine computed. */
function added(
  grid: Grid,
  { rest, unknown }: Gathering,
  by: AnswerRow["by"],
  kpi: string,
  bucket: string,
): AnswerRow | undefined {
  const total = grid.cell(kpi, null, bucket);
  const rows = rest.flatMap(({ key }) => grid.cell(kpi, key, bucket) ?? []);
  const [sample] = rows;
  if (sample === undefined || total === undefined) return undefined;
  const { period, unit, definition } = sample;
  const row = { kpi, period, by, unit, definition };
  const all = (value: Of) => grid.segments.map(({ key }) => value(grid.cell(kpi, key, bucket)) ?? null);
  if (!hasShares(grid, kpi) || !adds(all(valueNow), total.value)) {
    return { ...row, value: null, state: "not_additive", reason: { code: "not_additive", text: unknown(kpi) } };
  }
  const value = sumOf(rows, valueNow);
  const then = total.previous;
  const before = sumOf(rows, valueThen);
  return {
    ...row,
    value,
    state: total.state,
    ...(total.reason && { reason: total.reason }),
    ...(rows.some(({ n }) => n !== undefined) && { n: sumOf(rows, ({ n }) => n) }),
    ...(then &&
      adds(
        all((one) => one && valueThen(one)),
        then.value,
      ) && {
        previous: { ...then, value: before, change: before === 0 ? null : value / before - 1 },
      }),
  };
}

type Of = (row: AnswerRow | undefined) => number | null | undefined;
const valueNow: Of = (row) => row?.value;
const valueThen = (row: AnswerRow) => row.previous?.value;

/** To the digits that a sum of such numbers holds. */
const sumOf = (rows: readonly AnswerRow[], value: (row: AnswerRow) => number | null | undefined) =>
  Number(rows.reduce((sum, row) => sum + (value(row) ?? 0), 0).toPrecision(15));

/** The rows of an answer that a gathered table shows: of the kept segments, of what cannot be broken down, and of all others. */
export function rowsShown(
  answers: readonly (Pick<Answer, "rows"> | null | undefined)[],
  { grid, segments }: { readonly grid: Grid; readonly segments: readonly Segment[] },
): readonly AnswerRow[] {
  const texts = (by: AnswerRow["by"]) => JSON.stringify(grid.dimensions.map((one) => by[one] ?? null));
  const kept = new Set(segments.map(({ by }) => texts(by)));
  const whole = (row: AnswerRow) => grid.dimensions.some((one) => row.by[one] === undefined);
  const gathered = segments.find((one) => one.gathered);
  const of = (bucket: string) => grid.kpis.flatMap((kpi) => (gathered && grid.cell(kpi, gathered.key, bucket)) ?? []);
  const [first, second] = answers;
  return [
    ...(first?.rows ?? []).filter((row) => whole(row) || kept.has(texts(row.by))),
    ...of(""),
    ...(second?.rows ?? []).filter((row) => whole(row) || kept.has(texts(row.by))),
    ...(second ? grid.buckets.flatMap(({ label }) => of(label)) : []),
  ];
}
