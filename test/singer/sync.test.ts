import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { TapOutcome } from "../../src/service/taps/receive-tap.ts";
import { runTap } from "../../src/service/taps/run-tap.ts";
import { syncConnection } from "../../src/service/taps/sync-connection.ts";
import { type TapWorkspace, tapWorkspace } from "./receive.ts";

const TAP = join(import.meta.dirname, "taps/fake-tap.mjs");

describe("a connection's tap is run as a program of its own", () => {
  let taps: TapWorkspace;
  let dir: string;
  let log: string;
  let at: (...parts: string[]) => string;
  beforeAll(async () => {
    taps = await tapWorkspace();
    dir = taps.team.workspace.dir;
    at = (...parts) => join(dir, ...parts);
    mkdirSync(at("connections"));
    writeFileSync(at("connections/crm.secret.json"), JSON.stringify({ token: "secret" }), { mode: 0o600 });
  });
  beforeEach(() => {
    log = "";
  });
  afterAll(() => taps.team.close());

  const connection = (name: string, how: string, more: object = {}) =>
    writeFileSync(
      at("connections", `${name}.yaml`),
      JSON.stringify({ command: [process.execPath, TAP, how], config: "crm.secret.json", ...more }),
    );
  const sync = (name: string): Promise<TapOutcome> =>
    syncConnection(taps.team.workspace, name, {
      env: process.env,
      onTapLog: (text) => {
        log += text;
      },
      log: () => {},
    });
  const state = (name: string): unknown => {
    const path = at(".leadline/taps", `${name}.state.json`);
    return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : null;
  };
  const people = async (): Promise<number> => {
    const visible = (await taps.team.workspace.inventory()).visible.filter(({ fact }) => fact === "person");
    return visible.reduce((sum, { rows }) => sum + rows, 0);
  };
  /** The run fails with the code; nothing more counts, the state is as it was, and no process is left. */
  const fails = async (how: string, code: string, more: object = {}) => {
    connection(how, how, more);
    const before = await people();
    await expect(sync(how)).rejects.toMatchObject({ code, remedy: expect.stringMatching(/./) });
    expect(state(how)).toBeNull();
    expect(await people()).toBe(before);
  };

  it("each run goes on where the last one ended, and the tap's words are handed on", async () => {
    connection("crm", "good");
    const first = await sync("crm");
    expect(first).toMatchObject({ connection: "crm", state_advanced: true, streams: [{ facts: { person: 2 } }] });
    expect(state("crm")).toEqual({ at: 2 });
    expect(log).toBe("INFO begins at 0, token 6 letters\n");
    await sync("crm");
    expect(state("crm")).toEqual({ at: 4 });
    expect(await people()).toBe(4);
    expect(statSync(at(".leadline/taps/crm.state.json")).mode & 0o777).toBe(0o600);
  });

  it("what a tap wrote before anybody read it is not lost, however early it ended", async () => {
    const tap = runTap({
      command: [process.execPath, TAP, "good", "--config", at("connections/crm.secret.json")],
      cwd: dir,
      env: process.env,
      timeoutMinutes: 1,
      idleMinutes: 1,
      onLog: () => {},
    });
    await tap.ended();
    let text = "";
    for await (const chunk of tap.output) text += Buffer.from(chunk).toString();
    expect(text.split("\n")).toHaveLength(5);
  });

  it("a failing run leaves the state of the run before", async () => {
    connection("crm", "dies");
    await expect(sync("crm")).rejects.toMatchObject({ code: "sync.died" });
    expect(state("crm")).toEqual({ at: 4 });
    expect(log).toContain("401");
    connection("crm", "good");
    await sync("crm");
    expect(state("crm")).toEqual({ at: 6 });
  });

  it("a tap that dies", () => fails("dies", "sync.died"));
  it("a tap that is killed", () => fails("is_killed", "sync.died"));
  it("a tap that hangs", () => fails("hangs", "sync.hangs", { idle_minutes: 0.01 }));
  it("a tap that hangs and will not go", async () => {
    await fails("ignores_end", "sync.hangs", { idle_minutes: 0.01 });
    expect(log).toContain("not now");
  });
  it("a tap that never comes to an end", () => fails("never_ends", "sync.too_long", { timeout_minutes: 0.01 }));
  it("a tap that writes one line without end", () => fails("one_endless_line", "singer.line_too_long"));
  it("a tap whose output is cut off", () => fails("cut_off", "singer.cut_off"));
  it("a tap that writes its log to stdout", () => fails("writes_log_to_stdout", "singer.not_json"));
  it("a record before its schema", () => fails("record_first", "singer.record_before_schema"));
  it("a key that changes", () => fails("changes_key", "singer.key_changed"));
  it("batches", () => fails("sends_batches", "singer.batch"));
  it("a tap that is not installed", () => fails("not_there", "sync.no_program", { command: ["/no/such/tap"] }));

  it("a configuration that others can read is refused, with the remedy", async () => {
    connection("open", "good");
    chmodSync(at("connections/crm.secret.json"), 0o644);
    await expect(sync("open")).rejects.toMatchObject({
      code: "sync.open_secret",
      remedy: expect.stringContaining("chmod 600"),
    });
    chmodSync(at("connections/crm.secret.json"), 0o600);
    await expect(sync("open")).resolves.toMatchObject({ state_advanced: true });
  });

  it("arguments are never read by a shell", async () => {
    connection("quoted", "good; touch hacked");
    await expect(sync("quoted")).rejects.toMatchObject({ code: "sync.died" });
    expect(existsSync(at("connections/hacked"))).toBe(false);
  });

  it("what is wrong with a connection is said with its place", async () => {
    await expect(sync("nowhere")).rejects.toMatchObject({
      code: "sync.unknown",
      remedy: expect.stringContaining("crm"),
    });
    await expect(sync("../crm")).rejects.toMatchObject({ code: "sync.bad_name" });
    writeFileSync(at("connections/typo.yaml"), "command: tap-crm\n");
    await expect(sync("typo")).rejects.toMatchObject({ code: "connection.invalid", place: { line: 1 } });
    connection("no_config", "good", { config: "none.json" });
    await expect(sync("no_config")).rejects.toMatchObject({ code: "sync.no_file" });
    connection("damaged", "good");
    writeFileSync(at(".leadline/taps/damaged.state.json"), "{");
    await expect(sync("damaged")).rejects.toMatchObject({ code: "sync.bad_state" });
  });
});
