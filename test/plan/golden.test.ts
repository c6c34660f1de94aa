import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Engine } from "../../src/engine/engine.ts";
import { migrate } from "../../src/engine/migrate.ts";
import { answerQuestion } from "../../src/plan/answer/answer-question.ts";
import type { QuestionRow } from "../../src/plan/plan.ts";
import { loadCatalogue } from "../../src/service/catalogue/load-catalogue.ts";
import { questionStatement } from "../../src/sql/question/question-statement.ts";
import { describeEveryEngine } from "../support/engines.ts";
import { goldenCases, goldenSql, goldenSqlPath, insertRows, inventoryOf, planOf, spoken } from "./golden-case.ts";

const { kpis } = loadCatalogue({ productDir: join(import.meta.dirname, "../..") });
const cases = goldenCases().map((golden, index) => ({ ...golden, index }));

// UPDATE_GOLDEN=1 writes the statements anew; read the difference before committing it.
describe.each(cases)("$name: $note", (golden) => {
  test("the statement reads as expected", () => {
    // In the file every case begins at load 1.
    const statement = questionStatement(planOf(golden, kpis, inventoryOf(golden, 1, 1)));
    const text = `${statement?.sql}\n\n-- ${JSON.stringify(statement?.parameters)}\n`;
    if (process.env.UPDATE_GOLDEN === "1") writeFileSync(goldenSqlPath(golden.name), text);
    expect(text).toBe(goldenSql(golden.name));
  });
});

describeEveryEngine("the engine binds it, and the answer is the one worked out by hand", (open) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await open();
    await migrate(engine);
  });

  test.each(cases)("$name: $note", async (golden) => {
    // In the warehouse the cases stand side by side.
    const first = 1 + golden.index * 100;
    const build = 1 + golden.index;
    await insertRows(engine, golden, first, build);
    const plan = planOf(golden, kpis, inventoryOf(golden, first, build));
    const statement = questionStatement(plan);
    if (statement === null) throw new Error("nothing is read");
    await engine.explain(statement.sql, statement.parameters);
    const answer = answerQuestion(plan, await engine.query<QuestionRow>(statement.sql, statement.parameters));
    const { rows, total, notes } = golden;
    expect(spoken(answer, golden)).toEqual({ rows, ...(total && { total }), ...(notes && { notes }) });
  });
});
