import { describe, expect, test } from "vitest";
import { deriving, type FactRow, stageEntries } from "./build.ts";

const { build, engine } = deriving();

const leads = async (facts: Parameters<typeof build>[0], columns: string, options?: Parameters<typeof build>[1]) =>
  (await build(facts, options)).rows("funnel_entry", columns, "stage = 'lead'");

describe("who is one person", () => {
  const lead = (external_id: string, email_hash: string, more: object = {}): FactRow => ({
    external_id,
    email_hash,
    ...more,
  });
  const entry = (system: string, person_id: string, date: string): FactRow => ({
    ...{ system, external_id: `${system}${person_id}`, person_id, stage: "lead", date, evidence: "transition" },
  });

  test("records with one address are one person, across systems", async () => {
    const rows = await leads(
      {
        person: [lead("101", "aa"), lead("00Q1", "aa", { system: "salesforce" }), lead("102", "bb")],
        stage_entry: [
          entry("crm", "101", "2026-01-05"),
          entry("salesforce", "00Q1", "2026-01-03"),
          entry("crm", "102", "2026-01-07"),
        ],
      },
      "person_key date",
    );
    expect(rows).toEqual(["crm/main/101 2026-01-03", "crm/main/102 2026-01-07"]);
  });

  test("of each attribute the newest record that tells it is believed: a later list hides nothing it does not tell", async () => {
    const rows = await leads(
      {
        person: [
          lead("101", "aa", { attributes: { original_source: "Organic Search", job_title: "Fitter" } }),
          lead("call-7", "aa", { system: "calls", load: 2, attributes: { caller: "Jana", job_title: "", fit: "yes" } }),
          lead("102", "bb", { attributes: { caller: "Tobias" } }),
          lead("102", "bb", { load: 2, attributes: { caller: "Dana" } }),
        ],
        stage_entry: stageEntries("101 lead 2026-01-05; 102 lead 2026-01-07"),
      },
      "person_key attributes",
    );
    expect(rows).toEqual([
      "calls/main/call-7 {'caller':'Jana','fit':'yes','job_title':'Fitter','original_source':'Organic Search'}",
      "crm/main/102 {'caller':'Dana'}",
    ]);
  });

  test("records without an address are persons of their own", async () => {
    const rows = await leads(
      { person: [lead("1", ""), lead("2", "")], stage_entry: stageEntries("1 lead 2026-01-01; 2 lead 2026-01-02") },
      "person_key",
    );
    expect(rows).toEqual(["crm/main/1", "crm/main/2"]);
  });

  test("a merged record is the record that lives on", async () => {
    const rows = await leads(
      {
        person: [lead("101", "aa"), lead("88", "old")],
        person_identity: [
          { external_id: "88", person_id: "101" },
          { external_id: "91", person_id: "101" },
        ],
        stage_entry: stageEntries("101 lead 2026-01-05; 88 lead 2025-12-01; 91 lead 2026-02-01"),
      },
      "person_key date",
    );
    expect(rows).toEqual(["crm/main/101 2025-12-01"]);
  });

  test("a deleted person is gone with its stages, until a later load brings the person again", async () => {
    const gone = { external_id: "1", deleted_fact: "person", load: 2 };
    const facts = {
      person: [lead("1", "aa"), lead("2", "bb")],
      stage_entry: stageEntries("1 lead 2026-01-01; 2 lead 2026-01-02"),
      deletion: [gone, { ...gone, external_id: "2", deleted_fact: "opportunity" }],
    };
    const both = ["crm/main/1", "crm/main/2"];
    expect(await leads(facts, "person_key")).toEqual(["crm/main/2"]);
    expect(await leads(facts, "person_key", { hiddenLoads: [2] })).toEqual(both);
    const again = (rows: readonly FactRow[]) => rows.map((row) => ({ ...row, load: 3 }));
    expect(
      await leads(
        {
          ...facts,
          person: [...facts.person, ...again(facts.person)],
          stage_entry: [...facts.stage_entry, ...again(facts.stage_entry)],
        },
        "person_key",
      ),
    ).toEqual(both);
  });

  test("merges and addresses chain: a to b, b to c, c's address in another system", async () => {
    const rows = await leads(
      {
        person: [lead("c", "x"), lead("z", "x", { system: "salesforce" })],
        person_identity: [
          { external_id: "a", person_id: "b" },
          { external_id: "b", person_id: "c" },
        ],
        stage_entry: [...stageEntries("a lead 2026-01-01"), entry("salesforce", "z", "2026-01-02")],
      },
      "person_key date",
    );
    expect(rows).toEqual(["crm/main/c 2026-01-01"]);
  });

  test("sixteen records of which each shares an address with the next are one person, in whatever order", async () => {
    const orders = [1, 3, 5, 7, 9, 11];
    const chains = orders.map((step) =>
      Array.from({ length: 16 }, (_, index) => `${step} ${String((index * step) % 16).padStart(2, "0")}`),
    );
    const rows = await leads(
      {
        person: chains.flatMap((ids) => ids.map((id, index) => lead(id, `address ${id.split(" ")[0]} ${index}`))),
        person_identity: chains.flatMap((ids) =>
          ids.slice(1).map((id, index) => ({
            external_id: `alias of ${id}`,
            person_id: id,
            email_hash: `address ${id.split(" ")[0]} ${index}`,
          })),
        ),
        stage_entry: stageEntries(
          chains
            .flat()
            .map((id) => `${id.replace(" ", "_")} lead 2026-01-01`)
            .join(";"),
        ).map((row) => ({ ...row, person_id: String(row.person_id).replace("_", " ") })),
      },
      "person_key",
    );
    expect(rows).toEqual(orders.map((step) => `crm/main/${step} 00`).sort());
  });

  test("the same id in two systems is two persons", async () => {
    const rows = await leads(
      {
        person: [lead("7", "aa"), lead("7", "bb", { system: "salesforce" })],
        stage_entry: [entry("crm", "7", "2026-01-01"), entry("salesforce", "7", "2026-01-02")],
      },
      "person_key",
    );
    expect(rows).toEqual(["crm/main/7", "salesforce/main/7"]);
  });

  test("a person known only from stage entries counts, with the dimensions they carry", async () => {
    const [entry] = stageEntries("p lead 2026-01-01");
    expect(
      await leads({ stage_entry: [{ ...entry, channel: "Event", country: "DE" }] }, "person_key channel country"),
    ).toEqual(["crm/main/p Event DE"]);
  });
});

