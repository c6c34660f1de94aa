import type { Engine } from "../../engine/engine.ts";
import { LeadlineError } from "../../language/leadline-error.ts";
import { csvLine } from "./csv-line.ts";
import { waitingRows } from "./list-quarantine.ts";
import { MEND_COLUMNS } from "./mend-columns.ts";

/** A rejected row as a person mended it: all cells of the original columns. */
export interface MendedRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface MendFile {
  readonly name: string;
  readonly csv: string;
  readonly preset: string;
  readonly settings: Readonly<Record<string, string>>;
}

/**
 * Mended rows of a load as CSV, one for each of its tables, in the columns of `quarantineCsv`, with the preset, settings
 * and notation by which the load itself was read.
 */
export async function mendFiles(engine: Engine, loadId: string, mended: readonly MendedRow[]): Promise<MendFile[]> {
  const { rows, loads, meta } = await waitingRows(engine, { loadId, limit: 1_000_000 });
  const load = [...loads.values()].find((one) => one.loadId === loadId);
  const read = load && meta.get(load.loadNo);
  if (!load || !read)
    throw new LeadlineError("load.unknown", `There is no load "${loadId}".`, "See the loads under /api/sources.", {
      key: loadId,
    });
  const lines = new Map(rows.map((row) => [Number(row.line), row]));
  const settings = { ...read.notation, ...read.settings };
  const bodies = read.tables.map((table) => ({
    table,
    rows: mended.filter(({ line }) => line >= table.first_line && line <= table.last_line),
  }));
  for (const { line } of mended) {
    if (lines.has(line)) continue;
    throw new LeadlineError(
      "load.mend_row",
      `Line ${line} of ${load.file} does not wait in quarantine (any more).`,
      "It may have been mended in the meantime; look at the quarantine again.",
      { file: load.file, line },
    );
  }
  const stem = load.file.replace(/\.[^.]*$/, "");
  return bodies
    .filter((body) => body.rows.length > 0)
    .map(({ table, rows: own }, index) => {
      for (const { line, cells } of own) {
        if (cells.length === table.header.length) continue;
        throw new LeadlineError(
          "load.mend_cells",
          `Line ${line} has ${cells.length} cells, and the table has ${table.header.length} columns.`,
          "Send one cell for each column.",
          { file: load.file, line },
        );
      }
      const text = [
        [...table.header, MEND_COLUMNS.load, MEND_COLUMNS.line, MEND_COLUMNS.reason],
        ...own.map(({ line, cells }) => [...cells, loadId, String(line), lines.get(line)?.reason ?? ""]),
      ];
      return {
        name: `${stem}-mended${index > 0 ? `-${index + 1}` : ""}.csv`,
        csv: text.map(csvLine).join(""),
        preset: load.preset,
        settings,
      };
    });
}
