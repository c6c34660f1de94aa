import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { migrate } from "../../src/engine/migrate.ts";
import { openEngine } from "../../src/engine/open-engine.ts";
import { warehouseTables } from "../../src/sql/schema/warehouse-tables.ts";

const WRITER = fileURLToPath(new URL("../support/insert-until-killed.ts", import.meta.url));
const KILLS = 8;
const BATCH_ROWS = 250;

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "leadline-durable-"));
});
afterAll(() => rm(root, { recursive: true, force: true }));

test(`rows that were acknowledged survive ${KILLS} kills, and no batch is half there`, async () => {
  const path = join(root, "killed");
  let next = 1;
  const acknowledged: number[] = [];
  for (let kill = 0; kill < KILLS; kill++) {
    const writer = spawn(process.execPath, [WRITER, path, String(next)], { stdio: ["ignore", "pipe", "inherit"] });
    let said = "";
    writer.stdout.on("data", (data) => {
      said += data;
    });
    await Promise.race([once(writer.stdout, "data"), once(writer, "close")]);
    // At no particular moment of an insert.
    setTimeout(() => writer.kill("SIGKILL"), 60 + 37 * kill);
    await once(writer, "close");
    acknowledged.push(...(said.match(/\d+(?=\n)/g) ?? []).map(Number));
    next = Math.max(...acknowledged) + 2;
  }
  const engine = await openEngine({ path });
  const rows = await engine.query<{ batch: number; n: string }>(
    "SELECT load_no AS batch, count() AS n FROM raw_row GROUP BY batch ORDER BY batch",
  );
  const there = new Map(rows.map(({ batch, n }) => [batch, Number(n)]));
  await engine.close();
  expect(acknowledged.length).toBeGreaterThan(KILLS * 3);
  expect(acknowledged.filter((batch) => there.get(batch) !== BATCH_ROWS)).toEqual([]);
  expect([...there.values()].filter((n) => n !== BATCH_ROWS)).toEqual([]);
}, 180_000);

test("every table forces its rows to the disk before it acknowledges them", async () => {
  const engine = await openEngine({ path: join(root, "settings") });
  await migrate(engine);
  const tables = await engine.query<{ name: string; engine_full: string }>(
    "SELECT name, engine_full FROM system.tables WHERE database = currentDatabase()",
  );
  await engine.close();
  expect(tables.map(({ name }) => name).sort()).toEqual(
    warehouseTables()
      .map(({ name }) => name)
      .sort(),
  );
  for (const { name, engine_full } of tables)
    for (const setting of ["fsync_after_insert = 1", "fsync_part_directory = 1", "min_rows_to_fsync_after_merge = 1"])
      expect(engine_full, name).toContain(setting);
});
