import type { Engine } from "../../engine/engine.ts";
import { LeadlineError } from "../../language/leadline-error.ts";
import { rowsOf } from "./compiled-table.ts";
import type { LoadMeta } from "./load-meta.ts";
import { MEND_COLUMNS } from "./mend-columns.ts";
import type { PlannedLoad } from "./plan-load.ts";

/** Which rejected rows of which earlier loads the file brings back, by the columns of our own CSV. */
export async function readMends(
  engine: Engine,
  { loadNo, tables, state, loads }: PlannedLoad,
): Promise<NonNullable<LoadMeta["mends"]>> {
  const mends: { load: string; lines: number[] }[] = [];
  for (const { mend, lines } of tables) {
    if (mend === null) continue;
    const rows = await engine.query<{ load: string; lines: string[] }>(
      `SELECT cells[${mend.load}] AS load, groupUniqArray(toUInt64OrZero(cells[${mend.line}])) AS lines
       FROM raw_row WHERE ${rowsOf(lines, loadNo, "data")} GROUP BY load ORDER BY load`,
    );
    for (const row of rows) {
      const original = loads.find(({ loadId }) => loadId === row.load);
      if (original === undefined || !state.live.includes(original.loadNo)) {
        throw new LeadlineError(
          "load.mend_unknown",
          `The file brings mended rows of the load "${row.load}", which does not count (any more).`,
          `Take the columns ${Object.values(MEND_COLUMNS).join(", ")} out to load it as an export of its own.`,
          { key: MEND_COLUMNS.load },
        );
      }
      mends.push({ load: row.load, lines: row.lines.map(Number).sort((a, b) => a - b) });
    }
  }
  return mends;
}
