import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TapWorkspace, tapWorkspace } from "./receive.ts";

const stream = (name: string, records: readonly Record<string, unknown>[]) => [
  {
    type: "SCHEMA",
    stream: name,
    key_properties: ["Id"],
    schema: {
      properties: Object.fromEntries(records.flatMap((record) => Object.keys(record)).map((key) => [key, {}])),
    },
  },
  ...records.map((record) => ({ type: "RECORD", stream: name, record })),
];

describe("the preset for Salesforce's taps", () => {
  let taps: TapWorkspace;
  beforeAll(async () => {
    taps = await tapWorkspace();
  });
  afterAll(() => taps.team.close());

  it("leads, their conversion, contacts and deals give the funnel and the win rate", async () => {
    const lead = { IsDeleted: false, Status: "Open", LeadSource: "Web", MasterRecordId: null };
    const open = { ConvertedDate: null, ConvertedContactId: null, ConvertedOpportunityId: null };
    const deal = {
      IsDeleted: false,
      Name: "Deal",
      AccountId: "A1",
      Type: "New Business",
      CurrencyIsoCode: "EUR",
      Probability: 50,
    };
    const { outcome, error } = await taps.receive(
      [
        ...stream("Lead", [
          {
            ...lead,
            ...open,
            Id: "L1",
            Email: "a@a.example",
            Company: "A",
            CreatedDate: "2026-01-05T09:00:00.000000Z",
            ConvertedDate: "2026-01-20T00:00:00.000000Z",
            ConvertedContactId: "C1",
            ConvertedOpportunityId: "O1",
          },
          {
            ...lead,
            ...open,
            Id: "L2",
            Email: "b@b.example",
            Company: "B",
            CreatedDate: "2026-01-06T09:00:00.000000Z",
          },
          {
            ...lead,
            ...open,
            Id: "L3",
            Email: "c@c.example",
            Company: "C",
            CreatedDate: "2026-01-06T09:00:00.000000Z",
            IsDeleted: true,
          },
        ]),
        ...stream("Contact", [
          {
            Id: "C1",
            IsDeleted: false,
            Email: "a@a.example",
            CreatedDate: "2026-01-20T09:00:00.000000Z",
            AccountId: "A1",
          },
        ]),
        ...stream("Account", [{ Id: "A1", IsDeleted: false, Name: "A", Website: "https://www.a.example/en" }]),
        ...stream("Opportunity", [
          {
            ...deal,
            Id: "O1",
            StageName: "Closed Won",
            IsClosed: true,
            IsWon: true,
            Amount: 1000.5,
            CreatedDate: "2026-01-20T09:00:00.000000Z",
            CloseDate: "2026-02-10T00:00:00.000000Z",
          },
          {
            ...deal,
            Id: "O2",
            StageName: "Closed Lost",
            IsClosed: true,
            IsWon: false,
            Amount: 10,
            CreatedDate: "2026-01-21T09:00:00.000000Z",
            CloseDate: "2026-02-11T00:00:00.000000Z",
          },
        ]),
        ...stream("OpportunityHistory", [
          {
            Id: "H1",
            OpportunityId: "O1",
            StageName: "Demo",
            CreatedDate: "2026-01-25T09:00:00.000000Z",
            Amount: 1000.5,
          },
        ]),
        { type: "STATE", value: { bookmarks: {} } },
      ],
      { connection: "salesforce", preset: "singer_salesforce", settings: { currency: "EUR" } },
    );
    expect(error).toBeNull();
    expect(
      outcome?.streams.map(({ stream: name, preset, rows_quarantined }) => [name, preset, rows_quarantined]),
    ).toEqual(
      ["Lead", "Contact", "Account", "Opportunity", "OpportunityHistory"].map((name) => [name, "singer_salesforce", 0]),
    );
    const january = await taps.team.ask({ kpis: ["leads", "sqls", "opportunities"], period: "2026-01" });
    expect(january.total.map(({ value }) => value)).toEqual([2, 1, 2]);
    const february = await taps.team.ask({ kpis: ["win_rate", "sales_revenue"], period: "2026-02" });
    expect(february.total.map(({ value }) => value)).toEqual([0.5, 1000.5]);
    const [account] = await taps.team.workspace.engine.query("SELECT external_id, domain FROM account");
    expect(account).toEqual({ external_id: "A1", domain: "a.example" });
  });
});
