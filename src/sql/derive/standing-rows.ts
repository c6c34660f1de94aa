import type { FactId } from "../../model/facts.ts";
import type { VisiblePart } from "../../model/inventory.ts";
import { hash128 } from "./keys.ts";
import { visibleRows } from "./visible-rows.ts";

/** Later loads, and later rows of one load, are newer. */
export const NEWNESS = "toUInt64(load_no) * 4294967296 + raw_row";

/** Rows without an external id have no identity, so each stands for itself. */
const RECORD = hash128(
  "system",
  "connection",
  "external_id",
  "if(external_id = '', concat(toString(load_no), ':', toString(raw_row)), '')",
);

/** Entities: of each record (system, connection, external id) the newest visible row. */
export function standingEntities(table: FactId, visible: readonly VisiblePart[], columns: readonly string[]): string {
  const where = visibleRows(table, visible);
  return `SELECT ${columns.join(", ")} FROM ${table} WHERE ${where} AND (${RECORD}, ${NEWNESS}) IN (SELECT ${RECORD}, max(${NEWNESS}) FROM ${table} WHERE ${where} GROUP BY 1)`;
}

/** History: all visible rows, except those whose external id a later load brought again. */
export function standingHistory(table: FactId, visible: readonly VisiblePart[], columns: readonly string[]): string {
  const where = visibleRows(table, visible);
  const newest =
    loadsOf(table, visible) < 2
      ? "1"
      : `(${RECORD}, load_no) IN (SELECT ${RECORD}, max(load_no) FROM ${table} WHERE ${where} GROUP BY 1)`;
  return `SELECT ${columns.join(", ")} FROM ${table} WHERE ${where} AND ${newest}`;
}

export function loadsOf(table: FactId, visible: readonly VisiblePart[]): number {
  return new Set(visible.filter((part) => part.fact === table).map((part) => part.loadNo)).size;
}
