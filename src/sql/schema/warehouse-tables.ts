import { derivedTables, factTables } from "./fact-tables.ts";
import { SYSTEM_TABLES } from "./system-tables.ts";
import type { TableDefinition } from "./table-definition.ts";

/** Every table of the warehouse, as the model wants them now. */
export function warehouseTables(): readonly TableDefinition[] {
  return [...SYSTEM_TABLES, ...factTables(), ...derivedTables()];
}
