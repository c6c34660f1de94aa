import { LeadlineError } from "../../language/leadline-error.ts";
import { takeTurn } from "./clean-uncommitted.ts";
import { commitEvent, type Site } from "./commit-event.ts";
import { findLoad } from "./find-load.ts";
import { oneAtATime } from "./one-at-a-time.ts";

export interface Reverted {
  readonly load_id: string;
  readonly file: string;
  /** Rows of the file that no longer count. */
  readonly rows: number;
}

/**
 * Takes a committed load back; what it had replaced reappears. Throws `load.unknown` and, when it was taken back before,
 * `load.reverted`.
 */
export function revertLoad(site: Site, loadId: string): Promise<Reverted> {
  return oneAtATime(site.engine, async () => {
    await takeTurn(site.engine);
    const load = await findLoad(site.engine, loadId);
    if (load.status === "reverted") {
      throw new LeadlineError(
        "load.reverted",
        `The load ${loadId} was taken back before.`,
        `Load the file ${load.file} again to have it count.`,
        { key: loadId },
      );
    }
    await commitEvent(site, { event: "revert", loadNo: load.load_no });
    return { load_id: loadId, file: load.file, rows: load.rows_loaded };
  });
}
