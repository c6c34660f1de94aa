import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Engine } from "../../engine/engine.ts";
import { migrate } from "../../engine/migrate.ts";
import { openEngine } from "../../engine/open-engine.ts";
import { workspaceSchema } from "../../model/workspace.ts";
import { inventoryReader } from "./inventory-reader.ts";
import { readLedger } from "./read-inventory.ts";

const directory = mkdtempSync(join(tmpdir(), "leadline-inventory-"));
let engine: Engine;

beforeAll(async () => {
  engine = await openEngine({ path: join(directory, "warehouse") });
  await migrate(engine);
});

afterAll(async () => {
  await engine.close();
  rmSync(directory, { recursive: true, force: true });
});

test("an inventory is read again when the ledger has grown, and only then", async () => {
  const read = inventoryReader(engine, workspaceSchema.parse({ name: "Test" }));
  const empty = await read();
  expect(await read()).toBe(empty);
  await engine.insert("ledger", [{ seq: 1, event: "rebuild", load_no: 0, build_no: 7, at: "2026-03-05 10:00:00.000" }]);
  const grown = await read();
  expect(grown.buildNo).toBe(7);
  expect(await read()).toBe(grown);
});

test("read as far as it has grown, the ledger is what it is when read whole, also after two processes took one number", async () => {
  const both = async () => {
    const { events, loads } = await readLedger(engine);
    // Nothing is known of an engine that was not asked before.
    const whole = await readLedger({ ...engine });
    expect({ events, loads }).toEqual({ events: whole.events, loads: whole.loads });
    return { events: events.map(({ seq }) => seq), loads: loads.map(({ loadNo, parts }) => [loadNo, parts.length]) };
  };
  const commit = async (seq: number, loadNo: number) => {
    await engine.insert("load_part", [{ load_no: loadNo, fact: "cost", grain: "", rows: loadNo }]);
    await engine.insert("load", [{ load_no: loadNo, load_id: `a-${loadNo}`, system: "a", connection: "a" }]);
    await engine.insert("ledger", [{ seq, event: "commit", load_no: loadNo, at: "2026-03-05 10:00:00.000" }]);
  };
  await commit(2, 1);
  expect(await both()).toEqual({ events: [1, 2], loads: [[1, 1]] });
  await commit(3, 2);
  await engine.insert("load_part", [{ load_no: 3, fact: "cost", grain: "", rows: 1 }]);
  expect(await both()).toEqual({
    events: [1, 2, 3],
    loads: [
      [1, 1],
      [2, 1],
    ],
  });
  await engine.insert("ledger", [{ seq: 3, event: "rebuild", load_no: 0, at: "2026-03-05 10:00:00.000" }]);
  expect((await both()).events).toEqual([1, 2, 3, 3]);
  await engine.insert("ledger", [{ seq: 4, event: "revert", load_no: 1, at: "2026-03-05 10:00:00.000" }]);
  expect((await both()).events).toEqual([1, 2, 3, 3, 4]);
});
