import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Kysely } from "kysely";
import { LeadlineError } from "../language/leadline-error.ts";
import type { Annotation } from "../model/annotations.ts";
import type { Board } from "../model/boards.ts";
import type { View } from "../model/views.ts";
import { type Collection, collection } from "./collection.ts";
import { type HandoutLedger, handoutLedger } from "./handout-ledger.ts";
import { migrateState } from "./migrate-state.ts";
import { STATE_MIGRATIONS } from "./migrations/index.ts";
import { NodeSqliteDialect } from "./sqlite-dialect.ts";
import { type SuppressionLists, suppressionLists } from "./suppression-lists.ts";
import type { Tables } from "./tables.ts";

/** The workspace's own state: what people make here. */
export interface Store {
  readonly boards: Collection<Omit<Board, "id">>;
  readonly views: Collection<View>;
  readonly annotations: Collection<Annotation>;
  readonly handouts: HandoutLedger;
  readonly suppression: SuppressionLists;
  readonly close: () => Promise<void>;
}

export const STATE_FILE = "state.db";
const WAIT_MS = 5000;

/**
 * Opens `<dataDir>/state.db` and brings its tables up to date. A change is on the disk before it is answered, and another
 * process may have the file open, too. Throws `store.newer`, `store.migration`, `store.unreadable`.
 */
export async function openStore(dataDir: string, now: () => Date): Promise<Store> {
  const file = join(dataDir, STATE_FILE);
  const db = new Kysely<Tables>({ dialect: new NodeSqliteDialect(openFile(file)) });
  try {
    await migrateState(db as Kysely<unknown>, STATE_MIGRATIONS, file);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return {
    boards: collection(db, "board", now),
    views: collection(db, "saved_view", now),
    annotations: collection(db, "annotation", now),
    handouts: handoutLedger(db, now),
    suppression: suppressionLists(db, now),
    close: () => db.destroy(),
  };
}

function openFile(file: string): DatabaseSync {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file);
    database.exec(`PRAGMA busy_timeout = ${WAIT_MS}`);
    database.exec("PRAGMA journal_mode = WAL");
    database.exec("PRAGMA synchronous = FULL");
    return database;
  } catch (error) {
    database?.close();
    throw new LeadlineError(
      "store.unreadable",
      `The workspace's state cannot be opened: ${error instanceof Error ? error.message : String(error)}.`,
      "Check that the file may be written and is whole; restore it from a backup if it is not.",
      { file },
    );
  }
}
