import { describe, expect, test } from "vitest";
import { deriving, type FactRow } from "./build.ts";

const { build } = deriving();

describe("revenue", () => {
  test("takes its dimensions from its deal, its person (by id or address) or its account; refunds stay negative", async () => {
    const built = await build({
      account: [{ external_id: "A", name: "Acme", country: "DE" }],
      person: [{ external_id: "p", email_hash: "hash", channel: "Email", country: "FR" }],
      opportunity: [
        { external_id: "d", status: "won", created_date: "2026-01-01", close_date: "2026-02-01", channel: "Event" },
      ],
      revenue: [
        { external_id: "1", date: "2026-02-01", opportunity_id: "d", amount: "10", currency: "EUR" },
        { external_id: "2", date: "2026-02-01", system: "stripe", opportunity_id: "d", amount: "10", currency: "EUR" },
        {
          external_id: "3",
          date: "2026-02-01",
          system: "stripe",
          email_hash: "hash",
          amount: "-5.25",
          currency: "EUR",
          kind: "Refund",
        },
        { external_id: "4", date: "2026-02-01", person_id: "p", country: "IT", amount: "10", currency: "EUR" },
        { external_id: "5", date: "2026-02-01", account_id: "A", amount: "10", currency: "EUR" },
        { external_id: "6", date: "2026-02-01", channel: "Partner", amount: "10", currency: "EUR" },
      ],
    });
    expect(await built.rows("revenue_entry", "revenue_id kind channel country sourced amount customer_key")).toEqual([
      "1  Event  1 10 ",
      "2  Event  1 10 ",
      "3 refund Email FR 1 -5.25 crm/main/p",
      "4  Email IT 1 10 crm/main/p",
      "5   DE 0 10 crm/main/A",
      "6  Partner  0 10 ",
    ]);
  });

  test("the newest load's row of an invoice stands, and test persons' revenue is excluded", async () => {
    const built = await build({
      person: [{ external_id: "t", is_test: 1 }],
      revenue: [
        { load: 1, external_id: "i", date: "2026-02-01", customer_id: "c", amount: "10", currency: "EUR" },
        {
          load: 2,
          external_id: "i",
          date: "2026-02-01",
          customer_id: "c",
          amount: "12",
          currency: "EUR",
          person_id: "t",
        },
      ],
    });
    expect(await built.rows("revenue_entry", "customer_key amount excluded")).toEqual(["crm/main/c 12 test"]);
  });
});

describe("customers", () => {
  const life = "customer_key started ended mrr currency";

  test("last from their first subscription to the end of the last one", async () => {
    const subscription = (
      external_id: string,
      customer_id: string,
      started: string,
      ended: string | null,
      mrr: string | null,
      currency = "EUR",
    ): FactRow => ({
      ...{ external_id, customer_id, started, ended, mrr, currency },
    });
    const built = await build({
      subscription: [
        subscription("1", "a", "2026-01-01", "2026-03-01", "100"),
        subscription("2", "a", "2026-01-01", null, "20.5"),
        subscription("3", "a", "2026-02-01", null, "1000"),
        subscription("4", "b", "2025-01-01", "2025-06-01", "50"),
        subscription("5", "b", "2025-07-01", "2025-12-31", "70"),
        subscription("6", "c", "2026-01-05", null, null),
      ],
      revenue: [{ date: "2020-01-01", customer_id: "ignored", amount: "1", currency: "EUR" }],
    });
    expect(await built.rows("customer_life", life)).toEqual([
      "crm/main/a 2026-01-01 - 120.5 EUR",
      "crm/main/b 2025-01-01 2025-12-31 50 EUR",
      "crm/main/c 2026-01-05 - - ",
    ]);
  });

  test("who starts with subscriptions in two currencies has recurring revenue in the workspace's", async () => {
    const built = await build({
      fx_rate: [{ date: "2025-12-31", currency: "USD", base: "EUR", rate: "0.9" }],
      subscription: [
        { customer_id: "a", started: "2026-01-01", mrr: "100", currency: "EUR" },
        { customer_id: "a", started: "2026-01-01", mrr: "100", currency: "USD" },
        { customer_id: "b", started: "2026-01-01", mrr: "100", currency: "EUR" },
        { customer_id: "b", started: "2026-01-01", mrr: "100", currency: "JPY" },
      ],
    });
    expect(await built.rows("customer_life", life)).toEqual([
      "crm/main/a 2026-01-01 - 190 EUR",
      "crm/main/b 2026-01-01 - - EUR",
    ]);
  });

  test("without subscriptions last from first to last payment, once they have been silent for more than 92 days", async () => {
    const paid = (customer_id: string, date: string, amount = "10", kind = "payment"): FactRow => ({
      ...{ external_id: `${customer_id}${date}${kind}`, customer_id, date, amount, currency: "EUR", kind },
    });
    const built = await build({
      revenue: [
        paid("gone", "2026-01-01"),
        paid("gone", "2026-02-01"),
        paid("gone", "2026-03-31", "-10", "refund"),
        paid("here", "2026-01-15"),
        paid("edge", "2026-02-28"),
        paid("new", "2026-05-31"),
      ],
    });
    expect(await built.rows("customer_life", life)).toEqual([
      "crm/main/edge 2026-02-28 - - ",
      "crm/main/gone 2026-01-01 2026-03-04 - ",
      "crm/main/here 2026-01-15 2026-02-15 - ",
      "crm/main/new 2026-05-31 - - ",
    ]);
  });

  test("without either start with their first won deal", async () => {
    const won = (external_id: string, close_date: string, account_id: string): FactRow => ({
      ...{ external_id, status: "won", created_date: "2026-01-01", close_date, account_id, channel: external_id },
    });
    const built = await build({
      opportunity: [
        won("second", "2026-04-01", "A"),
        won("first", "2026-03-01", "A"),
        won("alone", "2026-05-01", ""),
        { external_id: "open", status: "open", created_date: "2026-01-01", account_id: "B" },
      ],
    });
    expect(await built.rows("customer_life", "customer_key started ended channel")).toEqual([
      "crm/main/A 2026-03-01 - first",
      "crm/main/alone 2026-05-01 - alone",
    ]);
  });
});

