import { expect, test } from "vitest";
import type { AnswerRow, State } from "../../../model/answer.ts";
import { boardFinding } from "./board-finding.ts";

const period = { from: "2026-09-01", to: "2026-09-30", label: "2026-09" };
const row = (kpi: string, value: number | null, before: number, state: State = "ok"): AnswerRow => ({
  kpi,
  period,
  by: {},
  value,
  state,
  unit: "count",
  definition: `${kpi}@1`,
  previous: { value: before, change: value === null ? null : value / before - 1, state: "ok", period },
});

test("a board says how many are better, which are worse, which are as before or still open", () => {
  const rows = [
    row("a", 12, 10),
    row("b", 8, 10),
    { ...row("c", 11, 10), interval: [9, 13] as const },
    row("d", 5, 10, "incomplete"),
    row("e", null, 10, "no_data"),
    row("f", 10, 10),
  ];
  const kpis = Object.fromEntries(rows.map(({ kpi }) => [kpi, { better: "higher" as const }]));
  expect(boardFinding(rows, kpis)).toEqual({ all: 6, better: 1, worse: ["b"], steady: 2, open: 1, empty: 1 });
});
