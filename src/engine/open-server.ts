import type { Engine } from "./engine.ts";
import type { ServerTarget } from "./engine-target.ts";

export async function openServer(_target: ServerTarget): Promise<Engine> {
  throw new Error("not yet");
}
