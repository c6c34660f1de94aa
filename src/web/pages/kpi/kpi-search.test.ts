import { expect, test } from "vitest";
import { questionOf, readKpiSearch } from "./kpi-search.ts";

test("an address is read, and what cannot be read is left out", () => {
  expect(readKpiSearch({ mode: "cohort", window: 90, by: "campaign", rows: "2", table: "touch" })).toEqual({
    mode: "cohort",
    window: "90",
    by: "campaign",
    rows: "2",
    table: "touch",
  });
  expect(readKpiSearch({ mode: "weekly", window: "-3", by: "<b>", rows: "0", table: "a b" })).toEqual({});
});

test("a KPI narrowed to a channel asks about that channel alone", () => {
  expect(questionOf("leads", "2026-09", readKpiSearch({ where: "channel:Email;campaign:a|b" }))).toEqual({
    kpis: ["leads"],
    period: "2026-09",
    where: { channel: ["Email"], campaign: ["a", "b"] },
  });
});

test("a window counts in cohorts only", () => {
  expect(questionOf("leads", "2026-09", { window: "30" })).toEqual({ kpis: ["leads"], period: "2026-09" });
  expect(questionOf("leads", "2026-09", { mode: "cohort", window: "30" })).toEqual({
    kpis: ["leads"],
    period: "2026-09",
    mode: "cohort",
    window: 30,
  });
});
