import type { LoadRecord } from "../../model/inventory.ts";
import type { LoadMeta, TotalCheck } from "./load-meta.ts";
import type { LoadLook } from "./look-at-load.ts";

/** What became of one file: the contract's fields, and what a person should know beside them. */
export interface LoadOutcome {
  readonly file: string;
  readonly preset: string;
  readonly connection: string;
  readonly encoding: string;
  readonly delimiter: string | null;
  readonly header_line: number;
  /** Days that the loaded rows, or the export by its own words, cover. */
  readonly period: { readonly from: string; readonly to: string } | null;
  readonly rows_read: number;
  readonly rows_loaded: number;
  readonly rows_quarantined: number;
  readonly rows_skipped: number;
  readonly totals_checked: Readonly<Record<string, TotalCheck>>;
  /** Of the committed load, also where it was there before; null for a dry run. */
  readonly load_id: string | null;
  readonly status: "committed" | "unchanged" | "dry-run";
  readonly facts: Readonly<Record<string, number>>;
  /** Reason -> rows. */
  readonly skipped: Readonly<Record<string, number>>;
  /** Reason -> rows. */
  readonly quarantined: Readonly<Record<string, number>>;
  readonly notices: readonly string[];
  /** Of a dry run that was asked for it. */
  readonly look?: LoadLook;
}

/** The outcome of a load from its record. */
export function outcomeOf(record: LoadRecord, meta: LoadMeta): Omit<LoadOutcome, "status"> {
  const facts: Record<string, number> = {};
  for (const part of record.parts) facts[part.fact] = (facts[part.fact] ?? 0) + part.rows;
  return {
    file: record.file,
    preset: record.preset,
    connection: record.connection,
    encoding: meta.encoding,
    delimiter: meta.delimiter,
    header_line: meta.header_line,
    period: meta.period,
    rows_read: record.rowsRead,
    rows_loaded: record.rowsLoaded,
    rows_quarantined: record.rowsQuarantined,
    rows_skipped: record.rowsSkipped,
    totals_checked: meta.totals_checked,
    load_id: record.loadId,
    facts,
    skipped: meta.skipped,
    quarantined: meta.quarantined,
    notices: meta.notices,
  };
}
