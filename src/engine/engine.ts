/** Values for `{name:Type}` placeholders. */
export type Parameters = Readonly<Record<string, unknown>>;

export interface RunOptions {
  /** Seconds; default 60. The engine ends the query itself. */
  readonly timeoutSeconds?: number;
  readonly maxMemoryBytes?: number;
  readonly signal?: AbortSignal;
  readonly settings?: Readonly<Record<string, string | number>>;
}

/** A delimited, JSON or Parquet file as a source of rows. */
export interface FileSource {
  readonly path: string;
  readonly format: "CSV" | "TSV" | "CustomSeparated" | "JSONEachRow" | "Parquet";
  readonly delimiter?: string;
  readonly skipLines?: number;
  /** Number of columns; they arrive as `c0`, `c1`, … Nullable(String): null = the row was too short. */
  readonly columns: number;
}

/**
 * ClickHouse behind one door, embedded (chdb) or a server. Statements are one dialect; the differences (how a file
 * reaches the engine) stay in here.
 */
export interface Engine {
  readonly kind: "embedded" | "server";
  readonly version: string;
  query<Row>(sql: string, parameters?: Parameters, options?: RunOptions): Promise<Row[]>;
  command(sql: string, parameters?: Parameters, options?: RunOptions): Promise<void>;
  insert(table: string, rows: readonly object[]): Promise<void>;
  /**
   * Runs `INSERT INTO target (columns) select(source)` where `source` is a table expression with `line UInt64` (1-based
   * record number in the file after skipped lines) and `c0…cN`, plus `extra` (non-empty when the row was too long).
   * Returns the number of rows the file gave.
   */
  insertFromFile(file: FileSource, statement: (source: string) => string, options?: RunOptions): Promise<void>;
  /** Fails with the engine's reason if the statement cannot run; reads nothing. */
  explain(sql: string, parameters?: Parameters): Promise<void>;
  close(): Promise<void>;
}
