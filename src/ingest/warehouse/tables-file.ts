import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { LeadlineError } from "../../language/leadline-error.ts";
import { parseYaml } from "../../model/parse-yaml.ts";
import { warehouseErrors } from "./warehouse-errors.ts";

const name = z.string().regex(/^[a-z][a-z0-9_]*$/);
const columns = z.array(z.string().min(1)).min(1);
/** Column -> the values that are let through, without regard to case; "" is an empty cell, or no such column. */
const only = z.record(z.string(), z.array(z.string()));
/** Column of the joined table -> column of the first table, or `table.column` of one joined before. */
const on = z
  .record(z.string(), z.string())
  .refine((keys) => Object.keys(keys).length > 0, "needs at least one pair of columns");

const table = z.strictObject({
  /** Names under which loaders know it; the first that is there counts. */
  names: columns,
  only: only.default({}),
  /** Of the rows with the same values in `by` only the last by `order` counts. */
  latest: z.strictObject({ by: columns, order: z.string() }).optional(),
  /** Of the rows with the same values in `by` only the first by `order` counts: when a stage was entered. */
  first: z.strictObject({ by: columns, order: z.string() }).optional(),
  /**
   * One row for each value of `by`; `columns` hold all their values, `;` between them, those of `sum` their sum, the others
   * their first.
   */
  collect: z.strictObject({ by: columns, columns, sum: columns.optional() }).optional(),
  /** One row for each part of a cell; brackets around a list are no part of it. */
  split: z.strictObject({ column: z.string(), by: z.string().min(1) }).optional(),
});

const part = z.strictObject({
  from: name,
  /** What its columns are titled by; without it the table's own name. */
  as: name.optional(),
  /** The part counts only where this table is not there. */
  unless: name.optional(),
  /** Rows of joined tables never multiply: of several that fit, the first counts. */
  join: z.array(z.strictObject({ table: name, on })).default([]),
  /** Rows that stand in these tables are left out. */
  not_in: z.array(z.strictObject({ table: name, on })).default([]),
});

const tablesSchema = z.strictObject({
  /** What loaders put before the names of tables. */
  prefixes: z.array(z.string()).default([]),
  tables: z.record(name, table),
  /** Layout of the preset -> where its rows come from; several parts stand one under the other. */
  rows: z.record(name, z.array(part).min(1)),
});

export type WarehouseTables = z.infer<typeof tablesSchema>;
export type WarehouseTable = z.infer<typeof table>;
export type WarehousePart = z.infer<typeof part>;

/**
 * `tables.yaml` beside a preset: the tables of a warehouse that its layouts read, and how they are joined. Throws
 * `warehouse.no_tables_file`, `tables.syntax`, `tables.invalid` and `warehouse.unknown_name`.
 */
export function readTablesFile(preset: string, folder: string, layouts: readonly string[]): WarehouseTables {
  const path = join(folder, "tables.yaml");
  if (!existsSync(path)) throw warehouseErrors.noTablesFile(preset, path);
  const read = parseYaml(readFileSync(path, "utf8"), tablesSchema, "tables", path);
  if (!read.ok) throw read.problems[0] ?? new LeadlineError("tables.invalid", `${path} is damaged.`, "Mend it.");
  const { tables, rows } = read.value;
  for (const layout of Object.keys(rows))
    if (!layouts.includes(layout)) throw warehouseErrors.unknownName(path, `rows.${layout}`, layouts);
  const known = Object.keys(tables);
  for (const [layout, parts] of Object.entries(rows))
    for (const { from, unless, join: joins, not_in } of parts)
      for (const used of [from, ...(unless ? [unless] : []), ...[...joins, ...not_in].map((each) => each.table)])
        if (!known.includes(used)) throw warehouseErrors.unknownName(path, `rows.${layout}: ${used}`, known);
  return read.value;
}
