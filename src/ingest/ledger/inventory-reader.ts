import type { Engine } from "../../engine/engine.ts";
import type { Inventory } from "../../model/inventory.ts";
import type { Workspace } from "../../model/workspace.ts";
import { ledgerState, readInventory } from "./read-inventory.ts";

/**
 * Reads the inventory, and reads it again only when the ledger has grown: what counts is a function of the ledger, and
 * what a ledger row speaks of is there before the row, whichever process wrote it.
 */
export function inventoryReader(engine: Engine, settings: Workspace): () => Promise<Inventory> {
  let known: { readonly state: string; readonly inventory: Inventory } | null = null;
  return async () => {
    const state = await ledgerState(engine);
    if (known?.state !== state) known = { state, inventory: await readInventory(engine, settings) };
    return known.inventory;
  };
}
