import { LeadlineError } from "../language/leadline-error.ts";
import type { Engine } from "./engine.ts";
import { growToModel } from "./grow-to-model.ts";
import { MIGRATIONS } from "./migrations/index.ts";

/** The newest schema this Leadline knows. */
export const SCHEMA_VERSION = Math.max(...MIGRATIONS.map(({ version }) => version));

/**
 * Brings the warehouse's tables up to this Leadline: the migrations not yet recorded in `schema_version`, in order, then
 * any table or column that the model has and the warehouse lacks. Every step may be repeated, so that what was cut short
 * is resumed by the next call. Fails with `engine.schema_newer` on a warehouse of a later Leadline.
 */
export async function migrate(engine: Engine): Promise<void> {
  const current = await schemaVersion(engine);
  if (current > SCHEMA_VERSION)
    throw new LeadlineError(
      "engine.schema_newer",
      `The warehouse was written by a newer Leadline (schema ${current}; this one knows ${SCHEMA_VERSION}).`,
      "Install the newer Leadline again, or restore a backup from before the upgrade.",
    );
  for (const { version, name, up } of MIGRATIONS.filter((migration) => migration.version > current)) {
    await up(engine);
    await engine.insert("schema_version", [{ version, name, applied_at: new Date().toISOString() }]);
  }
  await growToModel(engine);
}

/** Schema version of the warehouse; 0 when it has no tables yet. */
export async function schemaVersion(engine: Engine): Promise<number> {
  const [table] = await engine.query<{ n: string }>(
    "SELECT count() AS n FROM system.tables WHERE database = currentDatabase() AND name = 'schema_version'",
  );
  if (table?.n !== "1") return 0;
  const [row] = await engine.query<{ version: number }>("SELECT max(version) AS version FROM schema_version");
  return row?.version ?? 0;
}
