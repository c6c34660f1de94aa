import { describe, expect, test } from "vitest";
import { deriving, type FactRow, stageEntries } from "./build.ts";

const { build } = deriving();

const deal = (
  external_id: string,
  status: string,
  created_date: string | null,
  close_date: string | null,
  more: object = {},
): FactRow => ({
  ...{ external_id, status, created_date, close_date, currency: "EUR" },
  ...more,
});

describe("deal events", () => {
  test("a deal is created, and won or lost on its close date", async () => {
    const built = await build({
      opportunity: [
        deal("w", "won", "2026-01-01", "2026-03-01", { amount: "100.50" }),
        deal("l", "Lost", "2026-01-02", "2026-03-02"),
        deal("o", "open", "2026-01-03", "2026-06-30"),
      ],
    });
    expect(
      await built.rows("deal_event", "opportunity_id event date won_date lost_date closed_date expected_close amount"),
    ).toEqual([
      "l created 2026-01-02 - 2026-03-02 2026-03-02 - -",
      "l lost 2026-03-02 - 2026-03-02 2026-03-02 - -",
      "o created 2026-01-03 - - - 2026-06-30 -",
      "w created 2026-01-01 2026-03-01 - 2026-03-01 - 100.5",
      "w won 2026-03-01 2026-03-01 - 2026-03-01 - 100.5",
    ]);
  });

  test("missing days are taken from the stage history", async () => {
    const built = await build({
      opportunity: [deal("d", "won", null, null, { stage: "Closed Won" })],
      opportunity_stage: [
        { opportunity_id: "d", stage: "Discovery", date: "2026-01-10" },
        { opportunity_id: "d", stage: "Closed Won", date: "2026-02-20" },
        { opportunity_id: "d", stage: "Invoiced", date: "2026-03-10" },
      ],
    });
    expect(await built.rows("deal_event", "event date")).toEqual(["created 2026-01-10", "won 2026-02-20"]);
  });

  test("a closed deal without a creation day was created when it closed; an open one without any day only counts for the receipt", async () => {
    const built = await build({
      opportunity: [deal("w", "won", null, "2026-03-01"), deal("o", "open", null, "2026-09-30")],
    });
    expect(await built.rows("deal_event", "opportunity_id event date excluded")).toEqual([
      "o created 1970-01-01 no_date",
      "w created 2026-03-01 ",
      "w won 2026-03-01 ",
    ]);
  });

  test("the newest load's row of a deal stands", async () => {
    const built = await build({
      opportunity: [
        { load: 1, ...deal("d", "open", "2026-01-01", "2026-06-30") },
        { load: 2, ...deal("d", "won", "2026-01-01", "2026-03-01") },
      ],
    });
    expect(await built.rows("deal_event", "event status")).toEqual(["created won", "won won"]);
  });
});

describe("first wins", () => {
  const wins = async (opportunity: readonly FactRow[], more: object = {}) =>
    (await build({ opportunity, ...more })).rows("deal_event", "opportunity_id is_first_win", "event = 'won'");

  test("only the first won deal of an account makes a new customer", async () => {
    expect(
      await wins([
        deal("2", "won", "2026-01-01", "2026-04-01", { account_id: "A" }),
        deal("1", "won", "2026-01-01", "2026-03-01", { account_id: "A", type: "new" }),
        deal("3", "won", "2026-01-01", "2026-05-01", { account_id: "B" }),
      ]),
    ).toEqual(["1 1", "2 0", "3 1"]);
  });

  test("a renewal makes no new customer, and neither does new business after it", async () => {
    expect(
      await wins([
        deal("1", "won", "2026-01-01", "2026-03-01", { account_id: "A", type: "renewal" }),
        deal("2", "won", "2026-01-01", "2026-04-01", { account_id: "A", type: "new" }),
        deal("3", "won", "2026-01-01", "2026-04-01", { account_id: "B", type: "expansion" }),
      ]),
    ).toEqual(["1 0", "2 0", "3 0"]);
  });

  test("deals without an account are each their own customer", async () => {
    expect(
      await wins([deal("1", "won", "2026-01-01", "2026-03-01"), deal("2", "won", "2026-01-01", "2026-03-02")]),
    ).toEqual(["1 1", "2 1"]);
  });

  test("accounts of two systems with one domain are one account", async () => {
    const account = [
      { external_id: "A", domain: "acme.example" },
      { external_id: "001", system: "salesforce", domain: "www.acme.example" },
    ];
    expect(
      await wins(
        [
          deal("1", "won", "2026-01-01", "2026-03-01", { account_id: "A" }),
          deal("2", "won", "2026-01-01", "2026-04-01", { account_id: "001", system: "salesforce" }),
        ],
        { account },
      ),
    ).toEqual(["1 1", "2 0"]);
  });

  test("a deal that a rule excludes takes no first win away", async () => {
    const built = await build({
      person: [{ external_id: "t", is_test: 1 }],
      opportunity: [
        deal("1", "won", "2026-01-01", "2026-03-01", { account_id: "A", person_ids: ["t"] }),
        deal("2", "won", "2026-01-01", "2026-04-01", { account_id: "A" }),
      ],
    });
    expect(await built.rows("deal_event", "opportunity_id is_first_win excluded", "event = 'won'")).toEqual([
      "1 1 test",
      "2 1 ",
    ]);
  });
});

