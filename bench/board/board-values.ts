import type { Answer, AnswerPeriod } from "../../src/model/answer.ts";

/** The KPIs of the board, in its order; the columns of the hand-written queries have the same names. */
export const BOARD_KPIS = [
  "sessions",
  "non_paid_share",
  "leads",
  "traffic_to_lead_rate",
  "sqls",
  "lead_to_sql_rate",
  "mroi",
  "sql_to_won_rate",
  "ltv_margin",
  "ltv_cac",
] as const;

/** Twelve months, each against the month before it, and the year against the year before. */
export const BOARD_QUESTION = {
  kpis: [...BOARD_KPIS],
  period: "2025-11-01..2026-10-31",
  grain: "month",
  compare: "previous",
} as const;

/** `period kpi` to the value. Periods are the first day of a month, `this year` and `last year`. */
export type BoardValues = ReadonlyMap<string, number>;

/** A row of a hand-written query. */
export type BoardRow = Readonly<Record<"period" | (typeof BOARD_KPIS)[number], unknown>>;

/** What is null or infinite has no value: a division by zero. */
export function valuesOfRows(rows: readonly BoardRow[]): BoardValues {
  return new Map(
    rows.flatMap((row) =>
      BOARD_KPIS.flatMap((kpi): (readonly [string, number])[] => {
        const value = row[kpi] == null ? Number.NaN : Number(row[kpi]);
        return Number.isFinite(value) ? [[`${row.period} ${kpi}`, value]] : [];
      }),
    ),
  );
}

const YEARS: Readonly<Record<string, string>> = { "2025-11-01": "this year", "2024-11-01": "last year" };

/** Every value that an answer shows, the compared ones included. */
export function valuesOfAnswer(answer: Answer): BoardValues {
  const values = new Map<string, number>();
  const add = (period: string, kpi: string, value: number | null): void => {
    if (value !== null) values.set(`${period} ${kpi}`, value);
  };
  const both = (name: (period: AnswerPeriod) => string, rows: Answer["rows"]): void => {
    for (const { kpi, period, value, previous } of rows) {
      add(name(period), kpi, value);
      if (previous !== undefined) add(name(previous.period), kpi, previous.value);
    }
  };
  both(({ from }) => from, answer.rows);
  both(({ from }) => YEARS[from] ?? from, answer.total);
  return values;
}

/** What differs by more than one in a billion, or is there on one side only; empty = the same board. */
export function differences(own: BoardValues, other: BoardValues): readonly string[] {
  return [...new Set([...own.keys(), ...other.keys()])].flatMap((key) => {
    const [a, b] = [own.get(key) ?? Number.NaN, other.get(key) ?? Number.NaN];
    return Math.abs(a - b) <= 1e-9 * Math.abs(b) ? [] : [`${key}: ${a} and ${b}`];
  });
}
