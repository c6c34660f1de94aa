import type { TableId } from "../model/facts.ts";
import type { Aggregate, Where } from "../model/measures.ts";
import type { Grain, IsoDate } from "../model/question.ts";

/** A span of days asked about; `key` is what the engine groups by. */
export interface Bucket {
  readonly key: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly label: string;
}

/** One aggregate in one scan. `measure` names what it adds to. */
export interface Slot {
  readonly measure: string;
  readonly aggregate: Aggregate;
  readonly where: Where;
  readonly known?: string;
  /** Cohort numerator: rows whose `reached` date lies within `windowDays` of the row's own date. */
  readonly within?: { readonly reached: string; readonly windowDays: number };
  readonly money: boolean;
}

/** One pass over one table for all measures that read it, for all buckets. */
export interface Scan {
  readonly table: TableId;
  readonly timing: "event" | "stock" | "started";
  readonly until?: string;
  readonly dateColumn: string;
  readonly dateToColumn?: string;
  readonly buckets: readonly Bucket[];
  /** Set where the buckets are whole calendar units, so that a date function gives the key. */
  readonly calendar?: Grain;
  readonly slots: readonly Slot[];
  readonly by: readonly string[];
  readonly filters: Readonly<Record<string, readonly string[]>>;
}
