import type { Answer, AnswerRow } from "../../src/model/answer.ts";
import type { Truth, TruthCase } from "./truth.ts";

/** What is asked of Leadline for a group of cases. */
export interface TruthQuestion {
  readonly kpis: readonly string[];
  readonly period: string;
  readonly by: readonly string[];
  readonly mode: "period" | "cohort";
  readonly window?: number;
  readonly asOf: string;
}

export interface Mismatch extends TruthCase {
  readonly got: number | null;
  readonly state: string;
  readonly reason: string;
}

/** A board's worth of KPIs at once. */
const AT_ONCE = 40;

/** Counts and rates are exact but for the last bits of a float; money may differ by what single rows are rounded to. */
const tolerance = (unit: AnswerRow["unit"]): number =>
  unit === "count" || unit === "ratio" || unit === "days" || unit === "seconds" ? 1e-9 : 1e-6;

export function truthQuestions(
  truth: Truth,
): { readonly question: TruthQuestion; readonly cases: readonly TruthCase[] }[] {
  const groups = Map.groupBy(truth.cases, ({ period, by, mode, window }) =>
    JSON.stringify([period, Object.keys(by ?? {}), mode, window]),
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const kpis = [...new Set(group.map(({ kpi }) => kpi))];
    const chunks = Array.from({ length: Math.ceil(kpis.length / AT_ONCE) }, (_, i) =>
      kpis.slice(i * AT_ONCE, (i + 1) * AT_ONCE),
    );
    return chunks.map((chunk) => ({
      question: {
        kpis: chunk,
        period: first.period,
        by: Object.keys(first.by ?? {}),
        mode: first.mode ?? "period",
        ...(first.window === undefined ? {} : { window: first.window }),
        asOf: truth.today,
      },
      cases: group.filter(({ kpi }) => chunk.includes(kpi)),
    }));
  });
}

/** The cases that an answer does not confirm. A breakdown may leave out a value of which there is nothing to tell. */
export function mismatches(cases: readonly TruthCase[], answer: Answer): Mismatch[] {
  return cases.flatMap((expected) => {
    const by = Object.entries(expected.by ?? {});
    const row = answer.rows.find(
      (one) => one.kpi === expected.kpi && by.every(([dimension, value]) => one.by[dimension] === value),
    );
    if (row === undefined && by.length > 0 && (expected.value === null || expected.value === 0)) return [];
    const got = row?.value ?? null;
    const same =
      row !== undefined &&
      (got === null || expected.value === null
        ? got === expected.value
        : Math.abs(got - expected.value) <= tolerance(row.unit) * Math.max(1, Math.abs(expected.value)));
    return same ? [] : [{ ...expected, got, state: row?.state ?? "no row", reason: row?.reason?.text ?? "" }];
  });
}

/** One line a mismatch, for people. */
export const inWords = ({ kpi, period, by, mode, window, value, got, state, reason }: Mismatch): string =>
  `${kpi} ${period}${by === undefined ? "" : ` ${JSON.stringify(by)}`}${mode === undefined ? "" : ` cohort ${window} d`}: expected ${value}, got ${got} (${state}) ${reason}`;
