import type { TableId } from "../facts.ts";

/** What a measure counts in; units of formulas are built from these. */
export type MeasureUnit = "count" | "money" | "days" | "seconds" | "share" | "months";

/**
 * Conditions on columns, all of which hold together. Per column: one of the values, or a comparison written as text
 * (`>0`, `>=0`, `!=x`; `!=` alone: the column is set). A null never fulfils a comparison.
 */
export type Where = Readonly<Record<string, readonly (string | number)[]>>;

/**
 * One way to get a measure from one table.
 * - `count`: rows; `sum`: sum of a column (null when no row reports it); `distinct`: exact distinct values that are set;
 * - `single`: a figure that does not add up (users of a pre-aggregated file): valid only where exactly one row answers;
 * - `durations`: a distribution of days from `start` to `end`, rows without `end` censored at the as-of day;
 * - `values`: a distribution of a column's values;
 * - `last`: a stock that rows report as it stood on their day (followers): per combination of `per`, the value of the
 *   newest row that knows it; these added up.
 */
export type Aggregate =
  | { readonly kind: "count" }
  | { readonly kind: "sum"; readonly column: string }
  | { readonly kind: "distinct"; readonly column: string }
  | { readonly kind: "single"; readonly column: string }
  | { readonly kind: "durations"; readonly start: string; readonly end: string; readonly censored?: string }
  | { readonly kind: "values"; readonly column: string }
  | { readonly kind: "last"; readonly column: string; readonly per: readonly string[] };

export interface Reading {
  readonly table: TableId;
  readonly aggregate: Aggregate;
  readonly where?: Where;
  /** Only rows in which this column is known (keeps a ratio's two sides over the same rows). */
  readonly known?: string;
  /**
   * `event`: rows fall into the period by the table's date. `stock`: rows that stand at the end of the period: from their
   * date on, and until `until` (null = still standing); with `due`, only those whose `due` day lies within the period.
   */
  readonly timing?:
    | { readonly kind: "stock"; readonly until: string; readonly due?: string }
    | { readonly kind: "started" };
}

export interface Measure {
  readonly id: string;
  readonly unit: MeasureUnit;
  /** Added up over tables: session rows plus pre-aggregated rows, ad costs plus cost sheet. */
  readonly readings: readonly Reading[];
  readonly label: { readonly en: string; readonly zh: string };
}

/** A measure without its name, which is its key in the table of its family. */
export type Definition = Omit<Measure, "id">;
