import type { Engine, Parameters } from "../../engine/engine.ts";

/** A delete may have to write large parts anew. */
const DELETE_SECONDS = 3600;

/** Deletes rows for good and waits until it is done. */
export async function deleteRows(
  engine: Engine,
  table: string,
  condition: string,
  parameters: Parameters = {},
): Promise<void> {
  await engine.command(`ALTER TABLE ${table} DELETE WHERE ${condition}`, parameters, {
    timeoutSeconds: DELETE_SECONDS,
    settings: { mutations_sync: 2 },
  });
}

/** Lets the engine delete rows in its own time; they must be invisible already. */
export async function deleteRowsLater(
  engine: Engine,
  table: string,
  condition: string,
  parameters: Parameters = {},
): Promise<void> {
  await engine.command(`ALTER TABLE ${table} DELETE WHERE ${condition}`, parameters, {
    settings: { mutations_sync: 0 },
  });
}
