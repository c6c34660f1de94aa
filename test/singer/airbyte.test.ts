import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TapStates } from "../../src/ingest/singer/tap-states.ts";
import { type TapWorkspace, tapWorkspace } from "./receive.ts";

const record = (stream: string, data: object) => ({
  type: "RECORD",
  record: { stream, data, emitted_at: 1_780_000_000_000 },
});
const legacy = (data: object) => ({ type: "STATE", state: { data } });
const streamState = (name: string, at: number) => ({
  type: "STATE",
  state: {
    type: "STREAM",
    stream: { stream_descriptor: { name }, stream_state: { at } },
    sourceStats: { recordCount: 1 },
  },
});
const globalState = (at: number) => ({
  type: "STATE",
  state: { type: "GLOBAL", global: { shared_state: { at }, stream_states: [] } },
});
const catalog = {
  streams: [
    { stream: { name: "fairs", json_schema: { properties: { id: {}, visitors: {} } } }, primary_key: [["id"]] },
  ],
};

describe("Airbyte's messages", () => {
  let taps: TapWorkspace;
  beforeAll(async () => {
    taps = await tapWorkspace();
  });
  afterAll(() => taps.team.close());
  const receive = (messages: readonly object[], connection: string, more: object = {}) =>
    taps.receive(messages, { format: "airbyte", connection, ...more });

  it("records of a stream that a preset reads become facts", async () => {
    const data = { id: 1, created_at: "2026-03-05T10:00:00Z", properties: { email: "a@x.example", company: "A" } };
    const { outcome, error } = await receive([record("contacts", data)], "facts");
    expect(error).toBeNull();
    expect(outcome?.streams).toMatchObject([{ stream: "contacts", preset: "tap_crm", facts: { person: 1 } }]);
  });

  it("without a catalog a stream has no key, with one it has", async () => {
    const twice = [record("fairs", { id: 1, visitors: 5 }), record("fairs", { id: 1, visitors: 7 })];
    await receive(twice, "no_catalog");
    expect(await taps.landed("fairs", "no_catalog")).toHaveLength(2);
    await receive(twice, "catalog", { catalog });
    expect(await taps.landed("fairs", "catalog")).toEqual([{ id: 1, visitors: 7 }]);
    await receive([{ type: "CATALOG", catalog }, ...twice], "said");
    expect(await taps.landed("fairs", "said")).toEqual([{ id: 1, visitors: 7 }]);
  });

  it("legacy, stream and global states come out as they came, the newest of each", async () => {
    const fair = record("fairs", { id: 1 });
    expect((await receive([fair, legacy({ at: 1 }), legacy({ at: 2 })], "s1")).states).toEqual([legacy({ at: 2 })]);
    expect((await receive([fair, streamState("a", 1), streamState("b", 1), streamState("a", 2)], "s2")).states).toEqual(
      [streamState("b", 1), streamState("a", 2)],
    );
    expect((await receive([fair, globalState(1), globalState(2)], "s3")).states).toEqual([globalState(2)]);
  });

  it("what is saved of stream states keeps the streams that were silent", () => {
    const states = new TapStates([streamState("a", 1).state, streamState("b", 1).state]);
    states.take("stream:b", streamState("b", 2).state, "");
    expect(states.toSave()).toEqual([streamState("a", 1).state, streamState("b", 2).state]);
    expect(new TapStates({ at: 1 }).toSave()).toEqual({ at: 1 });
  });

  it("an error that the connector reports ends the run, and nothing of it counts", async () => {
    const before = await taps.loads();
    const trace = { type: "TRACE", trace: { type: "ERROR", error: { message: "token expired" } } };
    const estimate = { type: "TRACE", trace: { type: "ESTIMATE" } };
    const log = { type: "LOG", log: { level: "INFO", message: "begins" } };
    const { error, states } = await receive(
      [log, estimate, record("fairs", { id: 1 }), legacy({ at: 1 }), trace],
      "fails",
    );
    expect(error).toMatchObject({ code: "singer.tap_failed", message: expect.stringContaining("token expired") });
    expect(states).toEqual([]);
    expect(await taps.loads()).toBe(before);
  });
});
