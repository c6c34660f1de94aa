import type { Kysely } from "kysely";
import type { KeptTable, KeptTables, Tables } from "./tables.ts";

/** A thing that people made, with the number of its last change. */
export interface Kept<Content> {
  readonly id: string;
  readonly content: Content;
  /** 1 when made, one more with every change. */
  readonly revision: number;
  /** ISO times in UTC. */
  readonly createdAt: string;
  readonly changedAt: string;
}

/** What came of a change: the thing as it is now, or why nothing was changed and how it stands (null = it is gone). */
export type Change<Content> =
  | { readonly done: true; readonly kept: Kept<Content> }
  | { readonly done: false; readonly current: Kept<Content> | null };

/** All things of one kind. Every change names the revision it was based on, and does nothing when that is not the last. */
export interface Collection<Content> {
  /** The oldest first. */
  readonly list: () => Promise<Kept<Content>[]>;
  readonly get: (id: string) => Promise<Kept<Content> | null>;
  readonly add: (id: string, content: Content) => Promise<Kept<Content>>;
  readonly change: (id: string, revision: number, content: Content) => Promise<Change<Content>>;
  /** Answers with what was removed. */
  readonly remove: (id: string, revision: number) => Promise<Change<Content>>;
}

/** A collection over one table. */
export function collection<Content>(database: Kysely<Tables>, table: KeptTables, now: () => Date): Collection<Content> {
  const db = database as unknown as Kysely<{ kept: KeptTable }>;
  const name = table as unknown as "kept";
  const read = (row: KeptTable): Kept<Content> => ({
    id: row.id,
    content: JSON.parse(row.content) as Content,
    revision: row.revision,
    createdAt: row.created_at,
    changedAt: row.changed_at,
  });
  const get = async (id: string) => {
    const row = await db.selectFrom(name).selectAll().where("id", "=", id).executeTakeFirst();
    return row === undefined ? null : read(row);
  };
  return {
    get,
    async list() {
      return (await db.selectFrom(name).selectAll().orderBy("created_at").orderBy("id").execute()).map(read);
    },
    async add(id, content) {
      const at = now().toISOString();
      const row = { id, content: JSON.stringify(content), revision: 1, created_at: at, changed_at: at };
      await db.insertInto(name).values(row).execute();
      return read(row);
    },
    async change(id, revision, content) {
      const row = await db
        .updateTable(name)
        .set({ content: JSON.stringify(content), revision: revision + 1, changed_at: now().toISOString() })
        .where("id", "=", id)
        .where("revision", "=", revision)
        .returningAll()
        .executeTakeFirst();
      return row === undefined ? { done: false, current: await get(id) } : { done: true, kept: read(row) };
    },
    async remove(id, revision) {
      const row = await db
        .deleteFrom(name)
        .where("id", "=", id)
        .where("revision", "=", revision)
        .returningAll()
        .executeTakeFirst();
      return row === undefined ? { done: false, current: await get(id) } : { done: true, kept: read(row) };
    },
  };
}
