import type { Layout, Preset } from "../../model/preset.ts";

export type Encoding =
  | "utf-8"
  | "utf-8-bom"
  | "utf-16le-bom"
  | "utf-16be-bom"
  | "utf-16le"
  | "utf-16be"
  | "gb18030"
  | "windows-1252";

interface Bilingual {
  readonly en: string;
  readonly zh: string;
}

/** Something about a file that a person should know and that does not stop the load. */
export interface FileNotice {
  readonly code: string;
  readonly text: Bilingual;
  readonly line?: number;
}

/** Rows of the file that the engine does not get to see, and why: they count as skipped. */
export interface LeftOut {
  /** First line of them in the original. */
  readonly line: number;
  readonly rows: number;
  readonly reason: Bilingual;
}

/** A table of a multi-table file that no layout reads. */
export interface UnreadSection {
  readonly title: string | null;
  readonly header: readonly string[];
  readonly headerLine: number;
  readonly rows: number;
}

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
  /** The grain the export names itself (`Report Aggregation: Daily`, `时间单位：分日`). */
  readonly grain: "hour" | "day" | "week" | "month" | "summary" | null;
}

/** One table of a file, ready for the engine: UTF-8, header found, preamble and footer cut away. */
export interface PreparedTable {
  readonly preset: Preset;
  /**
   * The preset's layout; its `each` mappings are written out, one per matching column, so read `facts` from here and not
   * from the preset.
   */
  readonly layout: Layout;
  /** Section title in a multi-table file. */
  readonly section: string | null;
  /**
   * Titles as they stand in the file, one per column of `path`. A rewritten copy begins with columns of ours: the line
   * (`lineColumn`), then the fields `section_row` and `total_label` where the table has them.
   */
  readonly header: readonly string[];
  /** Field of the layout for each header position; null = not mapped by the preset. */
  readonly fields: readonly (string | null)[];
  /** Values captured from titles, `header.currency` -> `USD`; of an `each` column `header.<field>.<group>`. */
  readonly captured: Readonly<Record<string, string>>;
  /** 1-based line of the header in the original file; for sheets and JSON the row. */
  readonly headerLine: number;
  /** What the engine reads: a file in `format`, every cell text, no header. May be the original file itself. */
  readonly path: string;
  readonly format: "CSV" | "TSV" | "CustomSeparated";
  readonly delimiter: string;
  /** Lines to skip at the top of `path` (when it is the original). */
  readonly skipLines: number;
  /** Records of `path` to read after the skipped lines; null = to the end. What follows is footer, not data. */
  readonly lineLimit: number | null;
  /** First data row's line in the original. */
  readonly firstLine: number;
  /**
   * Position in `header` of the column that holds each row's line in the original; null: every row is one line, and the
   * n-th record stands in line `firstLine + n - 1`.
   */
  readonly lineColumn: number | null;
  /** Records the engine will find, total rows included. */
  readonly records: number;
  readonly leftOut: readonly LeftOut[];
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
  readonly unread: readonly UnreadSection[];
  readonly notices: readonly FileNotice[];
  /** Removes the temporary files. */
  readonly dispose: () => Promise<void>;
}
