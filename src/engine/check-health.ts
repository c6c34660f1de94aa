import { randomUUID } from "node:crypto";
import { DERIVED_IDS, FACT_IDS } from "../model/facts.ts";
import type { Engine } from "./engine.ts";
import { bytesText, fail, failedCheck, type HealthFact, ok, warn } from "./health.ts";
import { SCHEMA_VERSION, schemaVersion } from "./migrate.ts";
import { schemaDifferences } from "./schema-differences.ts";
import { STAGING_PREFIX } from "./server-file.ts";

type Check = (engine: Engine) => Promise<readonly HealthFact[]>;

/** Older servers lack settings and functions that Leadline's statements use. */
const OLDEST_SERVER = 24;
const LITTLE_DISK = 10e9;
const NO_DISK = 1e9;
const MANY_PARTS = 1000;

/** The facts of `leadline doctor` about an open warehouse; a check that fails becomes a fact itself. */
export async function checkHealth(engine: Engine): Promise<readonly HealthFact[]> {
  const facts: HealthFact[] = [];
  for (const check of [version, writable, disk, size, schema, parts, leftovers, staging])
    facts.push(...(await check(engine).catch((error) => [failedCheck(error)])));
  return facts;
}

const version: Check = async ({ kind, version: number }) => {
  const text = `ClickHouse ${number}, ${kind === "embedded" ? "embedded, held by this process" : "server"}.`;
  return Number.parseInt(number, 10) >= OLDEST_SERVER
    ? [ok("engine.version", text)]
    : [fail("engine.version", text, `Upgrade the ClickHouse server to version ${OLDEST_SERVER} or newer.`)];
};

const writable: Check = async (engine) => {
  const table = `${STAGING_PREFIX}health_${randomUUID().replaceAll("-", "")}`;
  await engine.command(`CREATE TABLE ${table} (n UInt8) ENGINE = MergeTree ORDER BY n`);
  try {
    await engine.command(`INSERT INTO ${table} VALUES (1)`);
  } finally {
    await engine.command(`DROP TABLE ${table} SYNC`);
  }
  return [ok("engine.writable", "Tables can be made, written and removed.")];
};

const disk: Check = async (engine) => {
  const disks = await engine.query<{ name: string; path: string; free: string; total: string }>(
    "SELECT name, path, free_space AS free, total_space AS total FROM system.disks WHERE total_space > 0",
  );
  return disks.map(({ name, path, free, total }) => {
    const text = `${bytesText(Number(free))} of ${bytesText(Number(total))} free on the disk of the warehouse (${path || name}).`;
    const remedy = "Free some space, or move the warehouse to a larger disk.";
    if (Number(free) < NO_DISK) return fail("engine.disk", text, remedy);
    return Number(free) < LITTLE_DISK ? warn("engine.disk", text, remedy) : ok("engine.disk", text);
  });
};

const size: Check = async (engine) => {
  const [row] = await engine.query<{ bytes: string; rows: string }>(
    "SELECT sum(bytes_on_disk) AS bytes, sum(rows) AS rows FROM system.parts WHERE active AND database = currentDatabase()",
  );
  return [ok("engine.size", `${bytesText(Number(row?.bytes ?? 0))} on disk, ${row?.rows ?? 0} rows in all tables.`)];
};

const schema: Check = async (engine) => {
  const current = await schemaVersion(engine);
  if (current > SCHEMA_VERSION)
    return [
      fail(
        "engine.schema",
        `Schema ${current} is newer than this Leadline's ${SCHEMA_VERSION}.`,
        "Install the newer Leadline.",
      ),
    ];
  const differences = await schemaDifferences(engine);
  if (current === SCHEMA_VERSION && differences.length === 0)
    return [ok("engine.schema", `Schema ${current}, complete.`)];
  const text = `Schema ${current} of ${SCHEMA_VERSION}${differences.length > 0 ? `: ${differences.slice(0, 5).join("; ")}` : ""}.`;
  return [
    fail(
      "engine.schema",
      text,
      "Load a file or ask a question: tables and columns are added then. If this stays, report it.",
    ),
  ];
};

const parts: Check = async (engine) => {
  const [row] = await engine.query<{ active: string; most: string; broken: string }>(
    `SELECT (SELECT count() FROM system.parts WHERE active AND database = currentDatabase()) AS active,
      (SELECT max(n) FROM (SELECT count() AS n FROM system.parts WHERE active AND database = currentDatabase() GROUP BY table)) AS most,
      (SELECT count() FROM system.detached_parts WHERE database = currentDatabase()) AS broken`,
  );
  const { active = "0", most = "0", broken = "0" } = row ?? {};
  const count =
    Number(most) > MANY_PARTS
      ? warn(
          "engine.parts",
          `One table is in ${most} parts.`,
          "Load fewer, larger files; the engine merges parts by itself.",
        )
      : ok("engine.parts", `${active} parts.`);
  if (Number(broken) === 0) return [count];
  const remedy =
    "A part was damaged or detached. Revert and load again the files of the last days, or restore a backup.";
  return [count, warn("engine.broken_parts", `${broken} parts were set aside by the engine.`, remedy)];
};

const leftovers: Check = async (engine) => {
  const loads = ["load", "load_part", "raw_row", "quarantine", ...FACT_IDS].map(
    (table) => `SELECT count() AS n FROM ${table} WHERE load_no NOT IN (SELECT load_no FROM ledger)`,
  );
  const builds = ["derived_part", ...DERIVED_IDS].map(
    (table) => `SELECT count() AS n FROM ${table} WHERE build_no NOT IN (SELECT build_no FROM ledger)`,
  );
  const [row] = await engine.query<{ n: string }>(
    `SELECT sum(n) AS n FROM (${[...loads, ...builds].join(" UNION ALL ")})`,
  );
  if (row?.n === "0") return [ok("engine.uncommitted", "No rows of unfinished loads.")];
  const text = `${row?.n} rows are left of loads that were never finished. They do not count.`;
  return [warn("engine.uncommitted", text, "Nothing to do: the next load clears them away.")];
};

const staging: Check = async (engine) => {
  const tables = await engine.query<{ name: string }>(
    "SELECT name FROM system.tables WHERE database = currentDatabase() AND startsWith(name, {prefix:String})",
    { prefix: STAGING_PREFIX },
  );
  if (tables.length === 0) return [];
  const text = `${tables.length} tables are left of interrupted loads: ${tables.map(({ name }) => name).join(", ")}.`;
  return [warn("engine.staging", text, "Unless a load is running, drop them with DROP TABLE.")];
};
