import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadFiles } from "../../src/service/sources/load-files.ts";
import { shared, sharedDir, sharedNote } from "../support/shared-data.ts";
import { type TestWorkspace, testWorkspace, valuesBy } from "../support/workspace.ts";

const folder = (name: string): string => shared("data/warehouse-shapes", name);

describe.skipIf(!sharedDir)(`tables as a warehouse loader lands them${sharedNote}`, () => {
  let team: TestWorkspace;
  beforeEach(async () => {
    team = await testWorkspace(`${import.meta.dirname}/warehouse-shapes`);
  });
  afterEach(() => team.close());

  /** Loads a folder; rows read by layout, all of them loaded unless said otherwise. */
  const load = async (preset: string, from: string, settings: Record<string, string> = {}) => {
    const { files } = await loadFiles(team.workspace, [folder(from)], { preset: `fivetran/${preset}`, settings });
    expect(files.map(({ error }) => error?.message)).toEqual(files.map(() => undefined));
    return Object.fromEntries(
      files.map(({ file, rows_loaded, rows_quarantined, rows_skipped }) => [
        file.replace(".csv", ""),
        [rows_loaded, rows_quarantined, rows_skipped],
      ]),
    );
  };
  const select = <Row>(sql: string) => team.workspace.engine.query<Row>(sql);
  const total = async (period: string, ...kpis: string[]) => {
    const answer = await team.ask({ kpis, period });
    return Object.fromEntries(answer.total.map(({ kpi, value }) => [kpi, value]));
  };

  describe("ads: the totals of each platform are those computed apart", () => {
    const expected = (): Record<string, Record<string, number>> =>
      JSON.parse(readFileSync(shared("data/warehouse-shapes/_ad_reporting/EXPECTED_computed.json"), "utf8"));
    const kpis = ["ad_spend", "clicks", "impressions"] as const;
    const conversions = async () => {
      const [row] = await select<{ n: string; value: string }>(
        "SELECT toString(sum(conversions)) AS n, toString(sum(conversion_value)) AS value FROM ad_daily",
      );
      return [Number(row?.n), Number(row?.value)];
    };

    it("Google Ads: micros, and the newest version of each campaign's name", async () => {
      expect(await load("google_ads", "_ad_reporting")).toEqual({ campaign_days: [16, 0, 0] });
      const truth = expected().google_ads_campaign;
      expect(await total("2021", ...kpis)).toEqual({
        ad_spend: truth?.spend,
        clicks: truth?.clicks,
        impressions: truth?.impressions,
      });
      expect(await conversions()).toEqual([truth?.conversions, truth?.conversions_value]);
      const answer = await team.ask({ kpis: ["clicks"], period: "2021", by: ["campaign"] });
      expect(valuesBy(answer, "clicks", "campaign")).toEqual({ "Zj9yTjsXtiWREoWWkz3kww==": 280 });
      expect((await team.ask({ kpis: ["clicks"], period: "2021", by: ["channel"] })).rows).toMatchObject([
        { by: { channel: "Paid Search" }, value: 280 },
      ]);
    });

    it("Google Ads from its own folder gives the same", async () => {
      await load("google_ads", "google_ads");
      expect(await total("2021", ...kpis)).toEqual({ ad_spend: 231.33, clicks: 280, impressions: 1854 });
    });

    it("Microsoft Ads: accounts where there is no report of campaigns; qualified conversions", async () => {
      expect(await load("microsoft_ads", "_ad_reporting")).toEqual({ days: [10, 0, 0] });
      const truth = expected().microsoft_ads_account;
      expect(await total("2018-01-01..2019-12-31", ...kpis)).toEqual({
        ad_spend: truth?.spend,
        clicks: truth?.clicks,
        impressions: truth?.impressions,
      });
      expect(await conversions()).toEqual([truth?.conversions_qualified, truth?.revenue]);
    });

    it("Microsoft Ads: campaigns where there are, not accounts on top", async () => {
      expect(await load("microsoft_ads", "microsoft_ads")).toEqual({ days: [2630, 0, 0] });
      // Sums of the campaign report's own columns.
      expect(await total("2018-01-01..2021-12-31", ...kpis)).toEqual({
        ad_spend: 946.34,
        clicks: 592,
        impressions: 7569,
      });
      expect(await conversions()).toEqual([1, 0.01]);
    });

    it("LinkedIn: campaign groups are campaigns, campaigns ad groups by their newest name", async () => {
      for (const from of ["_ad_reporting", "linkedin"]) {
        expect(await load("linkedin", from)).toEqual({ campaign_days: [20, 0, 0] });
        const truth = expected().linkedin_by_campaign;
        expect(await total("2020-01-01..2021-12-31", ...kpis)).toEqual({
          ad_spend: truth?.cost_in_local_currency,
          clicks: truth?.clicks,
          impressions: truth?.impressions,
        });
      }
      const named = await select<{ ad_group_id: string; ad_group: string; campaign_id: string }>(
        "SELECT DISTINCT ad_group_id, ad_group, campaign_id FROM ad_daily ORDER BY ad_group_id",
      );
      expect(named).toEqual([
        { ad_group_id: "148633856", ad_group: "+A+12nfTw2I6vA3PNV0GDw==", campaign_id: "600268686" },
        { ad_group_id: "165867684", ad_group: "XjFwQcqOj/a3ca8uS3EUzA==", campaign_id: "600268686" },
        { ad_group_id: "167276694", ad_group: "+A+12nfTw2I6vA3PNV0GDw==", campaign_id: "600268686" },
        { ad_group_id: "174096954", ad_group: "+A+12nfTw2I6vA3PNV0GDw==", campaign_id: "600268686" },
      ]);
    });

    it("Meta: actions stand beside the ads' days, and leads count once", async () => {
      for (const from of ["_ad_reporting", "facebook_ads"]) {
        // Ten days of ads, and eight of ten actions: the two of the type "lead" hold the pixel's again.
        expect(await load("facebook_ads", from, { currency: "USD" })).toEqual({ ad_days: [18, 0, 0] });
        const truth = expected().facebook_basic_ad;
        expect(await total("2020-01-01..2022-12-31", ...kpis)).toEqual({
          ad_spend: truth?.spend,
          clicks: truth?.inline_link_clicks,
          impressions: truth?.impressions,
        });
      }
      const [row] = await select<{ n: string }>(
        "SELECT toString(sum(conversions)) AS n FROM ad_daily WHERE load_no = 1",
      );
      expect(Number(row?.n)).toBe(expected().facebook_conversions_default_types);
    });

    it("Meta's tables do not say the currency, so it is asked", async () => {
      const { files } = await loadFiles(team.workspace, [folder("facebook_ads")], {
        preset: "fivetran/facebook_ads",
        settings: {},
      });
      expect(files).toMatchObject([{ status: "failed", error: { code: "load.setting_missing" } }]);
    });

    it("TikTok: hours in UTC; an account whose currency has no rate is left out of converted sums", async () => {
      for (const from of ["_ad_reporting", "tiktok_ads"]) {
        expect(await load("tiktok_ads", from, { currency: "USD" })).toEqual({ campaign_days: [4, 0, 0] });
        const truth = expected().tiktok_campaign_hourly;
        const loadNo = from === "_ad_reporting" ? 1 : 2;
        const [row] = await select<Record<string, string>>(
          `SELECT toString(sum(cost)) AS cost, toString(sum(conversions)) AS conversions FROM ad_daily WHERE load_no = ${loadNo}`,
        );
        expect([Number(row?.cost), Number(row?.conversions)]).toEqual([truth?.spend, truth?.conversion]);
        // The table calls one account's currency "CAN"; it spent 0.22.
        expect(await total("2021", ...kpis)).toEqual({
          ad_spend: 444.572,
          clicks: truth?.clicks,
          impressions: truth?.impressions,
        });
      }
    });

    it("the same folder again is no change", async () => {
      await load("google_ads", "google_ads");
      const { files } = await loadFiles(team.workspace, [folder("google_ads")], {
        preset: "fivetran/google_ads",
        settings: {},
      });
      expect(files).toMatchObject([{ status: "unchanged" }]);
    });
  });

  describe("customer systems: facts as the tables have them", () => {
    const mails = () =>
      select<Record<string, unknown>>(
        `SELECT send_id, toString(sent) AS sent, toString(delivered) AS delivered, toString(unique_opens) AS opens,
           toString(unique_clicks) AS clicks, toString(unsubscribes) AS unsubscribes
         FROM email_send WHERE build_no = (SELECT argMax(build_no, seq) FROM ledger) ORDER BY send_id`,
      );
    const count = async (table: string, condition = "1") =>
      Number((await select<{ n: string }>(`SELECT count() AS n FROM ${table} WHERE ${condition}`))[0]?.n);

    it("HubSpot: merged contacts are one person, deals, their stages, mail events and forms", async () => {
      expect(await load("hubspot", "hubspot", { currency: "USD" })).toEqual({
        contacts: [22, 0, 0],
        merged_contacts: [3, 0, 0],
        merge_audit: [4, 0, 0],
        deals: [44, 0, 0],
        deal_stages: [14, 0, 0],
        // PROCESSED counts for nothing.
        email_events: [97, 0, 3],
        form_submissions: [5, 0, 0],
      });
      expect(await total("2019-01-01..2021-12-31", "opportunities")).toEqual({ opportunities: 44 });
      expect(
        await select(
          "SELECT external_id, person_id FROM person_identity WHERE person_id = '78971951' ORDER BY external_id",
        ),
      ).toEqual(["46897301", "76226001", "76340251"].map((external_id) => ({ external_id, person_id: "78971951" })));
      // Recipients, each once: 18 and 1 opened; the second mailing went to one person in four attempts.
      expect(await mails()).toMatchObject([
        { send_id: "2", sent: "1", delivered: "1", opens: "1" },
        { send_id: "86863875", opens: "18" },
      ]);
      const [hashed] = await select<{ n: string }>(
        "SELECT count() AS n FROM raw_row WHERE arrayExists(cell -> position(cell, 'fcb67ef339b691956cc85fa12be6490c') > 0, cells)",
      );
      expect(hashed?.n).toBe("0");
    });

    it("Salesforce: deleted records do not count, a converted lead is its contact", async () => {
      expect(await load("salesforce", "salesforce", { currency: "USD" })).toEqual({
        accounts: [10, 0, 0],
        leads: [1, 0, 0],
        contacts: [4, 0, 0],
        opportunities: [10, 0, 0],
        stages: [0, 0, 10],
      });
      expect(await select("SELECT external_id, person_id FROM person_identity")).toEqual([
        { external_id: "00Q1G00000nDnM5UAK", person_id: "0031G00001QtDPlQAN" },
      ]);
      expect(await total("2019-11", "leads", "sqls")).toEqual({ leads: 1, sqls: 1 });
      expect((await total("2018", "opportunities")).opportunities).not.toBe(10);
    });

    it("Stripe: minor units, failed payments left out, refunds negative, items of live subscriptions", async () => {
      expect(await load("stripe", "stripe")).toEqual({
        payments: [0, 0, 16],
        refunds: [4, 0, 0],
        // Thirteen of fourteen items belong to subscriptions that are not in the tables or are an old version.
        subscriptions: [1, 0, 13],
      });
      // 6,750.00 + 136.50 + 15,412.21 + 1,615.50
      expect(await select("SELECT toString(sum(amount)) AS amount, any(currency) AS currency FROM revenue")).toEqual([
        { amount: "-23914.21", currency: "USD" },
      ]);
      // One a month of the plan zb1 at 150,000 cents.
      expect(await select("SELECT external_id, toString(mrr) AS mrr, customer_id FROM subscription")).toEqual([
        { external_id: "bea81c1795a612d8fc3a232b15646701", mrr: "1500", customer_id: "sdf6547" },
      ]);
    });

    it("Klaviyo: mails that were received, and persons", async () => {
      expect(await load("klaviyo", "klaviyo")).toEqual({ persons: [2, 0, 0], email_events: [2, 0, 2] });
      expect(await mails()).toMatchObject([
        { send_id: "LyZ7re", delivered: "1" },
        { send_id: "ZZ7re", delivered: "1" },
      ]);
    });

    it("Mailchimp: campaigns and automations, delivered is what did not bounce", async () => {
      expect(await load("mailchimp", "mailchimp")).toEqual({
        members: [9, 0, 0],
        // 10 + 17 of the campaign, 3 + 8 of automations, one unsubscription.
        email_events: [39, 0, 0],
        email_delivered: [13, 0, 0],
      });
      expect(await mails()).toEqual([
        { send_id: "123", sent: "1", delivered: "1", opens: "0", clicks: "1", unsubscribes: "0" },
        { send_id: "b63e7b8aff", sent: "2", delivered: "2", opens: "2", clicks: "2", unsubscribes: "1" },
        { send_id: "c2b4c1c0d9", sent: "10", delivered: "10", opens: "7", clicks: "2", unsubscribes: "0" },
      ]);
      expect((await total("2019-11", "unique_open_rate")).unique_open_rate).toBeCloseTo(0.7, 10);
    });

    it("Marketo: each kind of mail event, merges, and stages only from the field that holds them", async () => {
      const loaded = await load("marketo", "marketo");
      expect(loaded).toMatchObject({
        leads: [100, 0, 0],
        mails_sent: [100, 0, 0],
        mails_delivered: [100, 0, 0],
        mails_opened: [100, 0, 0],
        mails_clicked: [100, 0, 0],
        mails_bounced: [100, 0, 0],
        mails_unsubscribed: [100, 0, 0],
        changes: [0, 0, 100],
      });
      expect(await count("person_identity", "person_id = '1345540' AND external_id = '1286861'")).toBe(1);
      // The bounces' category 2 is a hard one; 18 of 100.
      expect(await count("email_event", "event_type = 'hard_bounce'")).toBe(18);
      expect(await count("email_event", "event_type = 'soft_bounce'")).toBe(82);
    });

    it("Pardot: prospects that are not deleted; the CRM's opportunities only when they are asked for", async () => {
      expect(await load("pardot", "pardot")).toEqual({
        prospects: [100, 0, 0],
        opportunities: [0, 0, 100],
        activities: [48, 0, 52],
      });
      expect(await count("opportunity")).toBe(0);
      const asked = await load("pardot", "pardot", { opportunities: "yes", currency: "USD" });
      expect(asked.opportunities).toEqual([100, 0, 0]);
      const [won] = await select<{ n: string; amount: string }>(
        "SELECT toString(count()) AS n, toString(sum(amount)) AS amount FROM opportunity WHERE status = 'won'",
      );
      expect(won).toEqual({ n: "99", amount: "1854698.2" });
    });

    it("Marketing Cloud: mailings by their totals, subscribers", async () => {
      expect(await load("salesforce_marketing_cloud", "salesforce_marketing_cloud")).toEqual({
        sends: [5, 0, 0],
        subscribers: [5, 0, 0],
        events: [5, 0, 0],
      });
      // Of two mailings only single events are in the tables.
      expect((await mails()).map((mail) => mail.sent).toSorted()).toEqual(["0", "0", "0", "0", "0", "2", "3"]);
    });

    it("GA4: five events are five sessions of four visitors; a click id without a source is Google's ads", async () => {
      expect(await load("ga4_export", "ga4_export")).toEqual({ sessions: [5, 0, 0] });
      expect(await total("2024-09", "sessions", "users")).toEqual({ sessions: 5, users: 4 });
      expect(
        await select("SELECT visitor_id, source, medium, ordered FROM web_session ORDER BY visitor_id, started_at"),
      ).toMatchObject([
        { visitor_id: "pseudo_123", source: "google", medium: "cpc" },
        { visitor_id: "pseudo_123", source: "source1", medium: "organic" },
        { visitor_id: "pseudo_124", source: "google", medium: "cpc" },
        { visitor_id: "pseudo_456", source: "source1", medium: "paid_search" },
        { visitor_id: "pseudo_789", source: "source2", medium: "social" },
      ]);
    });
  });

  describe("what cannot be read is said", () => {
    it("a folder without a preset, with one that is not there, and with none of its tables", async () => {
      const codes = async (from: string, preset?: string) => {
        const { files } = await loadFiles(team.workspace, [folder(from)], { settings: {}, ...(preset && { preset }) });
        return files.map(({ error }) => error?.code);
      };
      expect(await codes("google_ads")).toEqual(["file.folder"]);
      expect(await codes("google_ads", "fivetran/nothing")).toEqual(["file.no_preset"]);
      expect(await codes("hubspot", "fivetran/google_ads")).toEqual(["warehouse.no_table"]);
      expect(await codes("google_ads", "google_ads")).toEqual(["warehouse.no_tables_file"]);
    });
  });
});
