import type { Engine } from "../../engine/engine.ts";
import type { LedgerEvent } from "./ledger-event.ts";

/** Appends the one row that makes a step count; everything it speaks of must be on the disk before. */
export async function appendEvent(
  engine: Engine,
  event: Omit<LedgerEvent, "at"> & { readonly at: Date },
): Promise<void> {
  await engine.insert("ledger", [
    {
      seq: event.seq,
      at: event.at.toISOString(),
      event: event.event,
      load_no: event.loadNo,
      build_no: event.buildNo,
      detail: event.detail,
      rules: event.rules ?? "",
    },
  ]);
}
