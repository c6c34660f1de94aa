import type { Engine } from "../../engine/engine.ts";
import { LeadlineError } from "../../language/leadline-error.ts";
import { type ListedLoad, listLoads } from "./list-sources.ts";

/** The committed load of an id such as `google_ads-7`; throws `load.unknown`. */
export async function findLoad(engine: Engine, loadId: string): Promise<ListedLoad> {
  const found = (await listLoads(engine)).find(({ load_id }) => load_id === loadId);
  if (found) return found;
  throw new LeadlineError("load.unknown", `There is no load ${loadId}.`, "See the loads with: leadline sources DIR", {
    key: loadId,
  });
}
