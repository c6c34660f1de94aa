import type { Kysely } from "kysely";
import { DEFAULT_MIGRATION_TABLE, Migrator } from "kysely/migration";
import { LeadlineError } from "../language/leadline-error.ts";
import type { StateMigration } from "./migrations/index.ts";

/**
 * Brings the state's tables up to this Leadline, all steps or none. Throws `store.newer` for a state that a later Leadline
 * has written, and `store.migration` when a step fails.
 */
export async function migrateState(
  db: Kysely<unknown>,
  steps: Readonly<Record<string, StateMigration>>,
  file: string,
): Promise<void> {
  const unknown = (await executed(db)).filter((name) => !Object.hasOwn(steps, name));
  if (unknown.length > 0)
    throw new LeadlineError(
      "store.newer",
      `The workspace's state was written by a newer Leadline (${unknown.join(", ")}).`,
      "Install the newer Leadline again, or restore a backup from before the upgrade.",
      { file },
    );
  const migrations = Object.fromEntries(Object.entries(steps).map(([name, up]) => [name, { up }]));
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined)
    throw new LeadlineError(
      "store.migration",
      `The workspace's state could not be brought up to date: ${error instanceof Error ? error.message : String(error)}`,
      "Check that the disk is not full and the file may be written; the state is as it was before.",
      { file },
    );
}

async function executed(db: Kysely<unknown>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === DEFAULT_MIGRATION_TABLE)) return [];
  const typed = db as Kysely<Record<string, { name: string }>>;
  const rows = await typed.selectFrom(DEFAULT_MIGRATION_TABLE).select("name").execute();
  return rows.map(({ name }) => name).sort();
}
