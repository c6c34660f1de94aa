import { commitEvent, type Site } from "../load/commit-event.ts";
import { deleteRows } from "../load/delete-rows.ts";
import { oneAtATime } from "../load/one-at-a-time.ts";
import type { LandedStream } from "./landed-streams.ts";

/** Removes landed records once they have become facts: what they say about people stands in one place only. */
export function dropLanded(site: Site, { loads }: LandedStream): Promise<void> {
  return oneAtATime(site.engine, async () => {
    for (const { loadNo } of loads) await commitEvent(site, { event: "revert", loadNo, deferBuild: true });
    const numbers = loads.map(({ loadNo }) => loadNo).join(", ");
    for (const table of ["raw_row", "personal_data"]) await deleteRows(site.engine, table, `load_no IN (${numbers})`);
  });
}
