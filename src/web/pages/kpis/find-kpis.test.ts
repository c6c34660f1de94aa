import { expect, test } from "vitest";
import { findKpis } from "./find-kpis.ts";

const kpi = (id: string, en: string, zh: string, goal_class: "performance" | "impact" | "loyalty") => ({
  id,
  name: { en, zh },
  definition: { en: "", zh: "" },
  goal_class,
  race: "act" as const,
  timing: "leading" as const,
});
const kpis = [kpi("win_rate", "Win rate", "赢单率", "impact"), kpi("sessions", "Sessions", "会话数", "performance")];
const ids = (wanted: Parameters<typeof findKpis>[1]) => findKpis(kpis, wanted).map(({ id }) => id);

test("a KPI is found by words of either language or its id", () => {
  expect(ids({ q: "RATE win" })).toEqual(["win_rate"]);
  expect(ids({ q: "会话" })).toEqual(["sessions"]);
  expect(ids({ q: "" })).toEqual(["win_rate", "sessions"]);
});

test("words and choices narrow together", () => {
  expect(ids({ q: "", goal: "impact" })).toEqual(["win_rate"]);
  expect(ids({ q: "sessions", goal: "impact" })).toEqual([]);
});
