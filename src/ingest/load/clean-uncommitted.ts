import type { Engine } from "../../engine/engine.ts";
import { DERIVED_IDS, FACT_IDS } from "../../model/facts.ts";
import { deleteRows } from "./delete-rows.ts";
import { dropLookupTables } from "./lookup-table.ts";

const LOAD_TABLES = ["load", "load_part", "raw_row", "quarantine", "personal_data", ...FACT_IDS];
const BUILD_TABLES = ["derived_part", ...DERIVED_IDS];

/**
 * Removes what loads left behind that never reached their commit, because they failed or their process was killed. Such
 * rows are invisible; they are removed so that their load number can be given again.
 */
export async function cleanUncommitted(engine: Engine): Promise<void> {
  const [{ load_no = 0, build_no = 0 } = {}] = await engine.query<{ load_no: number; build_no: number }>(
    "SELECT maxIf(load_no, event = 'commit') AS load_no, argMax(build_no, seq) AS build_no FROM ledger",
  );
  const leftovers = await engine.query<{ name: string; number: string }>(
    [
      ...LOAD_TABLES.map(
        (name) =>
          `(SELECT '${name}' AS name, 'load_no' AS number FROM ${name} WHERE load_no > {load_no:UInt32} LIMIT 1)`,
      ),
      ...BUILD_TABLES.map(
        (name) =>
          `(SELECT '${name}' AS name, 'build_no' AS number FROM ${name} WHERE build_no > {build_no:UInt32} LIMIT 1)`,
      ),
    ].join(" UNION ALL "),
    { load_no, build_no },
  );
  for (const { name, number } of leftovers) {
    await deleteRows(engine, name, `${number} > {committed:UInt32}`, {
      committed: number === "load_no" ? load_no : build_no,
    });
  }
  await dropLookupTables(engine);
}
