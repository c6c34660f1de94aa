import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Engine } from "../../src/engine/engine.ts";
import { openEngine } from "../../src/engine/open-engine.ts";
import { LONG_STATEMENT, runningLong } from "../support/long-statement.ts";

const HOLDER = fileURLToPath(new URL("../support/hold-warehouse.ts", import.meta.url));

describe("an embedded warehouse", () => {
  let root: string;
  let directories = 0;
  const children: ChildProcess[] = [];
  const engines: Engine[] = [];

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), "leadline-embedded-"));
  });
  afterEach(async () => {
    for (const child of children.splice(0)) child.kill("SIGKILL");
    for (const engine of engines.splice(0)) await engine.close();
  });
  afterAll(() => rm(root, { recursive: true, force: true }));

  const fresh = (): string => join(root, `warehouse ${directories++} 数据`);
  const open = async (path: string): Promise<Engine> => {
    const engine = await openEngine({ path });
    engines.push(engine);
    return engine;
  };
  /** A second process that opens the directory; what it says first, and what it wrote to stderr. */
  const openElsewhere = async (path: string) => {
    const started = Date.now();
    const child = spawn(process.execPath, [HOLDER, path], { stdio: ["ignore", "pipe", "pipe"] });
    children.push(child);
    let noise = "";
    child.stderr.on("data", (data) => {
      noise += data;
    });
    const [said] = await once(child.stdout, "data");
    return { child, said: String(said).trim(), noise: () => noise, milliseconds: Date.now() - started };
  };

  test("is made where there is none, and keeps its rows when it is opened again", async () => {
    const path = fresh();
    const engine = await open(path);
    await engine.command("CREATE TABLE kept (n UInt8) ENGINE = MergeTree ORDER BY n");
    await engine.insert("kept", [{ n: 7 }]);
    await engine.close();
    const again = await open(path);
    expect(await again.query("SELECT n FROM kept")).toEqual([{ n: 7 }]);
  });

  test("leaves no lock behind when it is closed", async () => {
    const path = fresh();
    const engine = await open(path);
    expect(await readdir(path)).toContain("leadline.lock");
    await engine.close();
    expect((await readdir(path)).filter((name) => name.startsWith("leadline.lock"))).toEqual([]);
  });

  test("may be opened several times in one process and is held until the last is closed", async () => {
    const path = fresh();
    const one = await open(path);
    const two = await open(path);
    await one.close();
    expect(await two.query("SELECT 1 AS n")).toEqual([{ n: 1 }]);
    expect(await readdir(path)).toContain("leadline.lock");
  });

  test("refuses a second process at once, with a clear error and without noise", async () => {
    const path = fresh();
    await open(path);
    const { child, said, noise, milliseconds } = await openElsewhere(path);
    expect(said).toBe(`engine.locked The warehouse is in use by another process (${process.pid}).`);
    expect(milliseconds).toBeLessThan(1500);
    if (child.exitCode === null) await once(child, "exit");
    expect(noise()).toBe("");
  });

  test("tells who holds it, and opens once that one is killed", async () => {
    const path = fresh();
    const { child, said } = await openElsewhere(path);
    expect(said).toBe("held");
    await expect(openEngine({ path })).rejects.toMatchObject({
      code: "engine.locked",
      message: expect.stringContaining(String(child.pid)),
    });
    child.kill("SIGKILL");
    await once(child, "exit");
    const engine = await open(path);
    expect(await engine.query("SELECT 1 AS n")).toEqual([{ n: 1 }]);
  });

  test.each([
    ["of a process that is gone", { pid: 2 ** 22 - 1, host: hostname(), born: "" }],
    [
      "of an earlier process with the same number as a living one",
      { pid: process.ppid, host: hostname(), born: "x/1" },
    ],
    ["of this process's own number from before", { pid: process.pid, host: hostname(), born: "x/1" }],
    ["of another host", { pid: 1, host: "elsewhere", born: "x/1" }],
    ["that is broken", "{"],
  ])("takes over a lock %s", async (_, lock) => {
    const path = fresh();
    await mkdir(path, { recursive: true });
    await writeFile(join(path, "leadline.lock"), typeof lock === "string" ? lock : JSON.stringify(lock));
    await open(path);
    expect(JSON.parse(await readFile(join(path, "leadline.lock"), "utf8"))).toMatchObject({ pid: process.pid });
  });

  test("that the engine itself finds locked is refused with the same error", async () => {
    const path = fresh();
    const { child } = await openElsewhere(path);
    await rm(join(path, "leadline.lock"));
    const second = await openElsewhere(path);
    expect(second.said).toMatch(/^engine\.locked /);
    child.kill("SIGKILL");
  });

  test("gives way to another directory once it is closed, and not before", async () => {
    const first = await open(fresh());
    await expect(openEngine({ path: fresh() })).rejects.toMatchObject({ code: "engine.one_directory" });
    const long = first.query(LONG_STATEMENT);
    const outcome = expect(long).rejects.toMatchObject({ code: "engine.cancelled" });
    await expect.poll(() => runningLong(first)).toBe(1);
    await first.close();
    await outcome;
    const second = await open(fresh());
    expect(await second.query("SELECT 1 AS n")).toEqual([{ n: 1 }]);
  });

  test.skipIf(process.getuid?.() === 0)("that may not be written is refused with a clear error", async () => {
    const path = fresh();
    await mkdir(path, { recursive: true });
    await chmod(path, 0o500);
    await expect(openEngine({ path })).rejects.toMatchObject({ code: "engine.permission", place: { file: path } });
  });

  test("at the place of a file is refused with a clear error", async () => {
    const path = fresh();
    await writeFile(path, "");
    await expect(openEngine({ path })).rejects.toMatchObject({ code: "engine.permission", place: { file: path } });
  });

  test("a statement that waits in line and is cancelled never runs", async () => {
    const engine = await open(fresh());
    await engine.command("CREATE TABLE waited (n UInt8) ENGINE = MergeTree ORDER BY n");
    const busy = new AbortController();
    const long = Promise.allSettled([1, 2, 3].map(() => engine.query(LONG_STATEMENT, {}, { signal: busy.signal })));
    const waiting = new AbortController();
    const late = engine.command("INSERT INTO waited VALUES (1)", {}, { signal: waiting.signal });
    setTimeout(() => waiting.abort(), 100);
    await expect(late).rejects.toMatchObject({ code: "engine.cancelled" });
    busy.abort();
    await long;
    expect(await engine.query("SELECT count() AS n FROM waited")).toEqual([{ n: "0" }]);
  });

  test("the event loop stays free while the engine works", async () => {
    const engine = await open(fresh());
    let longest = 0;
    let last = performance.now();
    const watch = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    await engine.query("SELECT count() AS n FROM numbers(40000000) WHERE sipHash64(number) = 1");
    clearInterval(watch);
    expect(longest).toBeLessThan(250);
  });
});
