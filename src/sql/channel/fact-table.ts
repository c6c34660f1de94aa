import type { TableId } from "../../model/facts.ts";
import type { VisiblePart } from "../../model/inventory.ts";

/** A table as statements read it: its `channel` is the column in which channels count. */
export function factTable(table: TableId, column: string | undefined): string {
  if (column === undefined || column === "channel") return table;
  return `(SELECT * REPLACE (${column} AS channel) FROM ${table}) AS ${table}`;
}

/** The column in which the channels of a fact count. */
export function channelColumn(table: TableId, visible: readonly VisiblePart[]): string | undefined {
  return visible.find((part) => part.fact === table)?.channelColumn;
}
