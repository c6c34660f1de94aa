import type { Kysely } from "kysely";
import { boardsViewsAnnotations } from "./0001-boards-views-annotations.ts";
import { handoutsSuppression } from "./0002-handouts-suppression.ts";

/** A step of the state's schema. Steps go forward only and never change once released. */
export type StateMigration = (db: Kysely<unknown>) => Promise<void>;

/** All steps by name; they run in the order of their names. */
export const STATE_MIGRATIONS: Readonly<Record<string, StateMigration>> = {
  "0001-boards-views-annotations": boardsViewsAnnotations,
  "0002-handouts-suppression": handoutsSuppression,
};
