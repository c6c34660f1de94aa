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
  /** Records to leave out at the top; an unquoted line is a record. Only for delimited files. */
  readonly skipLines?: number;
  /** Number of columns; they arrive as `c0`, `c1`, … Nullable(String): null = the row was too short. */
  readonly columns: number;
  /** Columns of a JSON or Parquet file that arrive as `c0`, `c1`, …; without them its columns have those names. */
  readonly names?: readonly string[];
}

/** A delimited file with one record a line, as table expressions for statements that run with `settings`. */
export interface FileLines {
  /** `number` (1-based, after skipped lines), `c0` … `cN` and `extra` as in `insertFromFile`, without blanks around them. */
  readonly cells: string;
  /** `number` and `text`: each record as it stands. */
  readonly texts: string;
  readonly settings: Readonly<Record<string, string | number>>;
}

/**
 * ClickHouse behind one door, embedded (chdb) or a server. Statements are one dialect; the differences (how a file
 * reaches the engine) stay in here.
 */
export interface Engine {
  readonly kind: "embedded" | "server";
  readonly version: string;
  /** Decimals and whole numbers of 64 bits come as text, dates as ISO text, times as `2026-03-31 12:00:00.000` in UTC. */
  query<Row>(sql: string, parameters?: Parameters, options?: RunOptions): Promise<Row[]>;
  /** The rows of SELECTs with the same columns, in any order, as `UNION ALL` gives them; read side by side where there is room. */
  union<Row>(selects: readonly string[], parameters?: Parameters, options?: RunOptions): Promise<Row[]>;
  command(sql: string, parameters?: Parameters, options?: RunOptions): Promise<void>;
  /** Columns left out get their empty value. Sent in batches of 20,000 rows, each all or nothing. */
  insert(table: string, rows: readonly object[]): Promise<void>;
  /**
   * Runs `INSERT INTO target (columns) select(source)` where `source` is a table expression with `line UInt64` (1-based
   * record number in the file after skipped lines) and `c0…cN`, plus `extra` (the first cell too many, null where the
   * row has none). An empty cell is "", an empty record all null. Fails with `engine.file`. Time limit one hour.
   */
  insertFromFile(file: FileSource, statement: (source: string) => string, options?: RunOptions): Promise<void>;
  /** Only where the engine itself reads this machine's files: any part of a file as often as one likes, in parallel. */
  readonly fileLines?: (file: FileSource) => FileLines;
  /** Fails with the engine's reason if a SELECT cannot run; reads nothing. */
  explain(sql: string, parameters?: Parameters): Promise<void>;
  close(): Promise<void>;
}
