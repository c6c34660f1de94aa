import { renameSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { keyedHash } from "../../src/ingest/personal/keyed-hash.ts";
import { workspaceKey } from "../../src/ingest/personal/workspace-key.ts";
import { forgetPerson } from "../../src/service/people/forget-person.ts";
import { type TapWorkspace, tapWorkspace } from "./receive.ts";

const schema = {
  type: "SCHEMA",
  stream: "contacts",
  key_properties: ["id"],
  schema: {
    properties: {
      id: { type: "integer" },
      created_at: {},
      properties: { type: "object", properties: { email: {}, name: {}, phone: {}, company: {} } },
    },
  },
};
const contact = (id: number, email: string, more: object = {}) => ({
  type: "RECORD",
  stream: "contacts",
  record: { id, created_at: "2026-03-05T10:00:00.000000Z", properties: { email, ...more } },
});

describe("records that land", () => {
  let taps: TapWorkspace;
  let key: string;
  beforeAll(async () => {
    taps = await tapWorkspace();
    key = workspaceKey(taps.team.workspace.dataDir);
  });
  afterAll(() => taps.team.close());

  const query = <Row>(sql: string) => taps.team.workspace.engine.query<Row>(sql);
  const kept = async () =>
    (await query<{ email: string }>("SELECT DISTINCT email FROM personal_data ORDER BY email")).map(
      ({ email }) => email,
    );
  const token = (address: string): string => `${keyedHash(key, address)}${address.slice(address.indexOf("@"))}`;

  it("hold no address: a token stands in its place, and the address among the personal data", async () => {
    const stream = { ...schema, stream: "tickets", key_properties: ["requester"] };
    const record = {
      requester: " Ana.Diaz@Acme.Example ",
      cc: ["o'brien@acme.example", "Bo Li <bo@acme.example>; cy+news@acme.example."],
      custom: { "dee@acme.example": { role: "owner" }, json: '{"to":"eve@acme.example"}' },
      page: "https://www.acme.example/form?mail=fay%40acme.example&next=/a@2x.png",
      note: "请联系gil@acme.example谢谢",
      ticket: "9007199254740993",
      chinese: "张三@acme.example",
      versions: ["lib@1.0.2", "@handle", "3 @ 5.00 EUR"],
    };
    const text = [stream, { type: "RECORD", stream: "tickets", record }].map((each) => JSON.stringify(each)).join("\n");
    const { error } = await taps.receive(`${text.replace('"9007199254740993"', "9007199254740993")}\n`, {
      connection: "help",
    });
    expect(error).toBeNull();
    expect(await taps.landed("tickets", "help")).toEqual([
      {
        requester: token("ana.diaz@acme.example"),
        cc: [token("o'brien@acme.example"), `Bo Li <${token("bo@acme.example")}>; ${token("cy+news@acme.example")}.`],
        custom: { [token("dee@acme.example")]: { role: "owner" }, json: `{"to":"${token("eve@acme.example")}"}` },
        page: `https://www.acme.example/form?mail=${token("fay@acme.example")}&next=/a@2x.png`,
        note: `请联系${token("gil@acme.example")}谢谢`,
        chinese: token("张三@acme.example"),
        ticket: expect.any(Number),
        versions: ["lib@1.0.2", "@handle", "3 @ 5.00 EUR"],
      },
    ]);
    const [raw] = await query<{ cells: string[] }>("SELECT cells FROM raw_row");
    expect(raw?.cells[0]).toContain('"ticket":9007199254740993');
    expect(raw?.cells[1]).toBe(JSON.stringify([token("ana.diaz@acme.example")]));
    expect(await kept()).toEqual(
      ["ana.diaz", "bo", "cy+news", "dee", "eve", "fay", "gil", "o'brien", "张三"].map(
        (name) => `${name}@acme.example`,
      ),
    );
  });

  it("become the same people as if they had been mapped at once", async () => {
    const records = [
      contact(1, " Hal@Acme.example", { name: "Hal Ito", phone: "+1 555 0100", company: "Acme" }),
      contact(2, "ivy@acme.example", { name: "Ivy Roe" }),
    ];
    await taps.receive([schema, ...records], { connection: "at_once" });
    const { workspace } = taps.team;
    const preset = `${workspace.dir}/presets/tap_crm.yaml`;
    renameSync(preset, `${preset}.away`);
    workspace.reload();
    await taps.receive([schema, contact(1, "old@acme.example", { company: "Old" })], { connection: "later" });
    await taps.receive([schema, ...records], { connection: "later" });
    expect(await taps.landed("contacts", "later")).toHaveLength(2);
    renameSync(`${preset}.away`, preset);
    workspace.reload();
    const { outcome, error } = await taps.receive("", { connection: "later" });
    expect(error).toBeNull();
    expect(outcome?.streams).toMatchObject([{ stream: "contacts", preset: "tap_crm", facts: { person: 2 } }]);
    expect(await taps.landed("contacts", "later")).toEqual([]);
    const people = (connection: string) =>
      query(
        `SELECT external_id, email_hash, mail_domain, company FROM person WHERE connection = '${connection}' ORDER BY external_id`,
      );
    expect(await people("at_once")).toMatchObject([
      {
        external_id: "1",
        email_hash: keyedHash(key, "hal@acme.example"),
        mail_domain: "acme.example",
        company: "Acme",
      },
      { external_id: "2", email_hash: keyedHash(key, "ivy@acme.example") },
    ]);
    expect(await people("later")).toEqual(await people("at_once"));
    const personal = (connection: string) =>
      query(
        `SELECT email_hash, email, names, phone, arrayMap(x -> replaceOne(x, '/${connection}/', '/'), persons) AS records
         FROM personal_data WHERE arrayExists(x -> position(x, '/${connection}/') > 0, persons) ORDER BY email`,
      );
    expect(await personal("at_once")).toMatchObject([
      { email: "hal@acme.example", names: ["Hal Ito"], phone: "+1 555 0100" },
      { email: "ivy@acme.example", names: ["Ivy Roe"] },
    ]);
    expect(await personal("later")).toEqual(await personal("at_once"));
    expect(await kept()).not.toContain("old@acme.example");
  });

  it("are deleted when a person in them is forgotten, and do not come back", async () => {
    const stream = { ...schema, stream: "leads_of_fair" };
    const lead = (id: number, email: string) => ({
      ...contact(id, email, { name: "A Name" }),
      stream: "leads_of_fair",
    });
    const fair = [stream, lead(1, "Cy.Ng@x.example"), lead(2, "other@x.example")];
    await taps.receive(fair, { connection: "fair" });
    expect(await forgetPerson(taps.team.workspace, "cy.ng@x.example")).toMatchObject({ found: true, rows: 2 });
    expect(await taps.landed("leads_of_fair", "fair")).toMatchObject([{ id: 2 }]);
    expect(await kept()).not.toContain("cy.ng@x.example");
    const { outcome } = await taps.receive(fair, { connection: "fair" });
    expect(outcome?.streams).toMatchObject([{ records: 2, rows_loaded: 1 }]);
    expect(await taps.landed("leads_of_fair", "fair")).toMatchObject([{ id: 2 }]);
    expect(await kept()).not.toContain("cy.ng@x.example");
    expect(
      await query(
        `SELECT meta FROM load WHERE position(meta, 'people who asked to be forgotten') > 0 AND rows_skipped = 1`,
      ),
    ).toHaveLength(1);
  });

  it("leave no address in any raw row", async () => {
    const [row] = await query<{ rows: string; addresses: string[] }>(
      `SELECT count() AS rows, arrayDistinct(arrayFlatten(groupArray(
         arrayFilter(x -> NOT match(x, '[0-9a-f]{64}@'), extractAll(concat(arrayStringConcat(cells, ' '), ' ', text), '[^ "<:=]+(?:@|%40)[a-z.]+example'))
       ))) AS addresses FROM raw_row`,
    );
    expect(Number(row?.rows)).toBeGreaterThan(4);
    expect(row?.addresses).toEqual([]);
  });
});
