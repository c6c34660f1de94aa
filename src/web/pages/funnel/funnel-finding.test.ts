import { expect, test } from "vitest";
import type { AnswerRow, KpiInfo } from "../../api/client.ts";
import { funnelFinding } from "./funnel-finding.ts";
import type { Step } from "./funnel-types.ts";

const period = { from: "2026-09-01", to: "2026-09-30", label: "2026-09" };
const kpi = { better: "higher" } as KpiInfo;
const steps: readonly Step[] = [
  { from: "lead", to: "mql", rate: "lead_to_mql_rate", velocity: null },
  { from: "mql", to: "sql", rate: "mql_to_sql_rate", velocity: null },
];
const rate = (value: number, before: number, half: number, state: AnswerRow["state"] = "ok") =>
  ({
    value,
    state,
    interval: [value - half, value + half],
    previous: { value: before, change: value / before - 1, state: "ok", period },
  }) as unknown as AnswerRow;
const found = (first: AnswerRow, second: AnswerRow) =>
  funnelFinding({
    plan: { stages: [], steps, spans: [] },
    kpis: { lead_to_mql_rate: kpi, mql_to_sql_rate: kpi },
    segments: [{ by: {}, rows: { lead_to_mql_rate: first, mql_to_sql_rate: second } }],
  });

test("a fall beyond chance is the finding, even beside a greater rise", () => {
  expect(found(rate(0.4, 0.2, 0.05), rate(0.4, 0.5, 0.05))).toMatchObject({ kind: "worse", step: { from: "mql" } });
});

test("changes within their intervals are chance", () => {
  expect(found(rate(0.4, 0.41, 0.05), rate(0.4, 0.42, 0.05))).toBe("steady");
});

test("cohorts that are too young are not judged", () => {
  expect(found(rate(0.1, 0.4, 0.02, "immature"), rate(0.1, 0.4, 0.02, "immature"))).toBeNull();
});
