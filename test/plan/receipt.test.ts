import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Engine } from "../../src/engine/engine.ts";
import { migrate } from "../../src/engine/migrate.ts";
import { openEngine } from "../../src/engine/open-engine.ts";
import type { FormulaPart, Receipt } from "../../src/model/answer.ts";
import { traceAnswer } from "../../src/plan/answer/answer-question.ts";
import type { QuestionRow } from "../../src/plan/plan.ts";
import type { LeftOutRow } from "../../src/plan/receipt/machine-shares.ts";
import { receiptDifferences } from "../../src/plan/receipt/receipt-differences.ts";
import { receiptOf } from "../../src/plan/receipt/receipt-of.ts";
import { loadCatalogue } from "../../src/service/catalogue/load-catalogue.ts";
import { exclusionsStatement } from "../../src/sql/question/exclusions-statement.ts";
import { questionStatement } from "../../src/sql/question/question-statement.ts";
import { rowsStatements } from "../../src/sql/question/rows-statement.ts";
import { type GoldenCase, insertRows, inventoryOf, planOf } from "./golden-case.ts";

const { kpis } = loadCatalogue({ productDir: join(import.meta.dirname, "../..") });
const directory = mkdtempSync(join(tmpdir(), "leadline-receipt-"));
let engine: Engine;

const data: GoldenCase = {
  name: "receipt",
  note: "",
  loads: [
    {
      fact: "ad_daily",
      system: "google_ads",
      grain: "campaign",
      from: "2026-03-01",
      to: "2026-03-31",
      rows: [
        { date: "2026-03-02", platform: "google_ads", campaign: "a", cost: 100, currency: "EUR", clicks: 7 },
        { date: "2026-03-03", platform: "google_ads", campaign: "a", cost: 10, currency: "USD", clicks: 1 },
      ],
    },
    {
      fact: "cost",
      system: "ledger",
      rows: [
        { date: "2026-03-01", category: "media", platform: "google_ads", amount: 100, currency: "EUR" },
        { date: "2026-03-01", category: "people", memo: "agency days", amount: 50, currency: "EUR" },
        { date: "2026-03-31", category: "sales", amount: 900, currency: "EUR" },
      ],
    },
    {
      fact: "stage_entry",
      system: "crm",
      rows: [
        { person_id: "p1", stage: "lead", date: "2026-03-01" },
        { person_id: "p2", stage: "lead", date: "2026-03-31" },
      ],
    },
  ],
  derived: {
    funnel_entry: [
      { person_key: "p1", stage: "lead", date: "2026-03-01", channel: "Email", load_no: 3, raw_row: 2 },
      { person_key: "p2", stage: "lead", date: "2026-03-31", channel: "Events", load_no: 3, raw_row: 3 },
      { person_key: "t1", stage: "lead", date: "2026-03-05", excluded: "test", load_no: 3, raw_row: 4 },
      { person_key: "t2", stage: "lead", date: "2026-03-05", excluded: "test", load_no: 3, raw_row: 5 },
      { person_key: "t3", stage: "mql", date: "2026-03-05", excluded: "test", load_no: 3, raw_row: 6 },
      { person_key: "c1", stage: "lead", date: "2026-03-31", excluded: "customer", load_no: 3, raw_row: 7 },
      { person_key: "c2", stage: "lead", date: "2026-04-01", excluded: "customer", load_no: 3, raw_row: 8 },
    ],
  },
  question: {},
  rows: [],
};
const inventory = inventoryOf(data, 1, 1);

beforeAll(async () => {
  engine = await openEngine({ path: join(directory, "warehouse") });
  await migrate(engine);
  await insertRows(engine, data, 1, 1);
  await engine.insert("load", [
    { load_no: 1, file: "google.csv" },
    { load_no: 2, file: "ledger.csv" },
    { load_no: 3, file: "crm.csv" },
  ]);
});

afterAll(async () => {
  await engine.close();
  rmSync(directory, { recursive: true, force: true });
});

async function receipt(kpi: string, question: Record<string, unknown>): Promise<Receipt> {
  const plan = planOf({ ...data, question: { kpis: [kpi], ...question } }, kpis, inventory);
  const statement = questionStatement(plan);
  const rows = statement === null ? [] : await engine.query<QuestionRow>(statement.sql, statement.parameters);
  const left = exclusionsStatement(plan, kpi);
  const exclusions = left === null ? [] : await engine.query<LeftOutRow>(left.sql, left.parameters);
  const traced = traceAnswer(plan, rows);
  return receiptOf({ plan, kpi, traced, statement, exclusions, inventory, engine: engine.version, product: "test" });
}

