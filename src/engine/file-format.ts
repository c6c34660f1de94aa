import type { FileSource } from "./engine.ts";
import type { Settings } from "./engine-settings.ts";

/** Nothing a person writes; so that `\N` in a file stays the two characters it is. */
const NO_NULL = "\u0001null\u0001";

/**
 * Cells are taken as they stand: no trimming, no guessing of types, headers or nulls. With a varying number of columns
 * allowed, a cell that the record does not have is null and the first one too many lands in `extra`.
 * https://clickhouse.com/docs/interfaces/formats/CSV#csv-format-settings
 */
const CELLS_AS_THEY_STAND: Settings = {
  format_csv_allow_single_quotes: 0,
  format_csv_allow_double_quotes: 1,
  format_csv_null_representation: NO_NULL,
  input_format_csv_trim_whitespaces: 0,
  // Without this, blanks at the start of a record are lost and a tab is refused as delimiter.
  input_format_csv_allow_whitespace_or_tab_as_delimiter: 1,
  input_format_csv_empty_as_default: 0,
  input_format_csv_allow_variable_number_of_columns: 1,
  input_format_csv_skip_trailing_empty_lines: 0,
  input_format_csv_allow_cr_end_of_line: 0,
  input_format_csv_detect_header: 0,
};

/** Rows stay in the file's order, so that counting them gives their line; small blocks keep the peak of memory low. */
const IN_ORDER: Settings = {
  input_format_parallel_parsing: 1,
  parallelize_output_from_storages: 0,
  max_insert_threads: 1,
};

export function fileSettings(file: FileSource): Settings {
  return { ...CELLS_AS_THEY_STAND, ...IN_ORDER, format_csv_delimiter: delimiterOf(file) };
}

/** The engine's name of the format. Tabs separate quoted cells as commas do, so TSV is CSV with another delimiter. */
export function engineFormat(file: FileSource): "CSV" {
  void file;
  return "CSV";
}

/** `c0 Nullable(String), …, extra Nullable(String)` */
export function cellStructure(columns: number): string {
  return [...cellNames(columns), "extra"].map((name) => `${name} Nullable(String)`).join(", ");
}

export function cellNames(columns: number): readonly string[] {
  return Array.from({ length: columns }, (_, index) => `c${index}`);
}

function delimiterOf({ format, delimiter }: FileSource): string {
  return delimiter ?? (format === "TSV" ? "\t" : ",");
}
