import type { Engine } from "../../engine/engine.ts";
import { DERIVED_IDS, FACT_IDS, FACTS, type FactId, PROVENANCE } from "../../model/facts.ts";
import { CHANNEL_COLUMNS, CHANNEL_FACTS } from "../../sql/channel/channel-facts.ts";
import { deleteRows } from "../load/delete-rows.ts";

export interface Erasure {
  /** The keyed hash that rows hold. */
  readonly hash: string;
  /** What stands there afterwards. */
  readonly token: string;
}

/**
 * Holds the pair while it is erased: the engine keeps the text of statements that change rows on the disk for long, and
 * so they must not spell the hash.
 */
const PAIR = "erasure";
const HASH = `(SELECT any(hash) FROM ${PAIR})`;
const TOKEN = `(SELECT any(token) FROM ${PAIR})`;
const LONG = { timeoutSeconds: 3600, settings: { mutations_sync: 2 } } as const;

/**
 * Puts a token in the place of a person's hash in every fact and raw row, and deletes the personal data. May be repeated:
 * an erasure that was cut short is finished by the next one. Returns the number of rows that held the person.
 */
export async function eraseHash(engine: Engine, { hash, token }: Erasure): Promise<number> {
  await finishMutations(engine);
  await engine.command(`CREATE TABLE IF NOT EXISTS ${PAIR} (hash String, token String) ENGINE = MergeTree ORDER BY ()`);
  await engine.command(`TRUNCATE TABLE ${PAIR} SYNC`);
  await engine.insert(PAIR, [{ hash, token }]);
  let rows = 0;
  for (const id of FACT_IDS) rows += await eraseInFact(engine, id);
  for (const table of ["raw_row", "quarantine"]) rows += await eraseInCells(engine, table);
  rows += await erasePersonalData(engine);
  await engine.command(`DROP TABLE ${PAIR} SYNC`);
  return rows;
}

/** Rows that queries read as they stand are changed in place; others are copied, since hashes are in their sort keys. */
async function eraseInFact(engine: Engine, id: FactId): Promise<number> {
  const columns = Object.entries({ ...PROVENANCE, ...FACTS[id].columns });
  const holding = (text: string): string => columns.flatMap(([name, kind]) => holds(name, kind, text)).join(" OR ");
  const condition = holding(HASH);
  if (condition === "") return 0;
  const rows = await countRows(engine, id, condition);
  if (rows === 0) return 0;
  const replaced = new Map(columns.flatMap(([name, kind]) => replacement(name, kind)));
  if (FACTS[id].loading === "segment") {
    const changes = [...replaced].map(([name, value]) => `${name} = ${value}`);
    await engine.command(`ALTER TABLE ${id} UPDATE ${changes.join(", ")} WHERE ${condition}`, {}, LONG);
    return rows;
  }
  const copies = `(${holding(TOKEN)}) AND (load_no, raw_row) IN (SELECT load_no, raw_row FROM ${id} WHERE ${condition})`;
  if ((await countRows(engine, id, copies)) > 0) await deleteRows(engine, id, copies);
  const names = [...columns.map(([name]) => name), ...(CHANNEL_FACTS.includes(id) ? [CHANNEL_COLUMNS[1]] : [])];
  await engine.command(
    `INSERT INTO ${id} (${names.join(", ")})
     SELECT ${names.map((name) => replaced.get(name) ?? name).join(", ")} FROM ${id} WHERE ${condition}`,
    {},
    { timeoutSeconds: LONG.timeoutSeconds },
  );
  await deleteRows(engine, id, condition);
  return rows;
}

/** In a row that speaks of the person, the hashes of name and phone give way to the token too. */
async function eraseInCells(engine: Engine, table: string): Promise<number> {
  const condition = `arrayExists(cell -> position(cell, ${HASH}) > 0, cells)`;
  const rows = await countRows(engine, table, condition);
  if (rows > 0) {
    const cell = `if(match(cell, '^[0-9a-f]{64}$'), ${TOKEN}, replaceAll(cell, ${HASH}, ${TOKEN}))`;
    await engine.command(
      `ALTER TABLE ${table} UPDATE cells = arrayMap(cell -> ${cell}, cells) WHERE ${condition}`,
      {},
      LONG,
    );
  }
  return rows;
}

async function erasePersonalData(engine: Engine): Promise<number> {
  const condition = `email_hash = ${HASH}`;
  const rows = await countRows(engine, "personal_data", condition);
  if (rows > 0) await deleteRows(engine, "personal_data", condition);
  return rows;
}

function holds(name: string, kind: string, text: string): string[] {
  if (kind === "id" || kind === "text") return [`position(${name}, ${text}) > 0`];
  if (kind === "ids") return [`arrayExists(x -> position(x, ${text}) > 0, ${name})`];
  if (kind === "attributes") return [`arrayExists(x -> position(x, ${text}) > 0, mapValues(${name}))`];
  return [];
}

function replacement(name: string, kind: string): (readonly [name: string, value: string])[] {
  if (kind === "id" || kind === "text") return [[name, `replaceAll(${name}, ${HASH}, ${TOKEN})`]];
  if (kind === "ids") return [[name, `arrayMap(x -> replaceAll(x, ${HASH}, ${TOKEN}), ${name})`]];
  if (kind === "attributes") return [[name, `mapApply((k, v) -> (k, replaceAll(v, ${HASH}, ${TOKEN})), ${name})`]];
  return [];
}

async function countRows(engine: Engine, table: string, condition: string): Promise<number> {
  const sql = `SELECT count() AS n FROM ${table} WHERE ${condition}`;
  const [row] = await engine.query<{ n: string }>(sql, {}, { timeoutSeconds: 600 });
  return Number(row?.n ?? 0);
}

const TABLES = ["raw_row", "quarantine", "personal_data", "derived_part", ...FACT_IDS, ...DERIVED_IDS];
const NAMES = TABLES.map((name) => `'${name}'`).join(", ");

/** What a killed process had begun to delete goes on by itself; nothing may be copied before it is done. */
async function finishMutations(engine: Engine): Promise<void> {
  const open = `SELECT count() AS n FROM system.mutations
    WHERE database = currentDatabase() AND table IN (${NAMES}) AND NOT is_done`;
  await waitUntil(async () => (await engine.query<{ n: string }>(open))[0]?.n === "0");
}

/** Makes the engine drop the files of deleted rows now, which it would otherwise keep for minutes, and waits for it. */
export async function dropOldFiles(engine: Engine): Promise<void> {
  const inactive = `SELECT DISTINCT table FROM system.parts
    WHERE database = currentDatabase() AND NOT active AND table IN (${NAMES})`;
  await waitUntil(async () => {
    const tables = await engine.query<{ table: string }>(inactive);
    for (const { table } of tables) {
      await engine.command(`ALTER TABLE ${table} MODIFY SETTING old_parts_lifetime = 0`);
      // Dropping a partition, even one that is not there, has the side effect that old files are removed at once.
      await engine.command(`ALTER TABLE ${table} DROP PARTITION ID 'none'`);
      await engine.command(`ALTER TABLE ${table} RESET SETTING old_parts_lifetime`);
    }
    return (await engine.query(inactive)).length === 0;
  });
}

const PATIENCE_MILLISECONDS = 60_000;

async function waitUntil(isDone: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + PATIENCE_MILLISECONDS;
  for (let pause = 20; performance.now() < end && !(await isDone()); pause = Math.min(pause * 2, 1000)) {
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
