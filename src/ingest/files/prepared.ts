import type { Layout, Preset } from "../../model/preset.ts";

export type Encoding = "utf-8" | "utf-8-bom" | "utf-16le-bom" | "utf-16be-bom" | "gb18030" | "windows-1252";

/** What stands above the header and below the data, understood. */
export interface Surroundings {
  readonly preamble: readonly string[];
  readonly footer: readonly string[];
  readonly title: string | null;
  /** The period the export says it covers, as ISO days. */
  readonly period: { readonly from: string; readonly to: string } | null;
  readonly timezone: string | null;
  readonly declaredRows: number | null;
  readonly potentiallyIncomplete: boolean;
}

/** One table of a file, ready for the engine: UTF-8, header found, preamble and footer cut away. */
export interface PreparedTable {
  readonly preset: Preset;
  readonly layout: Layout;
  /** Section title in a multi-table file. */
  readonly section: string | null;
  /** Titles as they stand in the file. */
  readonly header: readonly string[];
  /** Field of the layout for each header position; null = not mapped by the preset. */
  readonly fields: readonly (string | null)[];
  /** Values captured from titles, `header.currency` -> `USD`. */
  readonly captured: Readonly<Record<string, string>>;
  /** 1-based line of the header in the original file; for sheets and JSON the row. */
  readonly headerLine: number;
  /** What the engine reads: a file in `format`, every cell text, no header. May be the original file itself. */
  readonly path: string;
  readonly format: "CSV" | "TSV" | "CustomSeparated";
  readonly delimiter: string;
  /** Lines to skip at the top of `path` (when it is the original). */
  readonly skipLines: number;
  /** Lines of `path` to read after the skipped ones; null = to the end. */
  readonly lineLimit: number | null;
  /** First data row's line in the original. */
  readonly firstLine: number;
  readonly surroundings: Surroundings;
  readonly dateOrder: "dmy" | "mdy" | "ymd" | "iso";
  readonly decimal: "point" | "comma";
}

export interface PreparedFile {
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly encoding: Encoding | "binary";
  readonly kind: "delimited" | "xlsx" | "json" | "ndjson" | "parquet";
  readonly delimiter: string | null;
  readonly tables: readonly PreparedTable[];
  /** Removes the temporary files. */
  readonly dispose: () => Promise<void>;
}
