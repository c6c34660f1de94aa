import type { DeriveStatement } from "./derive-context.ts";

/** Tables that a build makes for itself and drops again, in the order in which they are made. */
export const WORK_TABLES = [
  "derive_quote",
  "derive_alias",
  "derive_account",
  "derive_deal",
  "derive_deal_person",
  "derive_firm",
  "derive_record",
  "derive_person",
  "derive_sale",
  "derive_meeting",
  "derive_address",
  "derive_mail",
  "derive_mail_event",
  "derive_event",
  "derive_target",
  "derive_contact",
  "derive_happening",
  "derive_entry",
] as const;
export type WorkTable = (typeof WORK_TABLES)[number];

/** Makes a work table from a query. */
export function workTable(table: WorkTable, orderBy: string, select: string): readonly DeriveStatement[] {
  return [
    {
      table,
      sql: `CREATE TABLE ${table} ENGINE = MergeTree ORDER BY (${orderBy}) AS\n${select}`,
      parameters: {},
    },
  ];
}

/** Drops all work tables: before a build those that an interrupted one left behind, and after it its own. */
export function workTablesDropped(): DeriveStatement {
  return {
    table: WORK_TABLES[0],
    alone: true,
    sql: `DROP TABLE IF EXISTS ${WORK_TABLES.join(", ")} SYNC`,
    parameters: {},
  };
}
