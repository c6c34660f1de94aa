import { expect, test } from "vitest";
import type { Answer, AnswerRow } from "../../src/model/answer.ts";
import { mismatches, truthQuestions } from "./compare.ts";
import type { Truth, TruthCase } from "./truth.ts";

const row = (kpi: string, value: number | null, by: Record<string, string> = {}): AnswerRow => ({
  kpi,
  period: { from: "2026-01-01", to: "2026-01-31", label: "2026-01" },
  by,
  value,
  state: value === null ? "no_data" : "ok",
  unit: "count",
  definition: `${kpi}@1`,
});
const answer = (...rows: AnswerRow[]): Answer => ({ rows }) as unknown as Answer;
const leads: TruthCase = { kpi: "leads", period: "2026-01", value: 10 };

test("an equal value is confirmed, another one, none and no row are not", () => {
  expect(mismatches([leads], answer(row("leads", 10)))).toEqual([]);
  expect(mismatches([leads], answer(row("leads", 11)))).toHaveLength(1);
  expect(mismatches([leads], answer(row("leads", null)))[0]?.state).toBe("no_data");
  expect(mismatches([leads], answer())[0]?.state).toBe("no row");
});

test("empty is not zero", () => {
  expect(mismatches([{ ...leads, value: null }], answer(row("leads", 0)))).toHaveLength(1);
  expect(mismatches([{ ...leads, value: 0 }], answer(row("leads", null)))).toHaveLength(1);
});

test("a breakdown may leave out a value without anything, but nothing else", () => {
  const by = { channel: "Webinar" };
  expect(mismatches([{ ...leads, by, value: 0 }], answer())).toEqual([]);
  expect(mismatches([{ ...leads, by }], answer(row("leads", 10, { channel: "Email" })))).toHaveLength(1);
});

test("cases of one period and breakdown are asked at once", () => {
  const truth = {
    today: "2026-02-01",
    cases: [leads, { kpi: "mqls", period: "2026-01", value: 1 }, { ...leads, by: { channel: "Email" } }],
  } as unknown as Truth;
  expect(truthQuestions(truth).map(({ question }) => [question.kpis, question.by])).toEqual([
    [["leads", "mqls"], []],
    [["leads"], ["channel"]],
  ]);
});
