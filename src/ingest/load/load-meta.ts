/** What `load.meta` keeps about a load beside its columns, as JSON. */
export interface LoadMeta {
  /** Hash of preset, settings and connection: the same file mapped the same way is the same load. */
  readonly mapping: string;
  readonly encoding: string;
  readonly delimiter: string | null;
  readonly header_line: number;
  readonly period: { readonly from: string; readonly to: string } | null;
  readonly settings: Readonly<Record<string, string>>;
  /** How the file wrote dates and numbers; loads of earlier versions do not say. */
  readonly notation?: { readonly dates: string; readonly numbers: string };
  readonly totals_checked: Readonly<Record<string, TotalCheck>>;
  /** Version of the built-in channel rules and hash of the workspace's own. */
  readonly channel_rules: string;
  readonly potentially_incomplete: boolean;
  readonly skipped: Readonly<Record<string, number>>;
  readonly quarantined: Readonly<Record<string, number>>;
  readonly notices: readonly string[];
  readonly tables: readonly TableMeta[];
  /** Lines of earlier loads whose rejected rows this load brings mended. */
  readonly mends?: readonly { readonly load: string; readonly lines: readonly number[] }[];
}

export interface TableMeta {
  readonly layout: string;
  readonly section: string | null;
  /** Titles of the stored cells. */
  readonly header: readonly string[];
  readonly first_line: number;
  readonly last_line: number;
  /** The time zone that the file itself names. */
  readonly timezone?: string;
}

/** A total that the file states beside the sum of its loaded rows, both as exact decimal text. */
export interface TotalCheck {
  readonly file: string;
  readonly loaded: string;
  readonly equal: boolean;
}
