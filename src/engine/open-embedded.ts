import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { LeadlineError } from "../language/leadline-error.ts";
import { lockedError, takeDataLock } from "./data-lock.ts";
import { EmbeddedConnection } from "./embedded-connection.ts";
import { insertFromLocalFile, linesOfFile } from "./embedded-file.ts";
import type { Engine, RunOptions } from "./engine.ts";
import { closedError, engineError } from "./engine-error.ts";
import type { Settings } from "./engine-settings.ts";
import { inBatches } from "./in-batches.ts";
import { type EmbeddedParts, loadEmbedded } from "./load-embedded.ts";
import { Pool } from "./pool.ts";
import { StatementRunner } from "./statement-runner.ts";
import { unionInLots } from "./union-in-lots.ts";

/** Each running statement holds one of Node's worker threads, which are four where nobody asks for more; one is left to kill with. */
const CONNECTIONS = 3;

/**
 * Opens a warehouse directory with the engine inside this process. One connection runs its statements one after
 * another, so a few are kept, and one more for killing.
 */
export async function openEmbedded(directory: string): Promise<Engine> {
  const path = resolve(directory);
  const release = takeDataLock(path);
  try {
    const parts = await loadEmbedded();
    const all = await connectAll(parts, path);
    return await embeddedEngine(all, async () => {
      await Promise.all(all.map((connection) => connection.close()));
      await parts.drain();
      release();
    });
  } catch (error) {
    release();
    throw error;
  }
}

async function connectAll({ connect, drain }: EmbeddedParts, path: string): Promise<readonly EmbeddedConnection[]> {
  const all: EmbeddedConnection[] = [];
  try {
    for (let n = 0; n <= CONNECTIONS; n++) all.push(new EmbeddedConnection(connect(path)));
    for (const connection of all) await connection.prepare();
    return all;
  } catch (thrown) {
    await Promise.all(all.map((connection) => connection.close()));
    await drain();
    throw openError(thrown, path);
  }
}

function openError(thrown: unknown, path: string): LeadlineError {
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  if (/different|data director/i.test(message))
    return new LeadlineError(
      "engine.one_directory",
      "This process already has another warehouse open.",
      "Close that one first, or use another process: the embedded engine holds one directory per process.",
      { file: path },
    );
  // The engine says why only on stderr; by far the usual reason is its own lock on the directory.
  if (/failed to create connection/i.test(message)) return lockedError(path, null);
  return engineError(thrown);
}

async function embeddedEngine(all: readonly EmbeddedConnection[], closeAll: () => Promise<void>): Promise<Engine> {
  const [killer, ...workers] = all;
  if (killer === undefined) throw closedError();
  const pool = new Pool(workers);
  const statements = new StatementRunner((sql) => killer.command(sql, {}, {}));

  const run = <Result>(
    options: RunOptions,
    work: (connection: EmbeddedConnection, settings: Settings) => Promise<Result>,
  ): Promise<Result> =>
    statements.run(options, async ({ settings, ended }) => {
      const connection = await pool.lend(ended);
      try {
        return await work(connection, settings);
      } finally {
        pool.giveBack(connection);
      }
    });

  const query: Engine["query"] = (sql, parameters = {}, options = {}) =>
    run(options, (connection, settings) => connection.query(sql, parameters, settings));
  const union: Engine["union"] = (selects, parameters, options) =>
    unionInLots(query, selects, Math.min(pool.free, availableParallelism()), parameters, options);
  const command: Engine["command"] = (sql, parameters = {}, options = {}) =>
    run(options, (connection, settings) => connection.command(sql, parameters, settings));
  const [{ version = "" } = {}] = await query<{ version: string }>("SELECT version() AS version");

  return {
    kind: "embedded",
    version,
    query,
    union,
    command,
    insert: async (table, rows) => {
      for (const batch of inBatches(rows))
        await run({}, (connection, settings) => connection.insert(table, batch, settings));
    },
    insertFromFile: (file, statement, options = {}) => insertFromLocalFile(file, statement, options, command),
    fileLines: linesOfFile,
    explain: async (sql, parameters = {}) => {
      await query(`EXPLAIN ${sql}`, parameters);
    },
    close: async () => {
      if (await statements.end()) await closeAll();
    },
  };
}
