import type { Engine } from "../../engine/engine.ts";
import type { LoadRecord } from "../../model/inventory.ts";
import type { LoadMeta } from "./load-meta.ts";

/** Writes the load's own record and parts; it counts once the ledger names it. */
export async function writeRecord(
  engine: Engine,
  record: LoadRecord,
  meta: LoadMeta,
  { bytes, startedAt }: { readonly bytes: number; readonly startedAt: Date },
): Promise<void> {
  await engine.insert(
    "load_part",
    record.parts.map(({ from, to, measures, ...part }) => ({
      load_no: record.loadNo,
      ...part,
      date_from: from,
      date_to: to,
      measures: measures ?? [],
    })),
  );
  await engine.insert("load", [
    {
      load_no: record.loadNo,
      load_id: record.loadId,
      system: record.system,
      connection: record.connection,
      preset: record.preset,
      layouts: meta.tables.map(({ layout }) => layout),
      file: record.file,
      sha256: record.sha256,
      bytes,
      started_at: startedAt.toISOString(),
      rows_read: record.rowsRead,
      rows_loaded: record.rowsLoaded,
      rows_quarantined: record.rowsQuarantined,
      rows_skipped: record.rowsSkipped,
      meta: JSON.stringify(meta),
    },
  ]);
}