describe("a deal's dimensions", () => {
  test("are its own, else those of the first person it names, else those of its account", async () => {
    const built = await build({
      account: [{ external_id: "A", name: "Acme", country: "DE", segment: "enterprise", owner: "Sam" }],
      person: [
        { external_id: "p1", channel: "Paid Social", campaign: "spring", country: "AT" },
        { external_id: "p2", channel: "Email", campaign: "autumn" },
      ],
      opportunity: [
        deal("own", "open", "2026-01-01", null, {
          channel: "Partner",
          country: "CH",
          person_ids: ["p1"],
          account_id: "A",
        }),
        deal("person", "open", "2026-01-01", null, { person_ids: ["p1", "p2"], account_id: "A" }),
        deal("account", "open", "2026-01-01", null, { account_id: "A" }),
      ],
    });
    expect(await built.rows("deal_event", "opportunity_id channel campaign country segment account owner")).toEqual([
      "account   DE enterprise Acme Sam",
      "own Partner spring CH enterprise Acme Sam",
      "person Paid Social spring AT enterprise Acme Sam",
    ]);
  });

  test("sourced means that the first known channel is one of marketing's", async () => {
    const built = await build({
      person: [{ external_id: "p", channel: "Organic Search" }],
      opportunity: [
        deal("1", "open", "2026-01-01", null, { person_ids: ["p"] }),
        deal("2", "open", "2026-01-01", null, { channel: "Sales Outbound", person_ids: ["p"] }),
        deal("3", "open", "2026-01-01", null),
      ],
    });
    expect(await built.rows("deal_event", "opportunity_id sourced")).toEqual(["1 1", "2 0", "3 0"]);
  });

  test("the account's key is its domain, else its record, else its name", async () => {
    const built = await build({
      account: [
        { external_id: "A", name: "Acme", domain: "acme.example" },
        { external_id: "B", name: "Beta" },
      ],
      opportunity: [
        deal("1", "open", "2026-01-01", null, { account_id: "A" }),
        deal("2", "open", "2026-01-01", null, { account: "ACME" }),
        deal("3", "open", "2026-01-01", null, { account_id: "B" }),
        deal("4", "open", "2026-01-01", null, { account_id: "C" }),
        deal("5", "open", "2026-01-01", null, { account: "Gamma " }),
        deal("6", "open", "2026-01-01", null),
      ],
    });
    expect(await built.rows("deal_event", "opportunity_id account_key")).toEqual([
      "1 domain:acme.example",
      "2 domain:acme.example",
      "3 crm/main/B",
      "4 crm/main/C",
      "5 name:gamma",
      "6 ",
    ]);
  });
});

describe("a deal's exclusion", () => {
  test("comes from its account, or from its persons when all of them are excluded", async () => {
    const rule = {
      id: "us",
      kind: "internal",
      email_domains: ["ours.example"],
      email_patterns: [],
      account_ids: ["X"],
      person_ids: [],
    };
    const built = await build(
      {
        person: [
          { external_id: "in", mail_domain: "ours.example" },
          { external_id: "out", mail_domain: "acme.example" },
        ],
        opportunity: [
          deal("1", "open", "2026-01-01", null, { person_ids: ["in"] }),
          deal("2", "open", "2026-01-01", null, { person_ids: ["in", "out"] }),
          deal("3", "open", "2026-01-01", null, { account_id: "X" }),
          deal("4", "open", "2026-01-01", null),
        ],
      },
      { workspace: { exclusions: [rule] as never } },
    );
    expect(await built.rows("deal_event", "opportunity_id excluded")).toEqual(["1 us", "2 ", "3 us", "4 "]);
  });
});

describe("meetings", () => {
  test("carry their person's key and dimensions; a deal stands in where the person is not named", async () => {
    const built = await build({
      person: [
        { external_id: "p", email_hash: "a", channel: "Webinar" },
        { external_id: "a", system: "other", email_hash: "a" },
      ],
      opportunity: [deal("d", "open", "2026-01-01", null, { person_ids: ["p"], channel: "Event" })],
      meeting: [
        { external_id: "m1", date: "2026-02-01", person_id: "p", kind: "demo", status: "Held" },
        { external_id: "m2", date: "2026-02-02", opportunity_id: "d", kind: "discovery", status: "booked" },
        { external_id: "m3", date: "2026-02-03", person_id: "nobody", channel: "Email" },
        { external_id: "m4", date: "2026-02-04" },
      ],
    });
    expect(await built.rows("meeting_entry", "meeting_id person_key status channel")).toEqual([
      "m1 crm/main/p held Webinar",
      "m2 crm/main/p booked Webinar",
      "m3 crm/main/nobody  Email",
      "m4   ",
    ]);
  });

  test("of a customer's people who never were a lead before are excluded by the customer rule", async () => {
    const rule = {
      id: "customers",
      kind: "customer",
      email_domains: [],
      email_patterns: [],
      account_ids: [],
      person_ids: [],
    };
    const built = await build(
      {
        person: [
          { external_id: "prospect", account: "A" },
          { external_id: "user", account: "A" },
        ],
        stage_entry: stageEntries("prospect lead 2026-01-01"),
        opportunity: [deal("d", "won", "2026-01-05", "2026-02-01", { account_id: "A" })],
        meeting: [
          { external_id: "m1", date: "2026-03-01", person_id: "prospect" },
          { external_id: "m2", date: "2026-03-01", person_id: "user" },
          { external_id: "m3", date: "2026-01-15", person_id: "user" },
        ],
      },
      { workspace: { exclusions: [rule] as never } },
    );
    expect(await built.rows("meeting_entry", "meeting_id excluded")).toEqual(["m1 ", "m2 customers", "m3 "]);
  });
});