describe("a receipt", () => {
  test("holds the measures, the exclusions by rule, and the loads behind a value", async () => {
    const { answers, exclusions, loads, formula, definition } = await receipt("leads", { period: "2026-03" });
    expect(answers.map(({ value, measures }) => ({ value, measures }))).toEqual([
      { value: 2, measures: [{ measure: "lead_entries", value: "2", rows: 2 }] },
    ]);
    expect(exclusions).toEqual([
      { rule: "customer", rows: 1 },
      { rule: "test", rows: 2 },
    ]);
    expect(loads.map(({ file, rows, from, to }) => ({ file, rows, from, to }))).toEqual([
      { file: "stage_entry.csv", rows: 2, from: "2026-03-01", to: "2026-03-31" },
    ]);
    expect(formula).toBe("lead_entries");
    expect(definition).toMatchObject({ id: "leads", version: 1, hash: kpis.get("leads")?.hash });
  });

  test("counts ledger rows that repeat platform cost, and amounts without a rate", async () => {
    const { answers, exclusions, loads, conversion } = await receipt("marketing_cost", { period: "2026-03" });
    expect(answers.map(({ value, state }) => ({ value, state }))).toEqual([{ value: 150, state: "incomplete" }]);
    expect(exclusions).toEqual([
      { rule: "platform_cost_counts_once", rows: 1 },
      { rule: "no_exchange_rate", rows: 1 },
    ]);
    expect(loads.map(({ file }) => file)).toEqual(["ad_daily.csv", "cost.csv"]);
    expect(conversion).toContain("EUR");
  });

  test("names the measures of another period by its days", async () => {
    const { answers } = await receipt("cac_full_lagged", { period: "2026-04" });
    const measures = answers.flatMap((answer) => answer.measures).map(({ measure }) => measure);
    expect(measures).toContain("total_marketing_cost 2026-03-01..2026-03-31");
  });

  test("shows the formula with the value of each part, KPIs down to their measures", async () => {
    const { parts } = await receipt("cpl", { period: "2026-03" });
    const measure = (name: string, value: string, rows: number) => ({ kind: "measure", name, value, rows, parts: [] });
    expect(parts).toMatchObject({
      kind: "kpi",
      name: "cpl",
      value: "75",
      unit: "money",
      op: "/",
      parts: [
        { kind: "kpi", name: "marketing_cost", value: "150", parts: [measure("total_marketing_cost", "150", 3)] },
        {
          kind: "kpi",
          name: "leads",
          value: "2",
          label: { en: "New leads" },
          parts: [measure("lead_entries", "2", 2)],
        },
      ],
    });
  });

  test("shows parts of the period before as such, and a missing part with its reason", async () => {
    const { parts } = await receipt("cac_full_lagged", { period: "2026-04" });
    const all = (part: FormulaPart): readonly FormulaPart[] => [part, ...part.parts.flatMap(all)];
    const found = parts === null ? [] : all(parts);
    expect(found.find(({ name }) => name === "total_marketing_cost")).toMatchObject({ value: "150", back: 1 });
    expect(found.find(({ name }) => name === "previous")?.back).toBeUndefined();
    expect(found.find(({ name }) => name === "new_customers")).toMatchObject({
      value: null,
      state: "no_data",
      reason: { code: "no_source" },
    });
  });

  test("of a breakdown shows the parts of the whole, and none of what is refused", async () => {
    const { parts, answers } = await receipt("leads", { period: "2026-03", by: ["channel"] });
    expect(answers.length).toBeGreaterThan(2);
    expect(parts?.value).toBe("2");
    expect((await receipt("leads", { period: "2026-03", by: ["device"] })).parts).toBeNull();
  });

  test("asked again over the same data is equal, and over other data tells what changed", async () => {
    const before = await receipt("leads", { period: "2026-03", by: ["channel"] });
    expect(receiptDifferences(before, await receipt("leads", { period: "2026-03", by: ["channel"] }))).toEqual([]);
    const [first, ...rest] = before.answers;
    if (first === undefined) throw new Error("no answer");
    const other = { ...before, answers: [{ ...first, value: 9 }, ...rest] };
    expect(receiptDifferences(before, other)).toEqual([{ what: "2026-03 channel=Email value", was: 1, is: 9 }]);
  });
});

describe("the records behind a number", () => {
  const records = async (kpi: string, question: Record<string, unknown>, limit = 100) => {
    const plan = planOf({ ...data, question: { kpis: [kpi], ...question } }, kpis, inventory);
    const statements = rowsStatements(plan, kpi, limit);
    return Promise.all(
      statements.map(async ({ table, sql, parameters, columns }) => ({
        table,
        columns,
        rows: await engine.query<Record<string, unknown>>(sql, parameters),
      })),
    );
  };

  test("say which file and line they stand in and which measure they count for", async () => {
    const found = await records("cac_full", { period: "2026-03" });
    const told = found.map(({ table, rows }) => [
      table,
      rows.map(({ file, line, counts_for }) => `${file}:${line} ${String(counts_for)}`),
    ]);
    expect(Object.fromEntries(told)).toEqual({
      ad_daily: ["google.csv:2 total_marketing_cost", "google.csv:3 total_marketing_cost"],
      cost: ["ledger.csv:3 total_marketing_cost", "ledger.csv:4 sales_cost"],
    });
  });

  test("obey the question's filters and the limit, and leave out excluded ones", async () => {
    const [leads] = await records("leads", { period: "2026-03" });
    expect(leads?.rows.map(({ person_key }) => person_key)).toEqual(["p1", "p2"]);
    const [some] = await records("leads", { period: "2026-03", where: { channel: ["Events"] } });
    expect(some?.rows.map(({ person_key }) => person_key)).toEqual(["p2"]);
    const [one] = await records("leads", { period: "2026-03" }, 1);
    expect(one?.rows).toHaveLength(1);
  });

  test("never show what stands for a person's address", async () => {
    const plan = planOf(
      { ...data, question: { kpis: ["leads", "sessions", "sales_revenue"], period: "2026-03" } },
      kpis,
      inventory,
    );
    for (const kpi of ["leads", "sessions", "sales_revenue"])
      for (const { columns, sql } of rowsStatements(plan, kpi, 10)) {
        expect(columns).not.toContain("email_hash");
        expect(sql).not.toContain("email_hash");
      }
  });
});
