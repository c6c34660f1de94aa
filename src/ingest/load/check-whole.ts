import type { Engine } from "../../engine/engine.ts";
import { LeadlineError } from "../../language/leadline-error.ts";
import type { LoadRecord } from "../../model/inventory.ts";
import type { CompiledTable } from "./compiled-table.ts";

/** Counts a load's rows once more before they are committed; throws `load.disturbed` when some are gone. */
export async function checkWhole(engine: Engine, record: LoadRecord, tables: readonly CompiledTable[]): Promise<void> {
  const wanted = new Map<string, number>([
    ["raw_row", tables.reduce((sum, { input }) => sum + input.table.records, 0)],
  ]);
  for (const { fact, rows } of record.parts) wanted.set(fact, (wanted.get(fact) ?? 0) + rows);
  const found = await engine.query<{ name: string; n: string }>(
    [...wanted.keys()]
      .map((name) => `(SELECT '${name}' AS name, count() AS n FROM ${name} WHERE load_no = ${record.loadNo})`)
      .join(" UNION ALL "),
  );
  if (found.every(({ name, n }) => Number(n) === wanted.get(name))) return;
  throw new LeadlineError(
    "load.disturbed",
    `Rows of ${record.file} were removed or added while it was loaded.`,
    "Perhaps another process loads into the same warehouse; load the file again.",
    { file: record.file },
  );
}
