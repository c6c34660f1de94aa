import { warehouseTables } from "../sql/schema/warehouse-tables.ts";
import type { Engine } from "./engine.ts";

/** Where the warehouse's tables are not as the model wants them, one sentence each. */
export async function schemaDifferences(engine: Engine): Promise<readonly string[]> {
  const columns = await engine.query<{ table: string; name: string; type: string }>(
    "SELECT table, name, type FROM system.columns WHERE database = currentDatabase()",
  );
  const types = new Map(columns.map(({ table, name, type }) => [`${table}.${name}`, type]));
  const tables = new Set(columns.map(({ table }) => table));
  return warehouseTables().flatMap((table) =>
    tables.has(table.name)
      ? table.columns.flatMap((column) => {
          const type = types.get(`${table.name}.${column.name}`);
          if (type === undefined) return [`${table.name} has no column ${column.name}`];
          return type === column.type ? [] : [`${table.name}.${column.name} is ${type}, not ${column.type}`];
        })
      : [`the table ${table.name} is missing`],
  );
}
