import type { FactId } from "../../model/facts.ts";
import type { VisiblePart } from "../../model/inventory.ts";
import { channelColumn, factTable } from "../channel/fact-table.ts";
import { textLiteral } from "../channel/text-literal.ts";
import { hash128 } from "./keys.ts";
import { visibleRows } from "./visible-rows.ts";

/** Later loads, and later rows of one load, are newer. */
export const NEWNESS = "(toUInt64(load_no) * 4294967296 + raw_row)";

/** Rows without an external id have no identity, so each stands for itself. */
const RECORD = hash128("system", "connection", "external_id", `if(external_id = '', ${NEWNESS}, 0)`);

/** Entities: of each record (system, connection, external id) the newest visible row. */
export function standingEntities(table: FactId, visible: readonly VisiblePart[], columns: readonly string[]): string {
  if (!isLoaded(table, visible)) return noRows(table, columns);
  const where = visibleRows(table, visible);
  const repeated = `SELECT ${RECORD} AS record, max(${NEWNESS}) AS newest FROM ${table} WHERE ${where} GROUP BY record HAVING count() > 1`;
  return unlessReplaced(withoutDeleted(table, visible), where, columns, RECORD, repeated, NEWNESS);
}

/**
 * History: all visible rows, except those that a later load of the same connection brought again. Rows are the same by their
 * external id, or by another `identity` (a 128-bit key).
 */
export function standingHistory(
  table: FactId,
  visible: readonly VisiblePart[],
  columns: readonly string[],
  identity: string = RECORD,
): string {
  if (!isLoaded(table, visible)) return noRows(table, columns);
  const where = visibleRows(table, visible);
  const contested = contestedLoads(table, visible);
  const standing = withoutDeleted(table, visible);
  if (contested.length === 0)
    return `SELECT ${columns.join(", ")} FROM ${standing.table}${standing.join} WHERE ${where}${standing.condition}`;
  const repeated = `SELECT ${identity} AS record, max(load_no) AS newest FROM ${table} WHERE ${where} AND load_no IN (${contested.join(", ")}) GROUP BY record HAVING min(load_no) < newest`;
  return unlessReplaced(standing, where, columns, identity, repeated, "load_no");
}

function noRows(table: FactId, columns: readonly string[]): string {
  return `SELECT ${columns.join(", ")} FROM ${table} WHERE 0`;
}

interface Standing {
  readonly table: string;
  readonly join: string;
  readonly condition: string;
}

/** Records that their system deleted after it last brought them; of a deleted person no stage stands. */
function withoutDeleted(table: FactId, visible: readonly VisiblePart[]): Standing {
  const plain = { table: factTable(table, channelColumn(table, visible)), join: "", condition: "" };
  if (!isLoaded("deletion", visible)) return plain;
  const [fact, id] = table === "stage_entry" ? ["person", "person_id"] : [table, "external_id"];
  const gone = `SELECT ${hash128("system", "connection", "external_id")} AS record, max(${NEWNESS}) AS since FROM deletion WHERE ${visibleRows("deletion", visible)} AND deleted_fact = ${textLiteral(fact)} GROUP BY record`;
  return {
    ...plain,
    join: ` LEFT ANY JOIN (${gone}) AS gone ON gone.record = ${hash128("system", "connection", id)}`,
    condition: ` AND gone.since < ${NEWNESS}`,
  };
}

const IN_ONE_DAY = "lower(toString(evidence)) IN ('became_date', 'snapshot')";

/**
 * Stage entries that stand. Wide exports hold one day per person and stage, so there the newest load's day stands;
 * transitions all stand.
 */
export function standingStages(visible: readonly VisiblePart[], columns: readonly string[]): string {
  const personsStage = hash128("system", "connection", "person_id", "lower(toString(stage))", "'day'");
  return standingHistory("stage_entry", visible, columns, `if(${IN_ONE_DAY}, ${personsStage}, ${RECORD})`);
}

/** The loads that share their system and connection with another visible load of the fact. */
function contestedLoads(table: FactId, visible: readonly VisiblePart[]): readonly number[] {
  const loads = new Map<number, string>();
  for (const part of visible) if (part.fact === table) loads.set(part.loadNo, `${part.system}\n${part.connection}`);
  const rivals = Map.groupBy(loads, ([, connection]) => connection);
  return [...rivals.values()].filter((group) => group.length > 1).flatMap((group) => group.map(([load]) => load));
}

export function isLoaded(table: FactId, visible: readonly VisiblePart[]): boolean {
  return visible.some((part) => part.fact === table);
}

function unlessReplaced(
  standing: Standing,
  where: string,
  columns: readonly string[],
  identity: string,
  repeated: string,
  age: string,
): string {
  return `SELECT ${columns.join(", ")} FROM ${standing.table} LEFT ANY JOIN (${repeated}) AS repeated ON repeated.record = ${identity}${standing.join} WHERE ${where} AND (repeated.newest = 0 OR repeated.newest = ${age})${standing.condition}`;
}
