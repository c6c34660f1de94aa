import { growToModel } from "../grow-to-model.ts";
import type { Migration } from "./migration.ts";

/** Every table as the model has it. */
export const firstTables: Migration = { version: 1, name: "first tables", up: growToModel };
