import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listSources } from "../../src/service/sources/list-sources.ts";
import { type TapWorkspace, tapWorkspace } from "./receive.ts";

const nested = { type: "object", properties: { email: { type: "string" }, company: { type: ["null", "string"] } } };
const contactsSchema = {
  type: "SCHEMA",
  stream: "contacts",
  key_properties: ["id"],
  schema: { properties: { id: { type: "integer" }, created_at: { type: "string" }, properties: nested } },
};
const contact = (id: number | string, email: string, company?: string) => ({
  type: "RECORD",
  stream: "contacts",
  record: { id, created_at: "2026-03-05T10:00:00.000000Z", properties: { email, ...(company && { company }) } },
});
const adSchema = {
  type: "SCHEMA",
  stream: "ad_days",
  key_properties: ["date", "account", "campaign"],
  schema: {
    properties: { date: {}, account: {}, campaign: {}, cost: { type: "number" }, clicks: { type: "integer" } },
  },
};
const adDay = (date: string, account: string, campaign: string, cost: number) => ({
  type: "RECORD",
  stream: "ad_days",
  record: { date: `${date}T00:00:00.000000Z`, account, campaign, cost, clicks: 1 },
});
const state = (value: object) => ({ type: "STATE", value });

describe("streams that a preset reads become facts", () => {
  let taps: TapWorkspace;
  beforeAll(async () => {
    taps = await tapWorkspace();
  });
  afterAll(() => taps.team.close());

  const people = async (connection: string) => {
    const { engine, inventory } = taps.team.workspace;
    const live = (await inventory()).visible.filter((part) => part.connection === connection && part.fact === "person");
    return engine.query<Record<string, unknown>>(
      `SELECT external_id, argMax(company, load_no) AS company, argMax(email_hash, load_no) AS email_hash FROM person
       WHERE load_no IN (${live.map(({ loadNo }) => loadNo).join(", ") || "0"}) GROUP BY external_id ORDER BY external_id`,
    );
  };
  const spend = async (by: string[] = []) => {
    const answer = await taps.team.ask({ kpis: ["ad_spend"], period: "2026-03", by });
    return by.length === 0
      ? answer.total[0]?.value
      : Object.fromEntries(answer.rows.map((row) => [row.by[by[0] ?? ""], row.value]));
  };

  it("a record that comes again replaces itself, also where it goes back to what it was", async () => {
    const run = (company: string) =>
      taps.receive([contactsSchema, contact(1, "a@x.example", company), state({ at: company })], { connection: "crm" });
    for (const company of ["Old", "New", "Old"]) {
      const { error, states, outcome } = await run(company);
      expect([error, states]).toEqual([null, [{ at: company }]]);
      expect(outcome?.streams).toMatchObject([{ stream: "contacts", preset: "tap_crm", facts: { person: 1 } }]);
      expect(await people("crm")).toMatchObject([{ external_id: "1", company }]);
    }
  });

  it("long ids keep their digits, and addresses are kept as hashes", async () => {
    const text = `${JSON.stringify(contactsSchema)}\n${JSON.stringify(contact("ID", "b@x.example")).replace('"ID"', "9007199254740993123")}\n`;
    expect((await taps.receive(text, { connection: "long" })).error).toBeNull();
    const [person] = await people("long");
    expect(person).toMatchObject({ external_id: "9007199254740993123", company: "" });
    expect(person?.email_hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it("a batch in which no record has an optional property still has its column", async () => {
    const { error } = await taps.receive(
      [contactsSchema, { type: "RECORD", stream: "contacts", record: { id: 5, created_at: null, properties: {} } }],
      { connection: "bare" },
    );
    expect(error).toBeNull();
    expect(await people("bare")).toMatchObject([{ external_id: "5", company: "" }]);
  });

  it("daily figures are replaced by their keys: what is not sent again stays", async () => {
    const first = [
      adDay("2026-03-01", "A", "x", 10),
      adDay("2026-03-02", "A", "x", 10),
      adDay("2026-03-02", "A", "x", 12),
    ];
    await taps.receive([adSchema, ...first, state({ day: 2 })], { connection: "ads" });
    expect(await spend()).toBe(22);
    const second = [
      adDay("2026-03-02", "A", "x", 20),
      adDay("2026-03-01", "B", "y", 5),
      adDay("2026-03-03", "B", "y", 5),
    ];
    const { states } = await taps.receive([adSchema, ...second, state({ day: 3 })], { connection: "ads" });
    expect(states).toEqual([{ day: 3 }]);
    expect(await spend(["campaign"])).toEqual({ x: 30, y: 10 });
  });

  it("daily figures in small batches give no state before they are numbers", async () => {
    const days = [1, 2, 3, 4].flatMap((day) => [adDay(`2026-03-0${day}`, "C", "z", 1), state({ day })]);
    const { states } = await taps.receive([adSchema, ...days], {
      connection: "small_ads",
      batchRecords: 1,
      mostRecords: 2,
    });
    expect(states).toEqual([{ day: 4 }]);
    expect(await spend(["campaign"])).toEqual({ x: 30, y: 10, z: 4 });
  });

  it("records are held on the disk, and committed before they are too many", async () => {
    const many = Array.from({ length: 25 }, (_, at) => contact(at, `p${at}@x.example`));
    const { outcome } = await taps.receive([contactsSchema, ...many], { connection: "many", mostRecords: 10 });
    expect(outcome?.streams).toMatchObject([
      { records: 25, loads: [expect.any(String), expect.any(String), expect.any(String)] },
    ]);
    expect(await people("many")).toHaveLength(25);
  });

  it("a run that fails takes back what it had committed without a state, and keeps what came before one", async () => {
    const many = Array.from({ length: 12 }, (_, at) => contact(at, `p${at}@x.example`));
    const broken = { type: "RECORD", stream: "contacts", record: { properties: {} } };
    const { error, states } = await taps.receive(
      [contactsSchema, ...many.slice(0, 6), state({ at: 6 }), ...many.slice(6), broken],
      { connection: "broken", mostRecords: 5, batchRecords: 1 },
    );
    expect(error?.code).toBe("singer.no_key");
    expect(states).toEqual([{ at: 6 }]);
    expect(await people("broken")).toHaveLength(6);
  });

  it("a version that is activated lets go of the older ones", async () => {
    const versioned = (id: number, version: number) => ({ ...contact(id, `v${id}@x.example`), version });
    const activate = (version: number) => ({ type: "ACTIVATE_VERSION", stream: "contacts", version });
    const options = { connection: "versions" };
    await taps.receive([contactsSchema, versioned(1, 10), versioned(2, 10), activate(10)], options);
    await taps.receive([contactsSchema, versioned(3, 10)], options);
    expect((await people("versions")).map((row) => row.external_id)).toEqual(["1", "2", "3"]);
    await taps.receive([contactsSchema, versioned(2, 20), activate(20)], options);
    expect((await people("versions")).map((row) => row.external_id)).toEqual(["2"]);
    const other = { ...contactsSchema, stream: "others" };
    const landed = (id: number, version: number) => ({ ...versioned(id, version), stream: "others" });
    await taps.receive([other, landed(1, 10), landed(2, 10)], options);
    await taps.receive([other, landed(2, 20), { ...activate(20), stream: "others" }], options);
    expect(await taps.landed("others", "versions")).toMatchObject([{ id: 2 }]);
  });

  it("the same records under a connection of another tap are other records", async () => {
    await taps.receive([contactsSchema, contact(1, "a@x.example", "Elsewhere")], { connection: "crm2" });
    expect(await people("crm2")).toMatchObject([{ company: "Elsewhere" }]);
    expect(await people("crm")).toMatchObject([{ company: "Old" }]);
  });

  it("unknown streams are listed with their records", async () => {
    const schema = { ...contactsSchema, stream: "leads_of_fair" };
    const lead = (id: number, email: string) => ({ ...contact(id, email), stream: "leads_of_fair" });
    await taps.receive([schema, lead(1, "a@x.example"), lead(2, "b@x.example")], { connection: "fair" });
    await taps.receive([schema, lead(2, "b@x.example")], { connection: "fair" });
    const source = (await listSources(taps.team.workspace)).find(({ connection }) => connection === "fair");
    expect(source).toMatchObject({ system: "landed", rows: 3, streams: [{ stream: "leads_of_fair", records: 2 }] });
  });

  it("a preset that a person names and that does not fit is refused; without its name the stream lands", async () => {
    const schema = { ...contactsSchema, schema: { properties: { id: {} } } };
    const messages = [schema, { type: "RECORD", stream: "contacts", record: { id: 1 } }];
    const before = await taps.loads();
    const named = await taps.receive(messages, { connection: "unfit", preset: "tap_crm" });
    expect(named.error?.code).toBe("singer.unfit");
    expect(await taps.loads()).toBe(before);
    expect((await taps.receive(messages, { connection: "unfit" })).outcome?.streams).toMatchObject([{ preset: null }]);
    expect((await taps.receive(messages, { connection: "unfit", preset: "no_such" })).error?.code).toBe(
      "file.no_preset",
    );
  });
});
