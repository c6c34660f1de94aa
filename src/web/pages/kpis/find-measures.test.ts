import { expect, test } from "vitest";
import { findMeasures, type MeasureInfo } from "./find-measures.ts";

const measures: MeasureInfo[] = [
  {
    id: "lead_entries",
    label: { en: "Persons entering stage lead", zh: "进入线索阶段的人数" },
    unit: "count",
    tables: ["funnel_entry"],
    kpis: ["leads", "cpl"],
  },
  { id: "ad_cost", label: { en: "Ad spend", zh: "广告花费" }, unit: "money", tables: ["ad_daily"], kpis: ["ad_spend"] },
];
const ids = (q: string) => findMeasures(measures, q).map(({ id }) => id);

test("measures are found by meaning in either language, by table, and by a KPI that uses them", () => {
  expect(ids("")).toHaveLength(2);
  expect(ids("stage LEAD")).toEqual(["lead_entries"]);
  expect(ids("花费")).toEqual(["ad_cost"]);
  expect(ids("ad_daily")).toEqual(["ad_cost"]);
  expect(ids("cpl")).toEqual(["lead_entries"]);
  expect(ids("ad cpl")).toEqual(["lead_entries"]);
  expect(ids("ad_cost cpl")).toEqual([]);
});
