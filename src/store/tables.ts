/** The columns that everything people make has. Times are ISO text in UTC, JSON is text, so that PostgreSQL holds the same. */
export interface KeptTable {
  readonly id: string;
  readonly content: string;
  readonly revision: number;
  readonly created_at: string;
  readonly changed_at: string;
}

/** Tables of the workspace's own state, as the newest migration leaves them. */
export interface Tables {
  readonly board: KeptTable;
  readonly saved_view: KeptTable;
  readonly annotation: KeptTable;
}
