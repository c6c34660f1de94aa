import type { Answer, AnswerRow } from "../../src/model/answer.ts";
import type { KpiExample } from "../../src/model/kpi.ts";

type Expected = KpiExample["answer"][number];

/** What differs between an answer and the one computed by hand, one sentence each; nothing where they agree. */
export function differences(answer: Answer, { question, answer: expected }: KpiExample): readonly string[] {
  return expected.flatMap((one) => {
    const inRows = one.by !== undefined || (question.by ?? []).length === 0;
    const rows = (inRows ? answer.rows : answer.total).filter((row) => matches(row, one));
    const [row] = rows;
    const which = JSON.stringify({ ...one.by, ...(one.period === undefined ? {} : { period: one.period }) });
    if (row === undefined) return [`${which} is missing among ${JSON.stringify(answer.rows.map(({ by }) => by))}`];
    if (inRows && rows.length > 1) return [`${which} has ${rows.length} rows`];
    return compare(row, one).map((difference) => `${which} ${difference}`);
  });
}

function matches(row: AnswerRow, { by = {}, period }: Expected): boolean {
  if (period !== undefined && row.period.label !== period) return false;
  return Object.entries(by).every(([dimension, value]) => row.by[dimension] === value);
}

function compare(row: AnswerRow, expected: Expected): readonly string[] {
  const wrong: string[] = [];
  const check = (what: string, got: unknown, want: unknown, equal: boolean): void => {
    if (!equal) wrong.push(`${what}: ${JSON.stringify(got)} instead of ${JSON.stringify(want)}`);
  };
  check("value", row.value, expected.value, near(row.value, expected.value));
  const state = expected.state ?? "ok";
  check("state", row.state, state, row.state === state);
  if (expected.n !== undefined) check("n", row.n, expected.n, row.n === expected.n);
  if (expected.interval !== undefined) {
    const equal = expected.interval.every((limit, side) => near(row.interval?.[side] ?? null, limit, 1e-5));
    check("interval", row.interval, expected.interval, equal);
  }
  return wrong;
}

/** Equal to the digits that are written down in examples. */
function near(got: number | null, want: number | null, tolerance = 1e-6): boolean {
  if (got === null || want === null) return got === want;
  return Math.abs(got - want) <= tolerance * Math.max(Math.abs(want), tolerance);
}
