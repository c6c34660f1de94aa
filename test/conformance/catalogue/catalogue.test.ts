import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { names } from "../../../src/language/names.ts";
import { loadCatalogue } from "../../../src/service/catalogue/load-catalogue.ts";
import { LISTED_KPIS } from "./listed-kpis.ts";

const productDir = join(import.meta.dirname, "../../..");
const { kpis, boards, problems } = loadCatalogue({ productDir });
const all = [...kpis.values()];

test("every file of the catalogue is in order", () => {
  expect(problems.map(({ message, place }) => `${place.file}:${place.line} ${message}`)).toEqual([]);
});

test("the catalogue holds every KPI of its eight families, and only these", () => {
  const listed = Object.entries(LISTED_KPIS).flatMap(([family, ids]) => ids.map((id) => `${family}/${id}`));
  expect(all.map(({ kpi }) => `${kpi.family}/${kpi.id}`).sort()).toEqual(listed.sort());
});

test("a KPI's file is named after it and stands in the folder of its family", () => {
  for (const { kpi, file } of all) expect(file).toBe(`catalogue/${kpi.family}/${kpi.id}.yaml`);
});

describe.each(["en", "zh"] as const)("texts in %s", (language) => {
  test("no two KPIs share a name", () => {
    const seen = all.map(({ kpi }) => kpi.name[language].toLowerCase());
    expect(seen.filter((name, index) => seen.indexOf(name) !== index)).toEqual([]);
  });

  test("every KPI says what to do when it is off", () => {
    for (const { kpi } of all) expect(kpi.decisions[language].length, kpi.id).toBeGreaterThanOrEqual(2);
  });

  test("Chinese texts are Chinese, English ones are not", () => {
    const texts = all.flatMap(({ kpi }) => [kpi.definition[language], ...kpi.decisions[language]]);
    for (const text of texts) expect(/\p{Script=Han}/u.test(text), text).toBe(language === "zh");
  });

  test("other KPIs are called by their names, not by their ids", () => {
    const ids = new Set(all.map(({ kpi }) => kpi.id));
    const texts = all.flatMap(({ kpi }) => [kpi.definition[language], ...kpi.decisions[language]]);
    const told = texts.flatMap((text) => text.match(/\b[a-z]+(_[a-z0-9]+)+\b/g) ?? []);
    expect(told.filter((word) => ids.has(word))).toEqual([]);
  });
});

test("every KPI has a worked example", () => {
  expect(all.filter(({ kpi }) => kpi.example === undefined).map(({ kpi }) => kpi.id)).toEqual([]);
});

/** Rates of visits and of mails, and one that is a cohort always. */
const NO_STAGES = ["traffic_to_lead_rate", "click_to_open_rate", "nurture_to_mql_rate"];

test("every stage rate has a cohort mode", () => {
  const rates = all.filter(({ kpi }) => /_to_.*_rate$/.test(kpi.id) && !NO_STAGES.includes(kpi.id));
  expect(rates.map(({ kpi }) => kpi.id)).toHaveLength(11);
  expect(rates.filter(({ kpi }) => kpi.cohort === undefined).map(({ kpi }) => kpi.id)).toEqual([]);
});

test("shares of counts carry a Wilson interval, other ratios say why not by having none", () => {
  const without = all.filter(({ kpi }) => kpi.unit === "ratio" && kpi.interval === "none").map(({ kpi }) => kpi.id);
  // More than one event per case, shares of money or of a whole, growth, and a median are no shares of counts.
  expect(without.sort()).toEqual([
    "audience_growth",
    "conversion_share",
    "lead_velocity_rate",
    "macro_conversion_rate",
    "micro_conversion_rate",
    "mroi",
    "profit_margin",
    "read_depth",
    "social_engagement_rate",
    "spend_share",
  ]);
});

test("a healthy range tells its source and its year", () => {
  for (const { kpi } of all) {
    if (kpi.healthy === undefined) continue;
    for (const text of [kpi.healthy.note?.en, kpi.healthy.note?.zh]) expect(text, kpi.id).toMatch(/20\d\d/);
  }
});

test("related KPIs exist", () => {
  for (const { kpi } of all) for (const id of kpi.see ?? []) expect(kpis.has(id), `${kpi.id} sees ${id}`).toBe(true);
});

test("no formula of the catalogue rests on a KPI of its own name elsewhere by accident", () => {
  for (const { kpi, tree } of all) {
    const local = Object.keys(kpi.measures ?? {});
    expect(
      local.filter((name) => kpis.has(name)),
      kpi.id,
    ).toEqual([]);
    expect(names(tree).length, kpi.id).toBeGreaterThan(0);
  }
});

describe("boards", () => {
  const kpisOf = (id: string) => boards.get(id)?.groups.map(({ kpis: ids }) => ids) ?? [];

  test("the CMO board has ten KPIs in three groups", () => {
    expect(kpisOf("cmo")).toEqual([
      ["sessions", "non_paid_share"],
      ["leads", "traffic_to_lead_rate", "sqls", "lead_to_sql_rate", "mroi", "sql_to_won_rate"],
      ["ltv_margin", "ltv_cac"],
    ]);
  });

  test("the marketing manager's board has ten KPIs, the B2B scorecard seventeen", () => {
    expect(kpisOf("marketing").flat().sort()).toEqual(
      [
        "sales_revenue",
        "mqls",
        "sqls",
        "cpl",
        "cac_full",
        "ltv_margin",
        "mroi",
        "traffic_to_lead_rate",
        "lead_to_customer_rate",
        "organic_search_sessions",
      ].sort(),
    );
    expect(new Set(kpisOf("b2b").flat()).size).toBe(17);
  });
});
