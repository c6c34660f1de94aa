import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadFiles } from "../../src/service/sources/load-files.ts";
import { type TestWorkspace, testWorkspace } from "../support/workspace.ts";
import { folderOf } from "./folders.ts";

describe("tables of a warehouse are joined before they are mapped", () => {
  let team: TestWorkspace;
  const folders: (() => void)[] = [];
  beforeEach(async () => {
    team = await testWorkspace();
  });
  afterEach(async () => {
    await team.close();
    for (const remove of folders.splice(0)) remove();
  });

  const load = async (
    preset: string,
    tables: Readonly<Record<string, string>>,
    settings: Record<string, string> = {},
  ) => {
    const { path, remove } = folderOf(tables);
    folders.push(remove);
    const { files } = await loadFiles(team.workspace, [path], { preset: `fivetran/${preset}`, settings });
    return files;
  };
  const select = <Row>(sql: string) => team.workspace.engine.query<Row>(sql);
  const total = async (period: string, ...kpis: string[]) =>
    Object.fromEntries((await team.ask({ kpis, period })).total.map(({ kpi, value }) => [kpi, value]));

  it("HubSpot: the history of the lifecycle stage becomes stage entries, of merged contacts one person's", async () => {
    const files = await load(
      "hubspot",
      {
        contact: `
          id | _fivetran_deleted | property_email | property_createdate  | property_hs_merged_object_ids | property_company
          1  | false             | a@a.example    | 2026-01-05 09:00:00  | 11;12                         | A
          2  | true              | b@b.example    | 2026-01-05 09:00:00  |                               | B`,
        contact_property_history: `
          contact_id | name           | value                  | timestamp
          1          | lifecyclestage | lead                   | 2026-01-05 09:00:00
          1          | lifecyclestage | marketingqualifiedlead | 2026-01-20 09:00:00
          11         | lifecyclestage | lead                   | 2026-01-06 09:00:00
          1          | lifecyclestage | evangelist             | 2026-02-20 09:00:00
          1          | jobtitle       | CMO                    | 2026-01-05 09:00:00`,
      },
      { currency: "EUR" },
    );
    expect(files.map(({ file, rows_loaded, rows_skipped }) => [file, rows_loaded, rows_skipped])).toEqual([
      ["contacts.csv", 2, 0],
      ["merged_contacts.csv", 2, 0],
      ["stage_history.csv", 3, 1],
    ]);
    expect(await total("2026-01", "leads", "mqls")).toEqual({ leads: 1, mqls: 1 });
  });

  it("HubSpot: without the history the dates of the stages tell", async () => {
    await load("hubspot", {
      contact: `
        id | property_email | property_createdate | property_hs_lifecyclestage_lead_date | property_hs_lifecyclestage_marketingqualifiedlead_date
        1  | a@a.example    | 2026-01-05 09:00:00 | 2026-01-05 09:00:00                  | 2026-01-20 09:00:00
        2  | b@b.example    | 2026-01-07 09:00:00 | 2026-01-07 09:00:00                  |`,
    });
    expect(await total("2026-01", "leads", "mqls")).toEqual({ leads: 2, mqls: 1 });
  });

  it("HubSpot: merged and deleted deals do not count, closed is not won, contacts stand with their deal", async () => {
    await load(
      "hubspot",
      {
        deal: `
          deal_id | is_deleted | deal_pipeline_id | deal_pipeline_stage_id | property_dealname | property_amount | property_createdate | property_closedate
          1       | false      | p                | won                    | One               | 100             | 2026-01-05 09:00:00 | 2026-02-05 09:00:00
          2       | false      | p                | lost                   | Two               | 200             | 2026-01-05 09:00:00 | 2026-02-05 09:00:00
          3       | false      | p                | talk                   | Three             | 400             | 2026-01-05 09:00:00 |
          4       | true       | p                | won                    | Four              | 800             | 2026-01-05 09:00:00 | 2026-02-05 09:00:00
          5       | false      | p                | won                    | Five              | 1600            | 2026-01-05 09:00:00 | 2026-02-05 09:00:00`,
        deal_pipeline_stage: `
          stage_id | pipeline_id | label       | closed_won | probability
          won      | p           | Closed won  | true       | 1.0
          lost     | p           | Closed lost | true       | 0.0
          talk     | p           | Talking     | false      | 0.4`,
        merged_deal: `
          deal_id | merged_deal_id
          1       | 5`,
        deal_contact: `
          deal_id | contact_id
          1       | 7
          1       | 8
          1       | 7`,
      },
      { currency: "EUR" },
    );
    expect(
      await select(
        "SELECT external_id, status, stage, toString(amount) AS amount, person_ids FROM opportunity ORDER BY external_id",
      ),
    ).toEqual([
      { external_id: "1", status: "won", stage: "Closed won", amount: "100", person_ids: ["7", "8"] },
      { external_id: "2", status: "lost", stage: "Closed lost", amount: "200", person_ids: [] },
      { external_id: "3", status: "open", stage: "Talking", amount: "400", person_ids: [] },
    ]);
    expect(await total("2026-02", "win_rate")).toEqual({ win_rate: 0.5 });
  });

  it("Stripe: currencies without a small unit are not divided, those with thousandths by a thousand", async () => {
    await load("stripe", {
      charge: `
        id | amount | currency | created             | status    | captured | livemode
        a  | 12345  | eur      | 2026-01-05 09:00:00 | succeeded | true     | true
        b  | 12345  | jpy      | 2026-01-05 09:00:00 | succeeded | true     | true
        c  | 12345  | kwd      | 2026-01-05 09:00:00 | succeeded | true     | true
        d  | 99999  | eur      | 2026-01-05 09:00:00 | succeeded | true     | false`,
    });
    expect(await select("SELECT external_id, toString(amount) AS amount FROM revenue ORDER BY external_id")).toEqual([
      { external_id: "a", amount: "123.45" },
      { external_id: "b", amount: "12345" },
      { external_id: "c", amount: "12.345" },
    ]);
  });

  it("Google Ads: a campaign goes by its newest name, and its versions do not multiply its cost", async () => {
    await load("google_ads", {
      "google_ads.campaign_stats": `
        id | customer_id | date       | cost_micros | clicks | impressions
        9  | 1           | 2026-01-05 | 1500000     | 3      | 30`,
      "google_ads.campaign_history": `
        id | name | updated_at
        9  | Old  | 2026-01-01 09:00:00
        9  | New  | 2026-01-10 9:00:00
        9  | Mid  | 2026-01-09 10:00:00`,
      "google_ads.account_history": `
        id | currency_code | updated_at          | test_account
        1  | EUR           | 2026-01-01 09:00:00 | false`,
    });
    expect(await select("SELECT campaign, toString(cost) AS cost, currency FROM ad_daily")).toEqual([
      { campaign: "New", cost: "1.5", currency: "EUR" },
    ]);
  });

  it("Salesforce: a merged lead is its master, a converted one its contact; stages at their first entry", async () => {
    await load(
      "salesforce",
      {
        lead: `
          id | is_deleted | master_record_id | email       | status    | created_date        | converted_date      | converted_contact_id | utm_source_c | utm_medium_c
          L1 | false      |                  | a@a.example | Converted | 2026-01-05 09:00:00 | 2026-01-20 00:00:00 | C1                   | google       | cpc
          L2 | true       | L1               | a@a.example | New       | 2026-01-04 09:00:00 |                     |                      |              |
          L3 | true       |                  | b@b.example | New       | 2026-01-04 09:00:00 |                     |                      |              |`,
        opportunity_history: `
          id | is_deleted | stage_name | _fivetran_start     | amount
          O1 | false      | Demo       | 2026-01-10 09:00:00 | 5
          O1 | false      | Demo       | 2026-01-12 09:00:00 | 6
          O1 | false      | Offer      | 2026-01-15 09:00:00 | 6`,
      },
      { currency: "EUR" },
    );
    expect(await total("2026-01", "leads", "sqls")).toEqual({ leads: 1, sqls: 1 });
    expect(await select("SELECT stage, date FROM opportunity_stage ORDER BY date")).toEqual([
      { stage: "Demo", date: "2026-01-10" },
      { stage: "Offer", date: "2026-01-15" },
    ]);
  });

  it("Marketing Cloud: a triggered message is a mailing of its own, counted from its events", async () => {
    await load("salesforce_marketing_cloud", {
      subscriber: `
        id | subscriber_key | email_address
        11 | k1             | a@a.example
        12 | k2             | b@b.example`,
      triggered_send: `
        id  | name
        t-1 | Welcome`,
      event: `
        id | event_type | event_date          | send_id | triggered_send_id | subscriber_key | bounce_category
        e1 | Sent       | 2026-01-05T09:00:00 | 0       | t-1               | k1             |
        e2 | Sent       | 2026-01-05T09:00:00 | 0       | t-1               | k2             |
        e3 | Bounce     | 2026-01-05T09:00:10 | 0       | t-1               | k2             | Hard bounce
        e4 | Survey     | 2026-01-06T09:00:00 | 0       | t-1               | k1             |`,
    });
    expect(await select("SELECT event_type, campaign, program_type FROM email_event ORDER BY external_id")).toEqual(
      ["sent", "sent", "hard_bounce"].map((type) => ({
        event_type: type,
        campaign: "Welcome",
        program_type: "nurture",
      })),
    );
    expect(await total("2026-01", "delivery_rate")).toEqual({ delivery_rate: 0.5 });
  });

  it("GA4: what a session's events brought and took is its sum", async () => {
    await load("ga4_export", {
      event: `
        user_pseudo_id | param_ga_session_id | name      | date       | param_engagement_time_msec | ecommerce_purchase_revenue_in_usd | param_session_engaged
        v1             | s1                  | page_view | 2026-01-05 | 1500                       | | 1
        v1             | s1                  | purchase  | 2026-01-05 | 500                        | 20.5 | 1
        v1             | s1                  | purchase  | 2026-01-05 |                            | 20.5 | 1
        v2             | s2                  | page_view | 2026-01-05 |                            | | 1`,
    });
    expect(
      await select(
        "SELECT toString(engaged_seconds) AS seconds, toString(revenue) AS revenue, currency FROM web_session ORDER BY visitor_id",
      ),
    ).toEqual([
      { seconds: "2", revenue: "41", currency: "USD" },
      { seconds: null, revenue: null, currency: "" },
    ]);
  });

  it("a table that lacks the column it is joined by is named, and nothing is loaded or left behind", async () => {
    const files = await load("google_ads", {
      campaign_stats: "id | customer_id | date | cost_micros\n9 | 1 | 2026-01-05 | 1",
      campaign_history: "campaign | name\n9 | New",
    });
    expect(files).toMatchObject([{ status: "failed", error: { code: "warehouse.no_column" } }]);
    const tables = await select<{ name: string }>(
      "SELECT name FROM system.tables WHERE startsWith(name, 'load_lookup_')",
    );
    expect(tables).toEqual([]);
    expect(readdirSync(join(team.workspace.dataDir, "tables"))).toEqual([]);
  });

  it("Parquet tables are read as CSV ones are", async () => {
    const { path, remove } = folderOf({});
    folders.push(remove);
    await team.workspace.engine.command(
      `INSERT INTO FUNCTION file('${join(path, "campaign_stats.parquet")}', 'Parquet')
       SELECT '9' AS id, '1' AS customer_id, toDate('2026-01-05') AS date, 2500000 AS cost_micros, 4 AS clicks`,
    );
    const { files } = await loadFiles(team.workspace, [path], {
      preset: "fivetran/google_ads",
      settings: { currency: "EUR" },
    });
    expect(files).toMatchObject([{ status: "committed", rows_loaded: 1 }]);
    expect(await select("SELECT toString(cost) AS cost, date FROM ad_daily")).toEqual([
      { cost: "2.5", date: "2026-01-05" },
    ]);
  });
});