describe("a person's dimensions", () => {
  test("how a person came is told by the record created first, where they stand by the newest", async () => {
    const rows = await leads(
      {
        person: [
          {
            load: 1,
            external_id: "1",
            email_hash: "a",
            created_date: "2026-02-01",
            channel: "Email",
            source: "list",
            country: "FR",
            segment: "smb",
          },
          {
            load: 2,
            external_id: "2",
            email_hash: "a",
            created_date: "2026-01-01",
            channel: "Paid Social",
            country: "DE",
          },
        ],
        stage_entry: stageEntries("1 lead 2026-02-01"),
      },
      "channel source country segment",
    );
    expect(rows).toEqual(["Paid Social list DE smb"]);
  });

  test("of one record the newest load's row stands", async () => {
    const rows = await leads(
      {
        person: [
          { load: 1, external_id: "1", channel: "Email", need: 0 },
          { load: 2, external_id: "1", channel: "Direct", need: 1 },
        ],
        stage_entry: stageEntries("1 lead 2026-02-01"),
      },
      "channel need",
    );
    expect(rows).toEqual(["Direct 1"]);
  });

  test("a flag that no record knows stays unknown", async () => {
    const rows = await leads(
      { person: [{ external_id: "1", budget: 0, fit: 1 }], stage_entry: stageEntries("1 lead 2026-02-01") },
      "need budget authority fit",
    );
    expect(rows).toEqual(["- 0 - 1"]);
  });

  test("what a person does not say is taken from the firm, found by id, by name or by mail domain", async () => {
    const rows = await leads(
      {
        account: [
          { external_id: "9001", name: "Acme GmbH", domain: "acme.example", country: "DE", segment: "enterprise" },
        ],
        person: [
          { external_id: "1", account: "9001" },
          { external_id: "2", company: "ACME gmbh ", country: "AT" },
          { external_id: "3", mail_domain: "mail.acme.example" },
          { external_id: "4", mail_domain: "other.example" },
        ],
        stage_entry: stageEntries("1 lead 2026-01-01; 2 lead 2026-01-01; 3 lead 2026-01-01; 4 lead 2026-01-01"),
      },
      "person_key country segment",
    );
    expect(rows).toEqual([
      "crm/main/1 DE enterprise",
      "crm/main/2 AT enterprise",
      "crm/main/3 DE enterprise",
      "crm/main/4  ",
    ]);
  });

  test("a free mail domain never makes an account", async () => {
    const rows = await leads(
      {
        account: [{ external_id: "9", name: "Somebody", domain: "gmail.com", segment: "smb" }],
        person: [{ external_id: "1", mail_domain: "gmail.com" }],
        stage_entry: stageEntries("1 lead 2026-01-01"),
      },
      "segment",
    );
    expect(rows).toEqual([""]);
  });
});

