import { expect, test } from "vitest";
import type { AnswerRow } from "../../../model/answer.ts";
import { drillLines, isKnown } from "./drill-lines.ts";

const row = (kpi: string, program: string, value: number | null): AnswerRow => ({
  kpi,
  period: { from: "2026-10-01", to: "2026-10-31", label: "2026-10" },
  by: { program },
  value,
  state: value === null ? "no_data" : "ok",
  unit: "count",
  definition: `${kpi}@1`,
});

test("the most leads stand first, then the most cost; what has no name last; what is empty not at all", () => {
  const lines = drillLines(
    [
      row("leads", "(not set)", 90),
      row("leads", "Nurture", 5),
      row("leads", "Welcome", 9),
      row("marketing_cost", "Trial", 40),
      row("leads", "Silent", 0),
    ],
    "program",
  );
  expect(lines.map(({ name }) => name)).toEqual(["Welcome", "Nurture", "Trial", "(not set)"]);
});

test("a level of which nothing has a name is not known", () => {
  expect(isKnown(drillLines([row("leads", "(not set)", 4), row("leads", "", 1)], "program"))).toBe(false);
  expect(isKnown(drillLines([row("leads", "Welcome", 4)], "program"))).toBe(true);
});
