import type { FileSource } from "./engine.ts";
import type { Settings } from "./engine-settings.ts";
import { literal, quotedName } from "./sql-text.ts";

/** How the engine is told to read a file. */
export interface FileReading {
  readonly format: string;
  /** Columns of the file and their types, for `file()` and `input()`. */
  readonly structure: string;
  /** Expressions over those columns that give `c0`, `c1`, …, `extra`. */
  readonly cells: readonly string[];
  /** Records to leave out that the settings do not already leave out. */
  readonly skip: number;
  readonly settings: Settings;
}

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

const VALUES_AS_TEXT: Settings = {
  input_format_skip_unknown_fields: 1,
  input_format_json_read_numbers_as_strings: 1,
  input_format_json_read_bools_as_strings: 1,
  input_format_json_read_objects_as_strings: 1,
  input_format_json_read_arrays_as_strings: 1,
};

/** Parsing runs in parallel; after it, rows stay in the file's order, so that counting them gives their line. */
const IN_ORDER: Settings = {
  input_format_parallel_parsing: 1,
  input_format_parquet_preserve_order: 1,
  parallelize_output_from_storages: 0,
  max_insert_threads: 1,
};

/**
 * Bounded memory: with these, five million rows of twelve columns (502 MB) raise the process to 0.7 GB, against 1.9 GB
 * with the engine's own. A file that is mapped into memory would count as the process's in full.
 */
const SMALL_PIECES: Settings = {
  storage_file_read_method: "pread",
  min_chunk_bytes_for_parallel_parsing: 2 * 1024 * 1024,
  min_insert_block_size_rows: 262_144,
  min_insert_block_size_bytes: 64 * 1024 * 1024,
};

const READINGS: Readonly<Record<FileSource["format"], (file: FileSource) => FileReading>> = {
  CSV: (file) => delimited(file, file.delimiter ?? ","),
  // Tabs separate quoted cells as commas do.
  TSV: (file) => delimited(file, file.delimiter ?? "\t"),
  CustomSeparated: (file) => lines(file, file.delimiter ?? ","),
  JSONEachRow: (file) => named(file, "JSONEachRow"),
  Parquet: (file) => named(file, "Parquet"),
};

export function fileReading(file: FileSource): FileReading {
  const reading = READINGS[file.format](file);
  return { ...reading, settings: { ...IN_ORDER, ...SMALL_PIECES, ...reading.settings } };
}

/** `line`, `c0` … `cN`, `extra` from a table function that reads the file. */
export function recordsFrom(table: string, { cells, skip }: FileReading): string {
  const names = cells.map((cell, index) => `${cell} AS ${index === cells.length - 1 ? "extra" : `c${index}`}`);
  const all = (line: string): string => `SELECT ${line} AS line, ${names.join(", ")} FROM ${table}`;
  return skip === 0
    ? all("rowNumberInAllBlocks() + 1")
    : `SELECT * FROM (${all(`rowNumberInAllBlocks() + 1 - ${skip}`)}) WHERE line > 0`;
}

function delimited(file: FileSource, delimiter: string): FileReading {
  const names = [...numbered(file.columns), "extra"];
  const skip = { input_format_csv_skip_first_lines: file.skipLines ?? 0 };
  return {
    format: "CSV",
    structure: structureOf(names),
    cells: names,
    skip: 0,
    settings: { ...CELLS_AS_THEY_STAND, ...skip, format_csv_delimiter: delimiter },
  };
}

/** For separators of several characters; such files have no quoting. */
function lines({ columns, skipLines = 0 }: FileSource, delimiter: string): FileReading {
  const parts = `splitByString(${literal(delimiter)}, trimRight(record, '\\r'))`;
  const cell = (index: number): string => `if(length(${parts}) > ${index}, ${parts}[${index + 1}], NULL)`;
  return {
    format: "LineAsString",
    structure: "record String",
    cells: Array.from({ length: columns + 1 }, (_, index) => cell(index)),
    skip: skipLines,
    settings: {},
  };
}

function named(file: FileSource, format: string): FileReading {
  const names = (file.names ?? numbered(file.columns)).map(quotedName);
  return {
    format,
    structure: structureOf(names),
    cells: [...names, "CAST(NULL AS Nullable(String))"],
    skip: 0,
    settings: VALUES_AS_TEXT,
  };
}

function numbered(columns: number): readonly string[] {
  return Array.from({ length: columns }, (_, index) => `c${index}`);
}

function structureOf(names: readonly string[]): string {
  return names.map((name) => `${name} Nullable(String)`).join(", ");
}
