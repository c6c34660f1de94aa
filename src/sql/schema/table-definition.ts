/** A table as the engine should hold it. Types are ClickHouse's own, spelled the way `system.columns` spells them. */
export interface TableDefinition {
  readonly name: string;
  readonly columns: readonly ColumnDefinition[];
  readonly orderBy: readonly string[];
}

export interface ColumnDefinition {
  readonly name: string;
  readonly type: string;
  readonly codec?: string;
  /** Expression for rows that do not say it. */
  readonly otherwise?: string;
}
