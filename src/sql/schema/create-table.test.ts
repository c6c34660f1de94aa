import { expect, test } from "vitest";
import { DERIVED_IDS, FACT_IDS } from "../../model/facts.ts";
import { addColumn, createTable } from "./create-table.ts";
import { derivedTables, factTables } from "./fact-tables.ts";
import { warehouseTables } from "./warehouse-tables.ts";

test("a fact's table begins with where its rows come from and is sorted by load", () => {
  const table = factTables().find(({ name }) => name === "fx_rate");
  expect(table && createTable(table)).toBe(`CREATE TABLE IF NOT EXISTS \`fx_rate\` (
  \`system\` LowCardinality(String),
  \`connection\` LowCardinality(String),
  \`external_id\` String CODEC(ZSTD(1)),
  \`load_no\` UInt32 CODEC(Delta, ZSTD(1)),
  \`raw_row\` UInt64 CODEC(Delta, ZSTD(1)),
  \`date\` Date CODEC(Delta, ZSTD(1)),
  \`currency\` LowCardinality(String),
  \`base\` LowCardinality(String),
  \`rate\` Decimal(28, 10)
) ENGINE = MergeTree
ORDER BY (\`load_no\`, \`date\`)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1, min_rows_to_fsync_after_merge = 1`);
});

test("a derived table is sorted by the build that made it", () => {
  const table = derivedTables().find(({ name }) => name === "fx_daily");
  expect(table?.columns[0]).toEqual({ name: "build_no", type: "UInt32", codec: "Delta, ZSTD(1)" });
  expect(table?.orderBy).toEqual(["build_no", "currency", "date"]);
});

test("every fact and derived table of the model has a table, and every sort key is among its columns", () => {
  const tables = warehouseTables();
  const names = tables.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining([...FACT_IDS, ...DERIVED_IDS]));
  expect(new Set(names).size).toBe(names.length);
  for (const { name, columns, orderBy } of tables) {
    const own = columns.map((column) => column.name);
    expect(own, name).toEqual(expect.arrayContaining([...orderBy]));
    expect(new Set(own).size, name).toBe(own.length);
  }
});

test("a column is added where the model has it", () => {
  expect(addColumn("cost", { name: "amount", type: "Nullable(Decimal(18, 4))" }, "basis")).toBe(
    "ALTER TABLE `cost` ADD COLUMN IF NOT EXISTS `amount` Nullable(Decimal(18, 4)) AFTER `basis`",
  );
  expect(addColumn("cost", { name: "first", type: "String" }, undefined)).toMatch(/ FIRST$/);
});
