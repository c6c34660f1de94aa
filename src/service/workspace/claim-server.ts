import { setTimeout as wait } from "node:timers/promises";
import type { Engine } from "../../engine/engine.ts";
import { LeadlineError } from "../../language/leadline-error.ts";

const ORPHANS = `startsWith(Settings['log_comment'], 'leadline-') AND current_database = currentDatabase()
  AND user = currentUser() AND query NOT LIKE '%system.processes%' AND query NOT LIKE 'KILL QUERY%'`;
const ATTEMPTS = 100;

/**
 * Makes a server's database this workspace's: one database holds one workspace, whose key made its pseudonyms. Throws
 * `warehouse.foreign` when it is another's.
 */
export async function claimDatabase(engine: Engine, mark: string): Promise<void> {
  await engine.command(
    `CREATE TABLE IF NOT EXISTS workspace (mark String, claimed_at DateTime64(6) DEFAULT now64(6))
     ENGINE = MergeTree ORDER BY (claimed_at, mark)`,
  );
  if ((await ownerOf(engine)) === null) await engine.insert("workspace", [{ mark }]);
  if ((await ownerOf(engine)) === mark) return;
  throw new LeadlineError(
    "warehouse.foreign",
    "The server's database holds the data of another workspace.",
    "Name another database in leadline.yaml (`warehouse: { database: … }`) or none at all. " +
      "If it is this workspace's own, put its file .leadline/key back from a backup.",
  );
}

async function ownerOf(engine: Engine): Promise<string | null> {
  const [row] = await engine.query<{ mark: string }>("SELECT mark FROM workspace ORDER BY claimed_at, mark LIMIT 1");
  return row?.mark ?? null;
}

/**
 * Ends what a killed Leadline left running on the server: a server goes on with an INSERT after its client is gone, and
 * its rows would come after the leftovers of that load have been cleared away. The caller holds the workspace's lock.
 */
export async function endOrphans(engine: Engine): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const [row] = await engine.query<{ n: string }>(`SELECT count() AS n FROM system.processes WHERE ${ORPHANS}`);
    if (row?.n === "0") return;
    await engine.command(`KILL QUERY WHERE ${ORPHANS} ASYNC`);
    await wait(100);
  }
  throw new LeadlineError(
    "engine.busy",
    "The server still runs a statement of a Leadline that was killed.",
    "Wait until it has ended and try again, or end it with KILL QUERY.",
  );
}
