import {
  quarantineCsv as csvOf,
  type QuarantinedRow,
  type QuarantineFile,
  type QuarantineTable,
  listQuarantine as quarantineOf,
  listQuarantineTables as tablesOf,
} from "../../ingest/load/list-quarantine.ts";
import type { OpenWorkspace } from "../workspace/open-workspace.ts";

/** Rejected rows that still wait for a person, with file, line and reason. */
export function listQuarantine(workspace: OpenWorkspace): Promise<QuarantinedRow[]> {
  return quarantineOf(workspace.engine);
}

/** The columns of the tables that those rows stand in. */
export function quarantineTables(workspace: OpenWorkspace): Promise<QuarantineTable[]> {
  return tablesOf(workspace.engine);
}

/** The rejected rows as one CSV for each table of each file, to be mended and loaded again. */
export function quarantineCsv(workspace: OpenWorkspace): Promise<QuarantineFile[]> {
  return csvOf(workspace.engine);
}
