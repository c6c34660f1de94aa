import type { FactId } from "../../model/facts.ts";
import type { VisiblePart } from "../../model/inventory.ts";
import { hash128 } from "./keys.ts";
import { visibleRows } from "./visible-rows.ts";

/** Later loads, and later rows of one load, are newer. */
export const NEWNESS = "(toUInt64(load_no) * 4294967296 + raw_row)";

/** Rows without an external id have no identity, so each stands for itself. */
const RECORD = hash128("system", "connection", "external_id", `if(external_id = '', ${NEWNESS}, 0)`);

/** Entities: of each record (system, connection, external id) the newest visible row. */
export function standingEntities(table: FactId, visible: readonly VisiblePart[], columns: readonly string[]): string {
  const where = visibleRows(table, visible);
  const repeated = `SELECT ${RECORD} AS record, max(${NEWNESS}) AS newest FROM ${table} WHERE ${where} GROUP BY record HAVING count() > 1`;
  return unlessReplaced(table, where, columns, repeated, NEWNESS);
}

/** History: all visible rows, except those whose external id a later load of the same connection brought again. */
export function standingHistory(table: FactId, visible: readonly VisiblePart[], columns: readonly string[]): string {
  const where = visibleRows(table, visible);
  const contested = contestedLoads(table, visible);
  if (contested.length === 0) return `SELECT ${columns.join(", ")} FROM ${table} WHERE ${where}`;
  const repeated = `SELECT ${RECORD} AS record, max(load_no) AS newest FROM ${table} WHERE ${where} AND load_no IN (${contested.join(", ")}) GROUP BY record HAVING min(load_no) < newest`;
  return unlessReplaced(table, where, columns, repeated, "load_no");
}

/** The loads that share their system and connection with another visible load of the fact. */
export function contestedLoads(table: FactId, visible: readonly VisiblePart[]): readonly number[] {
  const loads = new Map<number, string>();
  for (const part of visible) if (part.fact === table) loads.set(part.loadNo, `${part.system}\n${part.connection}`);
  const rivals = Map.groupBy(loads, ([, connection]) => connection);
  return [...rivals.values()].filter((group) => group.length > 1).flatMap((group) => group.map(([load]) => load));
}

export function isLoaded(table: FactId, visible: readonly VisiblePart[]): boolean {
  return visible.some((part) => part.fact === table);
}

function unlessReplaced(
  table: FactId,
  where: string,
  columns: readonly string[],
  repeated: string,
  age: string,
): string {
  return `SELECT ${columns.join(", ")} FROM ${table} LEFT ANY JOIN (${repeated}) AS repeated ON repeated.record = ${RECORD} WHERE ${where} AND (repeated.newest = 0 OR repeated.newest = ${age})`;
}
