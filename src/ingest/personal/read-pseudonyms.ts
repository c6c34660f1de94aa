import type { Pseudonyms } from "../../sql/load/personal-cells.ts";
import { readForgotten } from "./forgotten-people.ts";
import { workspaceKey } from "./workspace-key.ts";

/** The workspace's secret and its forgotten people, as rows are to be loaded now. Throws `personal.key`, `personal.forgotten`. */
export function readPseudonyms(dataDir: string): Pseudonyms {
  return { key: workspaceKey(dataDir), forgotten: new Map(Object.entries(readForgotten(dataDir).people)) };
}
