/** A lookup of the preset, ready for the engine. */
export type RowLookup =
  | { readonly kind: "map"; readonly map: Readonly<Record<string, string>> }
  /** A table with text columns; `columns` gives for each title of the file the table's column. A key stands once. */
  | {
      readonly kind: "table";
      readonly table: string;
      readonly key: string;
      readonly columns: Readonly<Record<string, string>>;
    };

/** What the words of a row expression mean for one table of one file. */
export interface RowContext {
  /** SQL of a field's cell, Nullable(String); null where the file at hand has no such column. */
  readonly column: (field: string) => string | null;
  readonly decimal: "point" | "comma";
  /** How `1/2/2026` is read; with `iso` and `ymd` such a cell is not readable. */
  readonly dateOrder: "dmy" | "mdy" | "ymd" | "iso";
  /** The layout's own texts for “nothing”, beside the usual ones. */
  readonly nullTokens: readonly string[];
  /** Zone of the file's times that name none, such as `UTC`. */
  readonly fileZone: string;
  readonly workspaceZone: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly lookups: Readonly<Record<string, RowLookup>>;
  /** Captured from titles, by `header.currency` or `currency`. */
  readonly captured: Readonly<Record<string, string>>;
  /** ISO days, both included. */
  readonly period: { readonly from: string; readonly to: string } | null;
  readonly fileName: string;
}
