import { expect, test } from "vitest";
import { FACT_IDS } from "../../model/facts.ts";
import { workspaceSchema } from "../../model/workspace.ts";
import { deriveStatements, needsOf } from "./index.ts";

const statement = (table: string, sql: string, alone?: true) => ({
  table,
  sql,
  parameters: {},
  ...(alone && { alone }),
});

test("a statement needs those that fill what it names, and waits for what runs alone", () => {
  expect(
    needsOf([
      statement("derive_a", "DROP TABLE derive_a, derive_ab", true),
      statement("derive_a", "CREATE TABLE derive_a AS SELECT 1"),
      statement("derive_ab", "CREATE TABLE derive_ab AS SELECT 2"),
      statement("entry", "INSERT INTO entry SELECT * FROM derive_ab"),
      statement("entry", "INSERT INTO entry SELECT 3"),
      statement("derive_a", "DROP TABLE derive_a, derive_ab", true),
    ]),
  ).toEqual([[], [0], [0], [0, 2], [0, 3], [0, 1, 2, 3, 4]]);
});

test("in a whole build every table that is read has been filled, and much may run side by side", () => {
  const visible = FACT_IDS.map((fact, index) => ({
    ...{ fact, loadNo: index + 1, system: "crm", connection: "main", preset: "crm", grain: "", scope: "" },
    ...{ from: "2026-01-01", to: "2026-01-31", rows: 1, dimensions: [], attributes: [], currencies: ["EUR", "USD"] },
    ...{ platforms: [], hidden: [] },
  }));
  const statements = deriveStatements({ buildNo: 1, visible: visible as never, workspace: workspaceSchema.parse({}) });
  const needs = needsOf(statements);
  const made = new Set(statements.map(({ table }) => table));
  const level: number[] = [];
  for (const [place, { sql, table }] of statements.entries()) {
    const named = new Set([...sql.matchAll(/\b(?:FROM|JOIN|IN)\s*\(?\s*(\w+)/g)].map(([, name = ""]) => name));
    const filled = (needs[place] ?? []).map((index) => statements[index]?.table);
    for (const name of named) if (made.has(name)) expect(filled, `${table} reads ${name}`).toContain(name);
    level.push(1 + Math.max(0, ...(needs[place] ?? []).map((index) => level[index] ?? 0)));
  }
  expect(Math.max(...level)).toBeLessThan(statements.length / 2);
});
