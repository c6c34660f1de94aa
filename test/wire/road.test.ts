import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { endOrphans } from "../../src/service/workspace/claim-server.ts";
import { describeEveryServer, overTheWire, type ServerHost } from "../support/engines.ts";
import { runCli } from "../support/run-cli.ts";
import { type TestWorkspace, testWorkspace } from "../support/workspace.ts";
import { KPIS, walkTheRoad } from "./walk-the-road.ts";

type Road = Awaited<ReturnType<typeof walkTheRoad>>;

const folder = mkdtempSync(join(tmpdir(), "leadline-road-"));
const KEY = "5ca1ab1e".repeat(8);
let embedded: Road;

/** A workspace's settings and key; people of two workspaces with one key have the same pseudonyms. */
function template(name: string, warehouse: object, key = KEY): string {
  const dir = join(folder, name);
  mkdirSync(join(dir, ".leadline"), { recursive: true });
  writeFileSync(join(dir, "leadline.yaml"), JSON.stringify({ name: "Road", currency: "EUR", warehouse }));
  writeFileSync(join(dir, ".leadline/key"), `${key}\n`);
  return dir;
}

/** Engines are named in receipts, and data versions speak of the settings: of these alone two warehouses may differ. */
function comparable(road: Road): unknown {
  return JSON.parse(JSON.stringify(road), (name, value) =>
    ["engine", "data_version", "dataVersion"].includes(name) ? "…" : value,
  );
}

