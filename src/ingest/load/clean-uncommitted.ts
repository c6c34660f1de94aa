import type { Engine } from "../../engine/engine.ts";
import { STAGING_PREFIX } from "../../engine/server-file.ts";
import { LeadlineError } from "../../language/leadline-error.ts";
import { DERIVED_IDS, FACT_IDS } from "../../model/facts.ts";
import { deleteRows } from "./delete-rows.ts";
import { dropTables, LOOKUP_PREFIX } from "./lookup-table.ts";

const LOAD_TABLES = ["load", "load_part", "raw_row", "quarantine", "personal_data", ...FACT_IDS];
const BUILD_TABLES = ["derived_part", ...DERIVED_IDS];
/** On a server, rows without a commit may belong to a load that another process is in the middle of. */
const ABANDONED_AFTER_SECONDS = 900;

/**
 * Removes what loads left behind that never reached their commit, because they failed or their process was killed. Such
 * rows are invisible; they are removed so that their load number can be given again. Returns false where it let them be,
 * because on a server another process seems to be loading. `mine`: they are this process's own.
 */
export async function cleanUncommitted(engine: Engine, whose: "any" | "mine" = "any"): Promise<boolean> {
  const [{ load_no = 0, build_no = 0 } = {}] = await engine.query<{ load_no: number; build_no: number }>(
    "SELECT maxIf(load_no, event = 'commit') AS load_no, argMax(build_no, seq) AS build_no FROM ledger",
  );
  const conditions = [
    ...LOAD_TABLES.map((name) => ({ name, condition: `load_no > ${load_no}` })),
    ...BUILD_TABLES.map((name) => ({ name, condition: `build_no > ${build_no}` })),
  ];
  const found = await engine.query<{ name: string; part: string }>(
    conditions
      .map(
        ({ name, condition }) =>
          `(SELECT '${name}' AS name, _part AS part FROM ${name} WHERE ${condition} LIMIT 1 BY _part)`,
      )
      .join(" UNION ALL "),
  );
  if (whose === "any" && engine.kind === "server" && (await isRecent(engine, found))) return false;
  const left = new Set(found.map(({ name }) => name));
  for (const { name, condition } of conditions) if (left.has(name)) await deleteRows(engine, name, condition);
  await dropTables(engine, LOOKUP_PREFIX);
  await dropTables(engine, STAGING_PREFIX);
  leftNothing(engine);
  return true;
}

/** Warehouses in which nothing uncommitted stands. Only of an embedded one is that known: nobody else can write to it. */
const clean = new WeakSet<Engine>();

/** Says that from here on something may be left behind, until `leftNothing`. */
export function beginChange(engine: Engine): void {
  clean.delete(engine);
}

/** Says that all that was written is committed, or removed. */
export function leftNothing(engine: Engine): void {
  if (engine.kind === "embedded") clean.add(engine);
}

/** Makes the warehouse ready for a change; throws `load.busy` while another process is loading into the same server. */
export async function takeTurn(engine: Engine): Promise<void> {
  const isClean = clean.has(engine) || (await cleanUncommitted(engine));
  beginChange(engine);
  if (isClean) return;
  throw new LeadlineError(
    "load.busy",
    "Another process is loading into this warehouse, or was killed while it did.",
    `Wait until it is done; what a killed one left is removed after ${ABANDONED_AFTER_SECONDS / 60} minutes.`,
  );
}

async function isRecent(
  engine: Engine,
  found: readonly { readonly name: string; readonly part: string }[],
): Promise<boolean> {
  if (found.length === 0) return false;
  const parts = found.map(({ name, part }) => `('${name}', '${part}')`).join(", ");
  const [row] = await engine.query<{ recent: number }>(
    `SELECT max(modification_time) > now() - ${ABANDONED_AFTER_SECONDS} AS recent FROM system.parts
     WHERE database = currentDatabase() AND (table, name) IN (${parts})`,
  );
  return row?.recent === 1;
}
