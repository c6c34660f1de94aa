import { type Reverted, revertLoad as revert } from "../../ingest/load/revert-load.ts";
import type { OpenWorkspace } from "../workspace/open-workspace.ts";

/** Takes a load back; what it had replaced stands again. Throws `load.unknown`, `load.reverted`. */
export function revertLoad(workspace: OpenWorkspace, loadId: string): Promise<Reverted> {
  return revert(workspace, loadId);
}
