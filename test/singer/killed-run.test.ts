import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { receiveTap, type TapOptions } from "../../src/service/taps/receive-tap.ts";
import { type TapWorkspace, tapWorkspace } from "./receive.ts";

const schema = (stream: string, keys: readonly string[], ...names: readonly string[]) => ({
  type: "SCHEMA",
  stream,
  key_properties: keys,
  schema: { properties: Object.fromEntries(names.map((name) => [name, {}])) },
});
const record = (stream: string, values: object) => ({ type: "RECORD", stream, record: values });
const state = (value: object) => ({ type: "STATE", value });
const contact = (id: number) => record("contacts", { id, properties: { email: `p${id}@x.example` } });

const DEAL = [
  "dealname",
  "amount",
  "deal_currency_code",
  "createdate",
  "dealstage",
  "hs_is_closed",
  "hs_is_closed_won",
].map((name) => `properties.${name}`);

describe("records that come again", () => {
  let taps: TapWorkspace;
  beforeAll(async () => {
    taps = await tapWorkspace();
  });
  afterAll(() => taps.team.close());

  /** A run of which nothing more is heard: all that it made durable stands, and no more of it happens. */
  const killed = async (messages: readonly object[], options: Partial<TapOptions>, isDone: () => Promise<boolean>) => {
    const lines = messages.map((message) => `${JSON.stringify(message)}\n`).join("");
    const stream = new Readable({ read() {} });
    stream.push(lines);
    void receiveTap(taps.team.workspace, stream, {
      connection: "test",
      format: "singer",
      mostRecords: 2,
      onStates: () => {},
      log: () => {},
      ...options,
    });
    await expect.poll(isDone, { timeout: 120_000, interval: 100 }).toBe(true);
  };
  const people = async (connection: string) => {
    const { visible, loads } = await taps.team.workspace.inventory();
    const own = loads.filter((load) => load.connection === connection).map(({ loadNo }) => loadNo);
    return visible.reduce(
      (sum, { fact, loadNo, rows }) => sum + (fact === "person" && own.includes(loadNo) ? rows : 0),
      0,
    );
  };

  it("after a kill stand once, also without a key; true duplicates all stay", async () => {
    const call = record("calls", { at: "2026-09-01" });
    const first = [schema("calls", [], "at"), call, call];
    const second = [schema("contacts", ["id"], "id", "properties.email"), contact(1), contact(2)];
    await taps.receive([...first, state({ at: 1 })], { connection: "kill" });
    expect(await taps.landed("calls", "kill")).toHaveLength(2);
    await killed([...first, ...second], { connection: "kill" }, async () => (await people("kill")) === 2);
    expect(await taps.landed("calls", "kill")).toHaveLength(4);
    const { error, states } = await taps.receive([...first, ...second, state({ at: 2 })], { connection: "kill" });
    expect([error, states]).toEqual([null, [{ at: 2 }]]);
    expect(await taps.landed("calls", "kill")).toHaveLength(4);
    expect(await people("kill")).toBe(2);
  });

  it("are not taken back where the killed run had saved its state", async () => {
    const options = { connection: "saved", keepsStates: true };
    const messages = [schema("contacts", ["id"], "id", "properties.email"), contact(1), contact(2), state({ at: 2 })];
    let saved = false;
    const hangs = () =>
      new Promise<void>(() => {
        saved = true;
      });
    await killed(messages, { ...options, batchRecords: 2, mostRecords: 100, onStates: hangs }, async () => saved);
    const next = [schema("contacts", ["id"], "id", "properties.email"), contact(3), state({ at: 3 })];
    await taps.receive(next, { ...options, saved: { at: 2 } });
    expect(await people("saved")).toBe(3);
  });

  it("of a day replace all that an earlier run brought for it, whatever their keys", async () => {
    const day = (date: string, campaign: string, cost: number) =>
      record("campaign_performance_report", {
        ...{ _sdc_record_hash: `${date} ${campaign}`, date: `${date}T00:00:00.000000Z`, customer_id: 1 },
        ...{ campaign_id: 7, campaign_name: campaign, customer_currency_code: "EUR" },
        ...{ cost_micros: cost * 1_000_000, impressions: 10, clicks: 1 },
      });
    const names = ["_sdc_record_hash", "date", "customer_id", "campaign_id", "campaign_name", "customer_currency_code"];
    const figures = schema(
      "campaign_performance_report",
      ["_sdc_record_hash"],
      ...names,
      "cost_micros",
      "impressions",
      "clicks",
    );
    const run = (...days: readonly object[]) => taps.receive([figures, ...days, state({})], { connection: "ads" });
    expect((await run(day("2026-03-01", "Old name", 5), day("2026-03-02", "Old name", 7))).error).toBeNull();
    expect((await run(day("2026-03-02", "New name", 8), day("2026-03-03", "New name", 1))).error).toBeNull();
    const { rows } = await taps.team.ask({ kpis: ["ad_spend"], period: "2026-03", by: ["campaign"] });
    expect(rows.map(({ by, value }) => [by.campaign, value])).toEqual([
      ["New name", 9],
      ["Old name", 5],
    ]);
  });

  it("as deleted count no more, until they come as they were", async () => {
    const deal = (id: string, archived: boolean) =>
      record("deals", {
        ...{ id, archived, updatedAt: "2026-05-02T08:00:00Z" },
        properties: {
          ...{ dealname: "Deal", amount: "500", deal_currency_code: "EUR", createdate: "2026-05-01T08:00:00Z" },
          ...{ dealstage: "presentationscheduled", hs_is_closed: "false", hs_is_closed_won: "false" },
        },
      });
    const run = async (archived: boolean) => {
      const { error } = await taps.receive(
        [schema("deals", ["id"], "id", "archived", ...DEAL), deal("8", false), deal("9", archived), state({})],
        { connection: "hubspot" },
      );
      expect(error).toBeNull();
      const { total } = await taps.team.ask({ kpis: ["opportunities"], period: "2026-05" });
      return total[0]?.value;
    };
    expect([await run(false), await run(true), await run(false)]).toEqual([2, 1, 2]);
  });
});
