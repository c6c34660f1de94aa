import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { DatabaseSync } from "node:sqlite";
import { Kysely } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { migrateState } from "../../src/store/migrate-state.ts";
import { STATE_MIGRATIONS, type StateMigration } from "../../src/store/migrations/index.ts";
import { openStore, STATE_FILE, type Store } from "../../src/store/open-store.ts";
import { NodeSqliteDialect } from "../../src/store/sqlite-dialect.ts";

const board = (name: string) => ({
  name: { en: name, zh: name },
  groups: [{ name: { en: "All", zh: "全部" }, kpis: ["leads"] }],
});
const day = (text: string) => () => new Date(`${text}T00:00:00Z`);

let dir: string;
const open: Store[] = [];
const opened = async (now = day("2026-03-01")): Promise<Store> => {
  const store = await openStore(dir, now);
  open.push(store);
  return store;
};
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "leadline-store-"));
});
afterEach(async () => {
  for (const store of open.splice(0)) await store.close();
  rmSync(dir, { recursive: true, force: true });
});

/** What a process that is killed after some changes was told to be kept. */
async function writeUntilKilled(changes: number, prefix = "board"): Promise<string[]> {
  const script = join(import.meta.dirname, "fixtures/write-until-killed.ts");
  const child = spawn(process.execPath, [script, dir, prefix], { stdio: ["ignore", "pipe", "inherit"] });
  const answered: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    answered.push(line);
    if (answered.length === changes) child.kill("SIGKILL");
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  expect(child.signalCode).toBe("SIGKILL");
  return answered;
}

describe("what people make is kept", () => {
  it("comes back after closing, with its revision and times", async () => {
    const first = await openStore(dir, day("2026-03-01"));
    await first.boards.add("weekly", board("Weekly"));
    await first.close();
    const again = await opened(day("2026-03-02"));
    const changed = await again.boards.change("weekly", 1, board("Every week"));
    expect(changed).toEqual({
      done: true,
      kept: {
        id: "weekly",
        content: board("Every week"),
        revision: 2,
        createdAt: "2026-03-01T00:00:00.000Z",
        changedAt: "2026-03-02T00:00:00.000Z",
      },
    });
    expect(await again.boards.list()).toHaveLength(1);
    expect(await again.views.list()).toEqual([]);
  });

  it("keeps the first of two changes that rest on the same revision, and tells the second how things stand", async () => {
    const [left, right] = [await opened(), await opened()];
    await left.boards.add("weekly", board("Weekly"));
    const done = await Promise.all([
      left.boards.change("weekly", 1, board("Left")),
      right.boards.change("weekly", 1, board("Right")),
    ]);
    const [won, lost] = done[0].done ? done : [done[1], done[0]];
    const standing = await left.boards.get("weekly");
    expect(won).toEqual({ done: true, kept: standing });
    expect(lost).toEqual({ done: false, current: standing });
    expect(standing?.revision).toBe(2);
  });

  it("does not remove what has changed since, and says of what is gone that it is gone", async () => {
    const store = await opened();
    await store.boards.add("weekly", board("Weekly"));
    await store.boards.change("weekly", 1, board("Changed"));
    expect((await store.boards.remove("weekly", 1)).done).toBe(false);
    expect((await store.boards.remove("weekly", 2)).done).toBe(true);
    expect(await store.boards.change("weekly", 2, board("Late"))).toEqual({ done: false, current: null });
  });

  it("lets many changes of two handles through one after another, none lost", async () => {
    const handles = [await opened(), await opened()];
    await Promise.all(
      Array.from({ length: 60 }, (_, i) => handles[i % 2]?.boards.add(`board_${i}`, board(`Board ${i}`))),
    );
    expect(await handles[0]?.boards.list()).toHaveLength(60);
  });

  it("loses nothing that was answered when the process is killed in the middle of writing", async () => {
    for (const changes of [1, 7, 40]) {
      const answered = await writeUntilKilled(changes);
      const store = await openStore(dir, day("2026-03-01"));
      const kept = new Map((await store.boards.list()).map(({ id, revision }) => [id, revision]));
      for (const line of answered) expect(kept.get(line.split(" ")[0] ?? "")).toBe(2);
      for (const [id, revision] of kept) await store.boards.remove(id, revision);
      await store.close();
      const check = new DatabaseSync(join(dir, STATE_FILE));
      expect(check.prepare("PRAGMA integrity_check").all()).toEqual([{ integrity_check: "ok" }]);
      check.close();
    }
  });
});

describe("the state's tables are brought up to date", () => {
  const file = () => join(dir, STATE_FILE);
  const database = () => new Kysely<unknown>({ dialect: new NodeSqliteDialect(new DatabaseSync(file())) });
  const addColumn: StateMigration = async (db) => {
    await db.schema.alterTable("board").addColumn("owner", "text").execute();
  };

  it("goes forward over what is there and keeps it", async () => {
    const first = await openStore(dir, day("2026-03-01"));
    await first.boards.add("weekly", board("Weekly"));
    await first.close();
    const db = database();
    await migrateState(db, { ...STATE_MIGRATIONS, "9999-owner": addColumn }, file());
    const rows = await (db as Kysely<Record<string, Record<string, unknown>>>)
      .selectFrom("board")
      .selectAll()
      .execute();
    expect(rows).toMatchObject([{ id: "weekly", owner: null }]);
    await db.destroy();
  });

  it("refuses a state that a newer Leadline has written, and leaves it alone", async () => {
    const db = database();
    await migrateState(db, { ...STATE_MIGRATIONS, "9999-owner": addColumn }, file());
    await db.destroy();
    await expect(openStore(dir, day("2026-03-01"))).rejects.toMatchObject({
      code: "store.newer",
      message: expect.stringContaining("9999-owner"),
    });
  });

  it("does all steps or none: a step that fails leaves the state as it was", async () => {
    const db = database();
    const half: StateMigration = async (transaction) => {
      await addColumn(transaction);
      throw new Error("the disk is full");
    };
    await expect(migrateState(db, { ...STATE_MIGRATIONS, "9999-owner": half }, file())).rejects.toMatchObject({
      code: "store.migration",
      message: expect.stringContaining("the disk is full"),
    });
    const tables = await db.introspection.getTables();
    expect(tables.map(({ name }) => name)).toEqual([]);
    await db.destroy();
    expect(await (await opened()).boards.list()).toEqual([]);
  });

  it("lets two processes make and write a new state at once", async () => {
    const answered = await Promise.all([writeUntilKilled(5, "left"), writeUntilKilled(5, "right")]);
    const kept = new Set((await (await opened()).boards.list()).map(({ id }) => id));
    for (const line of answered.flat()) expect(kept).toContain(line.split(" ")[0]);
  });

  it("says that a file is no state instead of writing over it", async () => {
    writeFileSync(
      file(),
      "this is not a database, although it is as long as its first page's head would be ".repeat(20),
    );
    await expect(openStore(dir, day("2026-03-01"))).rejects.toMatchObject({ code: "store.unreadable" });
  });
});
