import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, test } from "vitest";
import type { Engine } from "../../src/engine/engine.ts";
import type { EngineTarget, ServerTarget } from "../../src/engine/engine-target.ts";
import { openEngine } from "../../src/engine/open-engine.ts";
import { startWireServer } from "./start-wire-server.ts";

/** Opens the suite's warehouse: empty at first, the same one on every call. Engines left open are closed at the end. */
export type Open = () => Promise<Engine>;

interface Host {
  readonly target: EngineTarget;
  readonly remove: () => Promise<void>;
}

export interface ServerHost extends Host {
  readonly target: ServerTarget;
}

/**
 * Runs one suite against each way of having an engine: inside this process, over a socket, and on the server that
 * `CLICKHOUSE_URL` names (skipped when it is not set).
 */
export function describeEveryEngine(name: string, suite: (open: Open) => void): void {
  describe(`${name} (embedded)`, () => suite(opener(inThisProcess)));
  describe(`${name} (over the wire)`, () => suite(opener(overTheWire)));
  const url = process.env.CLICKHOUSE_URL;
  if (url === undefined) describe(`${name} (server)`, () => test.skip("skipped: CLICKHOUSE_URL is not set", () => {}));
  else describe(`${name} (server)`, () => suite(opener(() => onServer(url))));
}

/**
 * Runs one suite against each server: over a socket, and on the one that `CLICKHOUSE_URL` names (skipped when it is not
 * set), there in a database of its own that is dropped at the end.
 */
export function describeEveryServer(name: string, suite: (start: () => Promise<ServerHost>) => void): void {
  describe(`${name} (over the wire)`, () => suite(overTheWire));
  const url = process.env.CLICKHOUSE_URL;
  if (url === undefined) describe(`${name} (server)`, () => test.skip("skipped: CLICKHOUSE_URL is not set", () => {}));
  else describe(`${name} (server)`, () => suite(() => onServer(url)));
}

/** For a suite about the embedded engine alone. */
export function embeddedOpener(): Open {
  return opener(inThisProcess);
}

function opener(start: () => Promise<Host>): Open {
  let host: Promise<Host> | undefined;
  const engines: Engine[] = [];
  afterAll(async () => {
    for (const engine of engines) await engine.close();
    await (await host)?.remove();
  });
  return async () => {
    host ??= start();
    const engine = await openEngine((await host).target);
    engines.push(engine);
    return engine;
  };
}

async function inThisProcess(): Promise<Host> {
  const directory = await temporaryDirectory();
  return { target: { path: join(directory, "warehouse") }, remove: () => remove(directory) };
}

/** A new and empty server over a real socket. */
export async function overTheWire(): Promise<ServerHost> {
  const directory = await temporaryDirectory();
  const server = await startWireServer(join(directory, "warehouse"));
  return {
    target: { url: server.url },
    remove: async () => {
      await server.stop();
      await remove(directory);
    },
  };
}

async function onServer(url: string): Promise<ServerHost> {
  const database = `leadline_test_${randomUUID().replaceAll("-", "")}`;
  const { username, password, origin } = new URL(url);
  const target: ServerTarget = {
    url: origin,
    database,
    username: decodeURIComponent(username) || "default",
    password: decodeURIComponent(password),
  };
  return {
    target,
    remove: async () => {
      const engine = await openEngine(target);
      await engine.command(`DROP DATABASE IF EXISTS ${database}`);
      await engine.close();
    },
  };
}

const temporaryDirectory = (): Promise<string> => mkdtemp(join(tmpdir(), "leadline-engine-"));
const remove = (directory: string): Promise<void> => rm(directory, { recursive: true, force: true });
