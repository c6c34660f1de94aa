import { rmSync } from "node:fs";
import { dirname } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { FUNNEL_STAGES, funnelPlan, stagePairs } from "../../src/service/funnel/funnel-plan.ts";
import { showCohorts } from "../../src/service/funnel/show-cohorts.ts";
import { showFunnel } from "../../src/service/funnel/show-funnel.ts";
import { type TestWorkspace, testWorkspace } from "../support/workspace.ts";
import { contactsFile } from "./contacts.ts";

let team: TestWorkspace;
const file = contactsFile();

beforeAll(async () => {
  team = await testWorkspace();
  expect(await team.load(file)).toMatchObject({ preset: "hubspot", status: "committed", rows_loaded: 10 });
});
afterAll(async () => {
  await team.close();
  rmSync(dirname(file), { recursive: true, force: true });
});

describe("which KPI belongs where", () => {
  test("stages, steps and spans are read from the catalogue", () => {
    const { stages, steps, spans } = funnelPlan(team.workspace.catalogue.kpis);
    expect(stages.map(({ stage, count }) => [stage, count])).toEqual([
      ["visit", "sessions"],
      ["lead", "leads"],
      ["mql", "mqls"],
      ["sql", "sqls"],
      ["opportunity", "opportunity_entries"],
      ["won", "won_entries"],
    ]);
    expect(steps.map(({ from, to, rate, velocity }) => [from, to, rate, velocity])).toEqual([
      ["visit", "lead", "traffic_to_lead_rate", null],
      ["lead", "mql", "lead_to_mql_rate", "lead_velocity"],
      ["mql", "sql", "mql_to_sql_rate", "mql_velocity"],
      ["sql", "opportunity", "sql_to_opportunity_rate", "sql_to_opportunity_velocity"],
      ["opportunity", "won", "opportunity_to_won_rate", "sales_cycle"],
    ]);
    expect(spans.map(({ from, rate, velocity }) => [from, rate, velocity])).toEqual([
      ["lead", "lead_to_customer_rate", null],
      ["mql", "mql_to_won_rate", null],
      ["sql", "sql_to_won_rate", "sql_velocity"],
    ]);
  });

  test("from any stage to any later stage there is a rate to follow", () => {
    const pairs = stagePairs(team.workspace.catalogue.kpis).map(({ from, to }) => `${from}>${to}`);
    const persons = FUNNEL_STAGES.slice(1);
    for (const [index, from] of persons.entries())
      for (const to of persons.slice(index + 1)) expect(pairs).toContain(`${from}>${to}`);
    expect(pairs).toContain("mql>demo");
  });
});