describe("exchange rates", () => {
  const rates = async (quotes: readonly string[], days: readonly string[], currency = "EUR") => {
    const built = await build(
      {
        fx_rate: quotes.map((quote, index) => {
          const [date, from, base, rate] = quote.split(" ");
          return { external_id: String(index), date, currency: from, base, rate };
        }),
      },
      { workspace: { currency } },
    );
    return built.rows(
      "fx_daily",
      "date currency rate known_on",
      `currency != '${currency}' AND date IN (${days.map((day) => `'${day}'`).join(", ")})`,
    );
  };

  test("hold from the day they are quoted until the next quote", async () => {
    expect(
      await rates(
        ["2026-01-10 USD EUR 0.9", "2026-01-20 USD EUR 0.92"],
        ["2026-01-09", "2026-01-10", "2026-01-19", "2026-01-20"],
      ),
    ).toEqual(["2026-01-10 USD 0.9 2026-01-10", "2026-01-19 USD 0.9 2026-01-10", "2026-01-20 USD 0.92 2026-01-20"]);
  });

  test("the last quote holds for 400 days more", async () => {
    expect(await rates(["2026-01-10 USD EUR 0.9"], ["2027-02-14", "2027-02-15"])).toEqual([
      "2027-02-14 USD 0.9 2026-01-10",
    ]);
  });

  test("are turned round where only the other way is quoted, and a direct quote comes first", async () => {
    expect(await rates(["2026-01-10 EUR USD 1.25"], ["2026-01-10"])).toEqual(["2026-01-10 USD 0.8 2026-01-10"]);
    expect(await rates(["2026-01-10 EUR USD 1.25", "2026-01-10 USD EUR 0.81"], ["2026-01-10"])).toEqual([
      "2026-01-10 USD 0.81 2026-01-10",
    ]);
  });

  test("go through the sheet's base where the workspace's currency is not it", async () => {
    expect(
      await rates(["2026-01-10 EUR CNY 8", "2026-01-12 EUR USD 1.25"], ["2026-01-11", "2026-01-12"], "CNY"),
    ).toEqual(["2026-01-11 EUR 8 2026-01-10", "2026-01-12 EUR 8 2026-01-10", "2026-01-12 USD 6.4 2026-01-10"]);
  });

  test("small rates keep ten places", async () => {
    expect(await rates(["2026-01-10 EUR VND 27000"], ["2026-01-10"])).toEqual([
      "2026-01-10 VND 0.000037037 2026-01-10",
    ]);
  });

  test("a later load corrects the quote of its day", async () => {
    const quote = (load: number, rate: string): FactRow => ({
      ...{ load, external_id: `q${load}`, date: "2026-01-10", currency: "USD", base: "EUR", rate },
    });
    const built = await build({ fx_rate: [quote(1, "0.9"), quote(2, "0.95")] });
    expect(await built.rows("fx_daily", "rate", "currency = 'USD' AND date = '2026-01-10'")).toEqual(["0.95"]);
  });

  test("the workspace's own currency is 1 on every day", async () => {
    const built = await build({ stage_entry: [] });
    expect(
      await built.rows(
        "fx_daily",
        "date currency rate",
        "date IN ('1970-01-01', '1997-05-05', '2026-12-31', '2099-12-31')",
      ),
    ).toEqual(["1970-01-01 EUR 1", "1997-05-05 EUR 1", "2026-12-31 EUR 1", "2099-12-31 EUR 1"]);
  });
});
