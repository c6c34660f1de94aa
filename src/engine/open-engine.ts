import type { Engine } from "./engine.ts";
import type { EngineTarget } from "./engine-target.ts";
import { openEmbedded } from "./open-embedded.ts";

/** Opens the warehouse, embedded or on a server; the tables are made by `migrate`. */
export async function openEngine(target: EngineTarget): Promise<Engine> {
  if ("path" in target) return openEmbedded(target.path);
  const { openServer } = await import("./open-server.ts");
  return openServer(target);
}
