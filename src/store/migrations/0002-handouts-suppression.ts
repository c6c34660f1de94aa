import type { Kysely } from "kysely";

/** Which lead was handed to whom, once each; and the lists of people and domains that no audience should hold. */
export async function handoutsSuppression(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("handed_lead")
    .addColumn("lead", "text", (column) => column.primaryKey().notNull())
    .addColumn("person", "text", (column) => column.notNull().unique())
    .addColumn("list", "text", (column) => column.notNull())
    .addColumn("rule", "text", (column) => column.notNull())
    .addColumn("batch", "text", (column) => column.notNull())
    .addColumn("handed_at", "text", (column) => column.notNull())
    .execute();
  await db.schema.createIndex("handed_lead_batch").on("handed_lead").column("batch").execute();
  await db.schema
    .createTable("suppression_entry")
    .addColumn("list", "text", (column) => column.notNull())
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("match", "text", (column) => column.notNull())
    .addColumn("added_at", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("suppression_entry_key", ["list", "match"])
    .execute();
  await db.schema.createIndex("suppression_entry_match").on("suppression_entry").column("match").execute();
}