describe("the funnel of ten contacts, worked out by hand", () => {
  const shown = async (question: Record<string, unknown>) => {
    const { segments } = await showFunnel(team.workspace, question, "en");
    return segments[0]?.rows ?? {};
  };

  test("by period: entries of the quarter, and what one stage's are of the other's", async () => {
    const rows = await shown({ period: "2026-Q1" });
    const values = ["leads", "mqls", "sqls", "opportunity_entries", "won_entries"].map((id) => rows[id]?.value);
    expect(values).toEqual([10, 5, 2, 1, 0]);
    expect(rows.lead_to_mql_rate).toMatchObject({ value: 0.5, n: 10 });
    expect(rows.mql_to_sql_rate).toMatchObject({ value: 0.4, n: 5 });
    expect(rows.sql_to_opportunity_rate).toMatchObject({ value: 0.5, n: 2 });
  });

  test("by period a month may have MQLs and no leads: then it has no rate, which is not 0", async () => {
    const rows = await shown({ period: "2026-04" });
    expect(rows.mqls?.value).toBe(1);
    expect(rows.leads?.value).toBe(0);
    expect(rows.lead_to_mql_rate).toMatchObject({ value: null, state: "zero_denominator" });
  });

  test("by cohort: of January's 8 leads 3 became MQL within 30 days, 5 within 120; the counts stay the period's", async () => {
    const january = { period: "2026-01", mode: "cohort" };
    const month = await shown({ ...january, window: 30 });
    expect(month.leads?.value).toBe(8);
    expect(month.lead_to_mql_rate).toMatchObject({ value: 3 / 8, n: 8, state: "ok" });
    expect((await shown({ ...january, window: 120 })).lead_to_mql_rate?.value).toBe(5 / 8);
  });

  test("the median counts those who wait: days 10, 20, 30, 40, 100 and three open give 40, not 30", async () => {
    expect((await shown({ period: "2026-01" })).lead_velocity).toMatchObject({ value: 40, n: 8 });
  });

  test("a cohort whose window has not passed is immature, not judged", async () => {
    const rows = await shown({ period: "2026-01", mode: "cohort", window: 60, asOf: "2026-03-15" });
    expect(rows.lead_to_mql_rate).toMatchObject({
      value: 0.5,
      state: "immature",
      cohort: { window_days: 60, days_elapsed: 43 },
    });
  });

  test("visits have no cohort, and none are loaded: both are said, neither is 0", async () => {
    const rows = await shown({ period: "2026-01", mode: "cohort" });
    expect(rows.sessions).toMatchObject({ value: null, state: "no_data" });
    expect(rows.traffic_to_lead_rate).toMatchObject({ value: null, reason: { code: "no_cohort" } });
  });

  test("segments stand beside the whole, the largest first", async () => {
    const { segments } = await showFunnel(team.workspace, { period: "2026-01", by: ["channel"] }, "en");
    expect(segments.map(({ by, rows }) => [by.channel, rows.leads?.value, rows.lead_to_mql_rate?.value])).toEqual([
      [undefined, 8, 0.25],
      ["Paid Search", 6, 2 / 6],
      ["Organic Search", 2, 0],
    ]);
  });

  test.each([
    { period: "2026-Q1", compare: "previous" },
    { period: "2026-Q1", mode: "cohort", window: 90 },
    { period: "2026-Q1", where: { channel: ["Paid Search"] } },
  ])("every number is what ask says: %o", async (question) => {
    const { segments, plan } = await showFunnel(team.workspace, question, "en");
    const rows = segments[0]?.rows ?? {};
    const rates = [...plan.steps, ...plan.spans].flatMap(({ rate, velocity }) => [rate, velocity]);
    const { mode: _, window: __, ...plain } = { mode: "", window: 0, ...question };
    for (const [id, row] of Object.entries(rows)) {
      const asked = await team.ask({ ...(rates.includes(id) ? question : plain), kpis: [id] });
      expect(row.value, id).toBe(asked.rows[0]?.value);
      expect(row.state, id).toBe(asked.rows[0]?.state);
      expect(row.interval, id).toEqual(asked.rows[0]?.interval);
      expect(row.previous?.value, id).toBe(asked.rows[0]?.previous?.value);
    }
    expect(Object.keys(rows)).toHaveLength(23);
  });
});

describe("the triangle of ten contacts, worked out by hand", () => {
  const shares = (cells: readonly { value: number | null }[]) => cells.map(({ value }) => value);

  test("a line for each month of entry, a column for each window", async () => {
    const shown = await showCohorts(team.workspace, { from: "lead", to: "mql" }, { period: "2026-01-01..2026-03-31" });
    expect(shown.windows).toEqual([30, 60, 90, 120, 180]);
    expect(shown.lines.map(({ period, entered }) => [period.label, entered?.value])).toEqual([
      ["2026-01", 8],
      ["2026-02", 2],
      ["2026-03", 0],
    ]);
    expect(shares(shown.lines[0]?.cells ?? [])).toEqual([3 / 8, 4 / 8, 4 / 8, 5 / 8, 5 / 8]);
    expect(shares(shown.lines[1]?.cells ?? [])).toEqual([0.5, 0.5, 0.5, 0.5, 0.5]);
    // Nobody entered in March: empty, not 0.
    expect(shares(shown.lines[2]?.cells ?? [])).toEqual([null, null, null, null, null]);
    expect(shown.whole.cells[0]).toMatchObject({ value: 4 / 10, n: 10 });
  });

  test("windows that have not passed are marked with the days that have", async () => {
    const shown = await showCohorts(
      team.workspace,
      { from: "lead", to: "mql", windows: [30, 60] },
      { period: "2026-01", asOf: "2026-03-15" },
    );
    expect(shown.lines[0]?.cells.map(({ state, cohort }) => [state, cohort?.days_elapsed])).toEqual([
      ["ok", 30],
      ["immature", 43],
    ]);
  });

  test("stages that need not follow each other", async () => {
    const shown = await showCohorts(team.workspace, { from: "lead", to: "opportunity" }, { period: "2026-01" });
    // One of the 8 after 36 days, another after 85.
    expect(shares(shown.lines[0]?.cells ?? [])).toEqual([0, 1 / 8, 2 / 8, 2 / 8, 2 / 8]);
  });

  test("stages the wrong way round are refused with what there is", async () => {
    const wrong = showCohorts(team.workspace, { from: "won", to: "lead" }, { period: "2026-01" });
    await expect(wrong).rejects.toMatchObject({ code: "funnel.no_pair" });
    await expect(wrong).rejects.toThrow("from won to lead");
  });
});
