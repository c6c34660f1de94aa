import type { Engine } from "../../engine/engine.ts";
import { DERIVED_IDS, FACT_IDS, FACTS, type FactId, PROVENANCE } from "../../model/facts.ts";
import { deleteRows } from "../load/delete-rows.ts";

export interface Erasure {
  /** The keyed hash that rows hold. */
  readonly hash: string;
  /** What stands there afterwards. */
  readonly token: string;
}

const PARAMETERS = "{hash:String}, {token:String}";
const LONG = { timeoutSeconds: 3600, settings: { mutations_sync: 2 } } as const;

/**
 * Puts a token in the place of a person's hash in every fact and raw row, and deletes the personal data. May be repeated:
 * an erasure that was cut short is finished by the next one. Returns the number of rows that held the person.
 */
export async function eraseHash(engine: Engine, erasure: Erasure): Promise<number> {
  let rows = 0;
  for (const id of FACT_IDS) rows += await eraseInFact(engine, id, erasure);
  for (const table of ["raw_row", "quarantine"]) rows += await eraseInCells(engine, table, erasure);
  rows += await erasePersonalData(engine, erasure);
  return rows;
}

/** Rows that queries read as they stand are changed in place; others are copied, since hashes are in their sort keys. */
async function eraseInFact(engine: Engine, id: FactId, { hash, token }: Erasure): Promise<number> {
  await finishMutations(engine, id);
  const columns = Object.entries({ ...PROVENANCE, ...FACTS[id].columns });
  const texts = columns.filter(([name, kind]) => ["id", "text"].includes(kind) && name !== "raw_row");
  const holding = columns.flatMap(([name, kind]) => holds(name, kind));
  if (holding.length === 0) return 0;
  const condition = holding.join(" OR ");
  const rows = await countRows(engine, id, condition, { hash });
  if (rows === 0) return 0;
  const replaced = new Map(
    columns.flatMap(([name, kind]) => {
      if (texts.some(([text]) => text === name)) return [[name, `replaceAll(${name}, ${PARAMETERS})`]];
      if (kind === "ids") return [[name, `arrayMap(x -> replaceAll(x, ${PARAMETERS}), ${name})`]];
      if (kind === "attributes") return [[name, `mapApply((k, v) -> (k, replaceAll(v, ${PARAMETERS})), ${name})`]];
      return [];
    }),
  );
  if (FACTS[id].loading === "segment") {
    const changes = [...replaced].map(([name, value]) => `${name} = ${value}`);
    await engine.command(`ALTER TABLE ${id} UPDATE ${changes.join(", ")} WHERE ${condition}`, { hash, token }, LONG);
    return rows;
  }
  const copies = holding.map((test) => test.replaceAll("{hash:String}", "{token:String}")).join(" OR ");
  await deleteRows(
    engine,
    id,
    `(${copies}) AND (load_no, raw_row) IN (SELECT load_no, raw_row FROM ${id} WHERE ${condition})`,
    { hash, token },
  );
  const names = columns.map(([name]) => name);
  await engine.command(
    `INSERT INTO ${id} (${names.join(", ")}) SELECT ${names.map((name) => replaced.get(name) ?? name).join(", ")} FROM ${id} WHERE ${condition}`,
    { hash, token },
    { timeoutSeconds: LONG.timeoutSeconds },
  );
  await deleteRows(engine, id, condition, { hash });
  return rows;
}

/** In a row that speaks of the person, the hashes of name and phone give way to the token too. */
async function eraseInCells(engine: Engine, table: string, { hash, token }: Erasure): Promise<number> {
  const condition = "arrayExists(cell -> position(cell, {hash:String}) > 0, cells)";
  const rows = await countRows(engine, table, condition, { hash });
  if (rows > 0) {
    const cell = `if(match(cell, '^[0-9a-f]{64}$'), {token:String}, replaceAll(cell, ${PARAMETERS}))`;
    await engine.command(
      `ALTER TABLE ${table} UPDATE cells = arrayMap(cell -> ${cell}, cells) WHERE ${condition}`,
      { hash, token },
      LONG,
    );
  }
  return rows;
}

async function erasePersonalData(engine: Engine, { hash }: Erasure): Promise<number> {
  const rows = await countRows(engine, "personal_data", "email_hash = {hash:String}", { hash });
  if (rows > 0) await deleteRows(engine, "personal_data", "email_hash = {hash:String}", { hash });
  return rows;
}

function holds(name: string, kind: string): string[] {
  if (kind === "id" || kind === "text") return [`position(${name}, {hash:String}) > 0`];
  if (kind === "ids") return [`arrayExists(x -> position(x, {hash:String}) > 0, ${name})`];
  if (kind === "attributes") return [`arrayExists(x -> position(x, {hash:String}) > 0, mapValues(${name}))`];
  return [];
}

async function countRows(
  engine: Engine,
  table: string,
  condition: string,
  parameters: Record<string, string>,
): Promise<number> {
  const [row] = await engine.query<{ n: string }>(`SELECT count() AS n FROM ${table} WHERE ${condition}`, parameters, {
    timeoutSeconds: 600,
  });
  return Number(row?.n ?? 0);
}

/** A delete that a killed process had begun goes on by itself; nothing may be copied before it is done. */
async function finishMutations(engine: Engine, table: string): Promise<void> {
  await waitUntil(
    engine,
    `SELECT count() AS n FROM system.mutations WHERE database = currentDatabase() AND table = '${table}' AND NOT is_done`,
  );
}

const TABLES = ["raw_row", "quarantine", "personal_data", ...FACT_IDS, ...DERIVED_IDS];

/** Makes the engine drop the files of deleted rows now, which it would otherwise keep for minutes, and waits for it. */
export async function dropOldFiles(engine: Engine): Promise<void> {
  const list = TABLES.map((name) => `'${name}'`).join(", ");
  const inactive = `FROM system.parts WHERE database = currentDatabase() AND NOT active AND table IN (${list})`;
  const tables = await engine.query<{ table: string }>(`SELECT DISTINCT table ${inactive}`);
  for (const { table } of tables) await engine.command(`ALTER TABLE ${table} MODIFY SETTING old_parts_lifetime = 0`);
  await waitUntil(engine, `SELECT count() AS n ${inactive}`);
  for (const { table } of tables) await engine.command(`ALTER TABLE ${table} RESET SETTING old_parts_lifetime`);
}

const PATIENCE_MILLISECONDS = 120_000;

async function waitUntil(engine: Engine, sql: string): Promise<void> {
  const end = performance.now() + PATIENCE_MILLISECONDS;
  for (let pause = 20; performance.now() < end; pause = Math.min(pause * 2, 1000)) {
    const [row] = await engine.query<{ n: string }>(sql);
    if (row?.n === "0") return;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
