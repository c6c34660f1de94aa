import { addColumn, createTable } from "../sql/schema/create-table.ts";
import { warehouseTables } from "../sql/schema/warehouse-tables.ts";
import type { Engine } from "./engine.ts";

interface ExistingColumn {
  readonly table: string;
  readonly name: string;
}

/** Creates the tables and columns that the model has and the warehouse lacks; touches nothing else. */
export async function growToModel(engine: Engine): Promise<void> {
  const existing = await engine.query<ExistingColumn>(
    "SELECT table, name FROM system.columns WHERE database = currentDatabase()",
  );
  for (const table of warehouseTables()) {
    const names = new Set(existing.filter((column) => column.table === table.name).map(({ name }) => name));
    if (names.size === 0) {
      await engine.command(createTable(table));
      continue;
    }
    let after: string | undefined;
    for (const column of table.columns) {
      if (!names.has(column.name)) await engine.command(addColumn(table.name, column, after));
      after = column.name;
    }
  }
}
