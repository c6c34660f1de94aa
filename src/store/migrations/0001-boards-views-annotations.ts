import type { Kysely } from "kysely";

/** Boards, saved views and annotations: an id, a JSON text, and the revision by which two tabs are told apart. */
export async function boardsViewsAnnotations(db: Kysely<unknown>): Promise<void> {
  for (const table of ["board", "saved_view", "annotation"]) {
    await db.schema
      .createTable(table)
      .addColumn("id", "text", (column) => column.primaryKey().notNull())
      .addColumn("content", "text", (column) => column.notNull())
      .addColumn("revision", "integer", (column) => column.notNull())
      .addColumn("created_at", "text", (column) => column.notNull())
      .addColumn("changed_at", "text", (column) => column.notNull())
      .execute();
  }
}
