import type { Columns } from "../columns.ts";

/**
 * How a later load meets an earlier one of the same fact.
 * - `segment`: replaces the part it covers (connection, grain, filter scope, date range);
 * - `entity`: the newest row of an `external_id` (per system and connection) stands;
 * - `history`: rows accumulate; the same (connection, external_id) again replaces the earlier one.
 */
export type Loading = "segment" | "entity" | "history";

export interface Fact {
  readonly id: string;
  readonly loading: Loading;
  /** The business day by which rows fall into periods; null for pure entities. */
  readonly date: string | null;
  /** Last day of a row that covers a range; such a row counts only where the whole range fits the period. */
  readonly dateTo?: string;
  /** Rows carry the set of dimensions their export was broken down by, in the column `grain`. */
  readonly preAggregated?: true;
  readonly columns: Columns;
  /** Columns that must not be null or empty. */
  readonly required: readonly string[];
  /** Sort key after load_no. */
  readonly order: readonly string[];
}

/** A fact as its table of facts lists it, by id. */
export type Facts = Readonly<Record<string, Omit<Fact, "id">>>;

/** A table that a build derives; its rows carry `build_no`. */
export interface DerivedTable {
  readonly date: string;
  readonly columns: Columns;
  /** Sort key after build_no. */
  readonly order: readonly string[];
}

export type DerivedTables = Readonly<Record<string, DerivedTable>>;