describe("exclusions", () => {
  const person = [
    { external_id: "1", mail_domain: "ours.example" },
    { external_id: "2", mail_domain: "sub.ours.example" },
    { external_id: "3", mail_domain: "yours.example" },
    { external_id: "4", is_test: 1, mail_domain: "ours.example" },
    { external_id: "5", account: "A7" },
    { external_id: "6" },
  ];
  const stage_entry = stageEntries([1, 2, 3, 4, 5, 6].map((id) => `${id} lead 2026-01-01`).join(";"));
  const exclusions = [
    {
      id: "us",
      kind: "internal",
      email_domains: ["Ours.example"],
      email_patterns: [],
      account_ids: [],
      person_ids: [],
    },
    {
      id: "rival's",
      kind: "competitor",
      email_domains: [],
      email_patterns: [],
      account_ids: ["A7"],
      person_ids: ["6", "1"],
    },
  ] as const;

  test("excluded persons keep their rows under the first rule that holds", async () => {
    const rows = await leads({ person, stage_entry }, "person_key excluded", {
      workspace: { exclusions: [...exclusions] as never },
    });
    expect(rows).toEqual([
      "crm/main/1 us",
      "crm/main/2 us",
      "crm/main/3 ",
      "crm/main/4 test",
      "crm/main/5 rival's",
      "crm/main/6 rival's",
    ]);
  });

  test("a pattern is matched against the address, which only the table of personal data holds", async () => {
    await engine().insert("personal_data", [
      { email_hash: "h1", email: "qa+1@acme.example", names: [], phone: "", persons: [], load_no: 1 },
      { email_hash: "h2", email: "ana@acme.example", names: [], phone: "", persons: [], load_no: 1 },
    ]);
    const rows = await leads(
      {
        person: [
          { external_id: "1", email_hash: "h1" },
          { external_id: "2", email_hash: "h2" },
        ],
        stage_entry: stageEntries("1 lead 2026-01-01; 2 lead 2026-01-01"),
      },
      "person_key excluded",
      {
        workspace: {
          exclusions: [
            { id: "qa", kind: "test", email_domains: [], email_patterns: ["^QA\\+"], account_ids: [], person_ids: [] },
          ],
        },
      },
    );
    expect(rows).toEqual(["crm/main/1 qa", "crm/main/2 "]);
  });

  test("people of a firm that was a customer before they became a lead are excluded by the customer rule", async () => {
    const facts = {
      account: [{ external_id: "A", name: "Acme", domain: "acme.example" }],
      opportunity: [
        { account_id: "A", status: "won", created_date: "2026-01-01", close_date: "2026-03-01", person_ids: ["first"] },
      ],
      person: [
        { external_id: "first", mail_domain: "acme.example" },
        { external_id: "later", mail_domain: "acme.example" },
        { external_id: "same-day", company: "Acme" },
        { external_id: "other", mail_domain: "else.example" },
      ],
      stage_entry: stageEntries(
        "first lead 2026-01-01; later lead 2026-04-01; same-day lead 2026-03-01; other lead 2026-04-01",
      ),
    };
    const rule = {
      id: "customers",
      kind: "customer",
      email_domains: [],
      email_patterns: [],
      account_ids: [],
      person_ids: [],
    } as const;
    expect(await leads(facts, "person_key excluded", { workspace: { exclusions: [rule] as never } })).toEqual([
      "crm/main/first ",
      "crm/main/later customers",
      "crm/main/other ",
      "crm/main/same-day ",
    ]);
    expect(await leads(facts, "excluded")).toEqual(["", "", "", ""]);
  });

  test("an account record may itself tell since when the firm is a customer", async () => {
    const rows = await leads(
      {
        account: [{ external_id: "A", name: "Acme", customer_since: "2020-01-01" }],
        person: [{ external_id: "p", company: "Acme" }],
        stage_entry: stageEntries("p lead 2026-01-01"),
      },
      "excluded",
      {
        workspace: {
          exclusions: [
            { id: "known", kind: "customer", email_domains: [], email_patterns: [], account_ids: [], person_ids: [] },
          ],
        },
      },
    );
    expect(rows).toEqual(["known"]);
  });
});
