import type { IsoDate } from "./question.ts";

/** What one load wrote into one fact at one grain: enough to plan without touching the rows. */
export interface LoadedPart {
  readonly fact: string;
  /** The dimensions a pre-aggregated export is broken down by, sorted and joined with `+`; "" where rows are single events. */
  readonly grain: string;
  /** The filter the export was made with ("" = everything of the connection). */
  readonly scope: string;
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  readonly rows: number;
  /** Dimension columns that hold a value in at least one row. */
  readonly dimensions: readonly string[];
  readonly attributes: readonly string[];
  readonly currencies: readonly string[];
  readonly platforms: readonly string[];
  /**
   * Measure columns that hold a value in at least one row. A pre-aggregated export answers only for these; where the list
   * is missing, it is taken to answer for all.
   */
  readonly measures?: readonly string[];
}

export interface LoadRecord {
  readonly loadNo: number;
  readonly loadId: string;
  readonly system: string;
  readonly connection: string;
  readonly preset: string;
  readonly file: string;
  readonly sha256: string;
  readonly committedAt: string;
  readonly rowsRead: number;
  readonly rowsLoaded: number;
  readonly rowsQuarantined: number;
  readonly rowsSkipped: number;
  readonly parts: readonly LoadedPart[];
}

/** The visible piece of a part: its rows, except those in `hidden` ranges that later loads replaced. */
export interface VisiblePart extends LoadedPart {
  readonly loadNo: number;
  readonly system: string;
  readonly connection: string;
  readonly hidden: readonly HiddenRange[];
  /** Where the channels of its rows count, if that is another column than `channel`. */
  readonly channelColumn?: string;
}

/**
 * Rows whose days (the whole range from date to `dateTo`) lie within `from`–`to` are hidden; with `only`, just those of
 * them that hold one of the values in the column: a later export of one campaign replaces that campaign alone.
 */
export interface HiddenRange {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly only?: { readonly column: string; readonly values: readonly string[] };
}

/** Everything the planner needs to know about the data; a pure value. */
export interface Inventory {
  readonly loads: readonly LoadRecord[];
  readonly visible: readonly VisiblePart[];
  /** The build of derived tables that goes with these loads. */
  readonly buildNo: number;
  /** What the derived tables hold, as parts (fact = the derived table's name). */
  readonly derived: readonly LoadedPart[];
  readonly dataVersion: string;
}
