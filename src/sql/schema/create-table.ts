import type { ColumnDefinition, TableDefinition } from "./table-definition.ts";

/**
 * An acknowledged row is on the disk, not in the operating system's memory, and stays there when parts are merged.
 * https://clickhouse.com/docs/operations/settings/merge-tree-settings
 */
const DURABLE: Readonly<Record<string, number>> = {
  fsync_after_insert: 1,
  fsync_part_directory: 1,
  min_rows_to_fsync_after_merge: 1,
};

/** `CREATE TABLE IF NOT EXISTS` for a table, whose acknowledged rows survive a power cut. */
export function createTable(table: TableDefinition): string {
  const settings = Object.entries(DURABLE).map(([name, value]) => `${name} = ${value}`);
  return [
    `CREATE TABLE IF NOT EXISTS ${quoted(table.name)} (`,
    table.columns.map((column) => `  ${columnText(column)}`).join(",\n"),
    ") ENGINE = MergeTree",
    `ORDER BY (${table.orderBy.map(quoted).join(", ")})`,
    `SETTINGS ${settings.join(", ")}`,
  ].join("\n");
}

/** `ALTER TABLE … ADD COLUMN IF NOT EXISTS`; rows that are there already read as the type's empty value or null. */
export function addColumn(table: string, column: ColumnDefinition, after: string | undefined): string {
  const place = after === undefined ? "FIRST" : `AFTER ${quoted(after)}`;
  return `ALTER TABLE ${quoted(table)} ADD COLUMN IF NOT EXISTS ${columnText(column)} ${place}`;
}

function columnText({ name, type, codec, otherwise }: ColumnDefinition): string {
  const fallback = otherwise === undefined ? "" : ` DEFAULT ${otherwise}`;
  return `${quoted(name)} ${type}${fallback}${codec === undefined ? "" : ` CODEC(${codec})`}`;
}

function quoted(name: string): string {
  return `\`${name}\``;
}