beforeAll(async () => {
  const workspace = await testWorkspace(template("embedded", {}));
  embedded = await walkTheRoad(workspace);
  await workspace.close();
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("the road shows something: every export loads, most KPIs have values, a person is found and forgotten", () => {
  expect(embedded.loads.map(({ status }) => status)).toEqual(embedded.loads.map(() => "committed"));
  expect(embedded.again.status).toBe("committed");
  expect(embedded.unchanged.status).toBe("unchanged");
  const values = embedded.before.rows.filter(({ value }) => value !== null && value !== 0);
  expect(values.length).toBeGreaterThan(20);
  expect(new Set(embedded.whole.rows.map(({ kpi }) => kpi))).toEqual(new Set(KPIS));
  expect(embedded.whole.rows.filter(({ value }) => value !== null).length).toBeGreaterThan(150);
  expect(
    embedded.fileless.landed.map(({ stream, records }) => [stream.stream, records.split("\n").length - 1]),
  ).toEqual(
    expect.arrayContaining([
      // The other one speaks of the person who was forgotten.
      ["tickets", 1],
      ["calls", 4],
    ]),
  );
  expect(embedded.fileless.figures.streams).toMatchObject([{ preset: "singer_google_ads", facts: { ad_daily: 3 } }]);
  expect(embedded.fileless.tables).toMatchObject([{ status: "committed", rows_loaded: 2 }]);
  expect(embedded.forgotten.found).toBe(true);
  expect(embedded.after.rows).toEqual(embedded.before.rows);
  expect(embedded.verified).toEqual(embedded.verified.map(() => true));
});

describeEveryServer("a workspace on a server", (start) => {
  let host: ServerHost;
  let workspace: TestWorkspace;
  let road: Road;
  const warehouse = () => ({ url: host.target.url, ...(host.target.database && { database: host.target.database }) });
  const env = () => ({
    ...(host.target.username && { CLICKHOUSE_USER: host.target.username }),
    ...(host.target.password && { CLICKHOUSE_PASSWORD: host.target.password }),
  });

  beforeAll(async () => {
    host = await start();
    workspace = await testWorkspace(template("served", warehouse()), undefined, env());
    road = await walkTheRoad(workspace);
  }, 300_000);
  afterAll(async () => {
    await workspace?.close();
    await host?.remove();
  });

  test("really stands there", () => {
    expect(workspace.workspace.engine.kind).toBe("server");
    expect(road.receipts[0]?.engine).toMatch(/^ClickHouse [\d.]+ \(server\)$/);
  });

  test("gives the loads, inventories, answers, receipts and rows of an embedded one, to the last digit", () => {
    expect(comparable(road)).toEqual(comparable(embedded));
  });

  test("is held by one process: another one says so at once", () => {
    const bin = join(import.meta.dirname, "../../bin/leadline.js");
    const { CLICKHOUSE_URL: _, ...outside } = process.env;
    const { status, stderr } = spawnSync(process.execPath, [bin, "sources", workspace.workspace.dir], {
      env: { ...outside, ...env() },
      encoding: "utf8",
    });
    expect(status).toBe(1);
    expect(stderr).toContain(`The warehouse is in use by another process (${process.pid}).`);
    expect(stderr).toContain("[engine.locked]");
  });

  test("is described by the doctor without its password", async () => {
    const ran = await runCli(["doctor", workspace.workspace.dir], undefined, env());
    expect(ran.out).toContain("on a ClickHouse server: database ");
    expect(ran.out).toContain(host.target.url);
    if (host.target.password) expect(ran.out).not.toContain(host.target.password);
    expect(ran.out).not.toContain("FAIL");
  });

  test("is rid of what a killed Leadline left running when it is opened", async () => {
    const { engine } = workspace.workspace;
    const left = engine.query("SELECT sum(cityHash64(number)) FROM numbers(1000000000000)");
    const heard = expect(left).rejects.toMatchObject({ code: "engine.cancelled" });
    const running = "SELECT count() AS n FROM system.processes WHERE query LIKE 'SELECT sum(cityHash64%'";
    await expect.poll(async () => (await engine.query<{ n: string }>(running))[0]?.n).toBe("1");
    await endOrphans(engine);
    expect((await engine.query<{ n: string }>(running))[0]?.n).toBe("0");
    await heard;
  });

  test("keeps a workspace of another key out of its database", async () => {
    const [{ database } = { database: "" }] = await workspace.workspace.engine.query<{ database: string }>(
      "SELECT currentDatabase() AS database",
    );
    const stranger = template("stranger", { url: host.target.url, database }, "ab".repeat(32));
    await expect(testWorkspace(stranger, undefined, env())).rejects.toMatchObject({ code: "warehouse.foreign" });
  });
});

describe("two workspaces on one server", () => {
  let host: ServerHost;
  beforeAll(async () => {
    host = await overTheWire();
  });
  afterAll(() => host?.remove());

  test("have databases of their own and do not see each other's loads", async () => {
    const dirs = ["one", "two"].map((name, index) => template(name, { url: host.target.url }, `${index}e`.repeat(32)));
    const [one, two] = await Promise.all(dirs.map((dir) => testWorkspace(dir)));
    if (!one || !two) throw new Error("two workspaces");
    await one.load(join(import.meta.dirname, "../../presets/linkedin/sample/campaign_performance_en_utf16le.csv"));
    expect((await one.workspace.inventory()).loads).toHaveLength(1);
    expect((await two.workspace.inventory()).loads).toHaveLength(0);
    const names = await one.workspace.engine.query<{ name: string }>(
      "SELECT name FROM system.databases WHERE startsWith(name, 'leadline_') ORDER BY name",
    );
    expect(names).toHaveLength(2);
    await one.close();
    await two.close();
  });
});

describe("a workspace whose server does not answer", () => {
  const dir = template("nowhere", { url: "http://ana:secret@127.0.0.1:1/team" });

  test("says so wherever it is opened, and where the server should be", async () => {
    const asked = await runCli(["ask", dir, "leads", "--period", "2026"]);
    expect(asked).toMatchObject({ code: 1, out: "" });
    expect(asked.err).toContain("[engine.unreachable]");
    const { code, out } = await runCli(["doctor", dir]);
    expect(code).toBe(1);
    expect(out).toContain("on a ClickHouse server: database team on http://127.0.0.1:1.");
    expect(out).toContain("FAIL  The ClickHouse server cannot be reached");
    expect(out + asked.err).not.toContain("secret");
  });
});
