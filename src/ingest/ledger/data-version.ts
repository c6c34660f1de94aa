import { createHash } from "node:crypto";
import type { LoadRecord, VisiblePart } from "../../model/inventory.ts";
import type { Workspace } from "../../model/workspace.ts";

/** Changes whenever an answer could change: with the loads that are visible, the build, or the settings. */
export function dataVersion(
  loads: readonly LoadRecord[],
  visible: readonly VisiblePart[],
  buildNo: number,
  settings: Workspace,
): string {
  const state = {
    loads: loads.map(({ loadNo, sha256, preset, connection }) => [loadNo, sha256, preset, connection]),
    parts: visible.map(({ loadNo, fact, grain, hidden }) => [loadNo, fact, grain, hidden]),
    buildNo,
    settings,
  };
  return createHash("sha256").update(JSON.stringify(state)).digest("hex").slice(0, 32);
}
