import { type MendedRow, mendFiles } from "../../ingest/load/mend-files.ts";
import type { OpenWorkspace } from "../workspace/open-workspace.ts";

/** A CSV of mended rows and how it is loaded, so that it is read as the file that the rows come from. */
export interface MendUpload {
  readonly name: string;
  readonly csv: string;
  readonly preset: string;
  readonly settings: Readonly<Record<string, string>>;
}

/** Mended rows of a load as files to be loaded. Throws `load.unknown`, `load.mend_row` and `load.mend_cells`. */
export function mendUploads(
  { engine }: OpenWorkspace,
  loadId: string,
  rows: readonly MendedRow[],
): Promise<MendUpload[]> {
  return mendFiles(engine, loadId, rows);
}
