import { firstTables } from "./0001-first-tables.ts";
import type { Migration } from "./migration.ts";

/** In order. New tables and columns need none; a change of type, key or meaning does. */
export const MIGRATIONS: readonly Migration[] = [firstTables];
