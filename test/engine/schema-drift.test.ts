import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { MIGRATIONS } from "../../src/engine/migrations/index.ts";
import { warehouseTables } from "../../src/sql/schema/warehouse-tables.ts";

/** The tables as the newest migration leaves them; warehouses out there look like this. */
const FILE = new URL("./schema-of-newest-migration.json", import.meta.url);

interface Recorded {
  readonly migration: number;
  readonly tables: Readonly<
    Record<string, { readonly columns: Readonly<Record<string, string>>; readonly orderBy: string }>
  >;
}

const now: Recorded = {
  migration: Math.max(...MIGRATIONS.map(({ version }) => version)),
  tables: Object.fromEntries(
    warehouseTables().map(({ name, columns, orderBy }) => [
      name,
      { columns: Object.fromEntries(columns.map((column) => [column.name, column.type])), orderBy: orderBy.join(", ") },
    ]),
  ),
};

if (process.env.RECORD_SCHEMA) writeFileSync(FILE, `${JSON.stringify(now, null, 2)}\n`);
const recorded: Recorded = JSON.parse(readFileSync(FILE, "utf8"));

const WHAT_TO_DO =
  "Warehouses that exist would differ from the model. New tables and columns add themselves; for this change write a migration " +
  "in src/engine/migrations (or undo it), then run this test once with RECORD_SCHEMA=1.";

test("what the newest migration made has not been changed or removed since", () => {
  const changed = Object.entries(recorded.tables).flatMap(([name, { columns, orderBy }]) => {
    const table = now.tables[name];
    if (table === undefined) return [`table ${name} is gone`];
    return [
      ...(table.orderBy === orderBy ? [] : [`${name} is sorted by ${table.orderBy}, was ${orderBy}`]),
      ...Object.entries(columns)
        .filter(([column, type]) => table.columns[column] !== type)
        .map(([column, type]) => `${name}.${column} is ${table.columns[column] ?? "gone"}, was ${type}`),
    ];
  });
  expect(changed, WHAT_TO_DO).toEqual([]);
});

test("the record is of the newest migration", () => {
  expect(recorded.migration, "Run this test once with RECORD_SCHEMA=1.").toBe(now.migration);
});
