import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Engine } from "../../engine/engine.ts";
import { migrate } from "../../engine/migrate.ts";
import { openEngine } from "../../engine/open-engine.ts";
import { workspaceSchema } from "../../model/workspace.ts";
import { inventoryReader } from "./inventory-reader.ts";

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
