import type { ColumnDefinition, TableDefinition } from "./table-definition.ts";

const TEXT = "String";
const NAME = "LowCardinality(String)";
const NAMES = "Array(String)";
const COUNT = "UInt64";
const NUMBER = "UInt32";
const INSTANT = "DateTime64(3, 'UTC')";
const DAY = "Nullable(Date)";

/** The fields of `LoadedPart` in `src/model/inventory.ts`; `date_from` and `date_to` are its `from` and `to`. */
const PART = {
  fact: NAME,
  grain: NAME,
  scope: TEXT,
  date_from: DAY,
  date_to: DAY,
  rows: COUNT,
  dimensions: NAMES,
  attributes: NAMES,
  currencies: NAMES,
  platforms: NAMES,
  measures: NAMES,
};

/** The warehouse's own books: what was loaded, what stands, what was rejected, who is in it. */
export const SYSTEM_TABLES: readonly TableDefinition[] = [
  /** One row per load, written before its commit; a load counts only once the ledger names it. */
  table(
    "load",
    {
      load_no: NUMBER,
      load_id: TEXT,
      system: NAME,
      connection: NAME,
      preset: NAME,
      layouts: NAMES,
      file: TEXT,
      sha256: TEXT,
      bytes: COUNT,
      started_at: INSTANT,
      rows_read: COUNT,
      rows_loaded: COUNT,
      rows_quarantined: COUNT,
      rows_skipped: COUNT,
      /** A JSON document: encoding, settings, checked totals … */
      meta: TEXT,
    },
    ["load_no"],
  ),
  table("load_part", { load_no: NUMBER, ...PART }, ["load_no", "fact"]),
  /** Append-only; the one row of a commit makes a load and its build visible. */
  table(
    "ledger",
    {
      seq: COUNT,
      at: INSTANT,
      /** commit, revert, rebuild, forget, classify */
      event: NAME,
      load_no: NUMBER,
      build_no: NUMBER,
      detail: TEXT,
      rules: NAME,
    },
    ["seq"],
  ),
  table("derived_part", { build_no: NUMBER, ...PART }, ["build_no", "fact"]),
  /**
   * Every record of every loaded file, without personal data. A cell that the record did not have is "". Plain records of
   * large files stand in `text` as in the file, and have no `cells`.
   */
  table(
    "raw_row",
    {
      load_no: NUMBER,
      line: COUNT,
      section: NAME,
      cells: NAMES,
      text: TEXT,
      /** data, total, footer, skipped, quarantined */
      verdict: NAME,
      reason: NAME,
    },
    ["load_no", "line"],
  ),
  table("quarantine", { load_no: NUMBER, line: COUNT, column: NAME, code: NAME, reason: TEXT, cells: NAMES }, [
    "load_no",
    "line",
  ]),
  /** The only place of e-mail addresses, names and phone numbers; rows are deleted for good when a person asks. */
  table(
    "personal_data",
    {
      email_hash: TEXT,
      email: TEXT,
      names: NAMES,
      phone: TEXT,
      /** `system/connection/external_id` of the records that speak of this person. */
      persons: NAMES,
      load_no: NUMBER,
    },
    ["email_hash"],
  ),
  /** Which exclusion rules caught a forgotten person by the address, while it was known. */
  table("forgotten_person", { email_hash: TEXT, rules: NAMES }, ["email_hash"]),
  table("schema_version", { version: NUMBER, name: TEXT, applied_at: INSTANT }, ["version"]),
];

function table(name: string, columns: Readonly<Record<string, string>>, orderBy: readonly string[]): TableDefinition {
  return { name, columns: Object.entries(columns).map(packed), orderBy };
}

/** Lists of cells are the bulk of every load; the engine's own quick packing halves the time it takes to store them. */
function packed([name, type]: readonly [string, string]): ColumnDefinition {
  return type === TEXT ? { name, type, codec: "ZSTD(1)" } : { name, type };
}
