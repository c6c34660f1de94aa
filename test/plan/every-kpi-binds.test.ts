import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Engine } from "../../src/engine/engine.ts";
import { migrate } from "../../src/engine/migrate.ts";
import { openEngine } from "../../src/engine/open-engine.ts";
import { DERIVED_IDS, FACT_IDS, FACTS } from "../../src/model/facts.ts";
import type { Inventory, LoadedPart } from "../../src/model/inventory.ts";
import { questionSchema } from "../../src/model/question.ts";
import { workspaceSchema } from "../../src/model/workspace.ts";
import { answerQuestion } from "../../src/plan/answer/answer-question.ts";
import { dimensionColumns } from "../../src/plan/dimensions/dimension.ts";
import type { QuestionRow } from "../../src/plan/plan.ts";
import { planQuestion } from "../../src/plan/plan-question.ts";
import { loadCatalogue } from "../../src/service/catalogue/load-catalogue.ts";
import { exclusionsStatement } from "../../src/sql/question/exclusions-statement.ts";
import { questionStatement, type Statement } from "../../src/sql/question/question-statement.ts";
import { rowsStatements } from "../../src/sql/question/rows-statement.ts";

const { kpis } = loadCatalogue({ productDir: join(import.meta.dirname, "../..") });
const directory = mkdtempSync(join(tmpdir(), "leadline-binds-"));
let engine: Engine;

const part: Omit<LoadedPart, "fact"> = {
  grain: dimensionColumns().toSorted().join("+"),
  scope: "",
  from: "2025-01-01",
  to: "2026-12-31",
  rows: 1,
  dimensions: dimensionColumns(),
  attributes: ["tier"],
  currencies: ["USD"],
  platforms: ["google_ads"],
};

/** Every table is loaded, in another currency, partly replaced by a later load. */
const inventory: Inventory = {
  loads: [],
  visible: FACT_IDS.map((fact, index) => ({
    ...part,
    fact,
    grain: "preAggregated" in FACTS[fact] ? part.grain : "",
    loadNo: index + 1,
    system: fact,
    connection: "main",
    hidden: [{ from: "2026-02-10", to: "2026-02-12" }],
  })),
  buildNo: 1,
  derived: DERIVED_IDS.map((fact) => ({ ...part, fact, grain: "" })),
  dataVersion: "1",
};

beforeAll(async () => {
  engine = await openEngine({ path: join(directory, "warehouse") });
  await migrate(engine);
});

afterAll(async () => {
  await engine.close();
  rmSync(directory, { recursive: true, force: true });
});

const workspace = workspaceSchema.parse({
  fiscal_year_start: 2,
  week_start: "saturday",
  markets: { dach: ["DE", "AT"], apac: ["CN"] },
  gross_margin: 0.8,
  revenue_targets: { "2026": 1_000_000 },
});

test.each([
  { period: "2026-Q1" },
  { period: "2026-Q1", grain: "week", compare: "last-year" },
  { period: "FY2026", grain: "quarter", by: ["market", "tier"], compare: "previous" },
  { period: "2026-03", grain: "month", by: ["channel"], where: { country: ["DE", "(not set)"], market: ["dach"] } },
  { period: "year-to-date", grain: "year", compare: "last-year", mode: "cohort" },
  { period: "2026-01-15..2026-03-10", grain: "day", where: { "attributes.tier": ["it's"] } },
])("every KPI of the catalogue, asked at once as %j, is a statement that the engine takes", async (asked) => {
  const question = questionSchema.parse({ kpis: [...kpis.keys()].slice(0, 60), ...asked });
  for (const list of [question.kpis, [...kpis.keys()].slice(60)]) {
    const plan = planQuestion({
      question: { ...question, kpis: list },
      catalogue: kpis,
      workspace,
      inventory,
      today: "2026-03-20",
    });
    const statements = [questionStatement(plan), exclusionsStatement(plan)].filter(
      (one): one is Statement => one !== null,
    );
    for (const { sql, parameters } of statements) await engine.explain(sql, parameters);
    for (const kpi of list)
      for (const { sql, parameters } of rowsStatements(plan, kpi, 5)) await engine.explain(sql, parameters);
    const [statement] = statements;
    const rows = statement === undefined ? [] : await engine.query<QuestionRow>(statement.sql, statement.parameters);
    const answer = answerQuestion(plan, rows);
    for (const row of [...answer.rows, ...answer.total]) {
      expect(row.value === null || Number.isFinite(row.value), row.kpi).toBe(true);
      expect(row.state === "ok" || row.reason !== undefined, `${row.kpi} says why`).toBe(true);
    }
    expect(new Set(answer.total.map(({ kpi }) => kpi))).toEqual(new Set(list));
  }
});
