import { readFileSync } from "node:fs";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { FactId } from "../../src/model/facts.ts";
import { shared, sharedDir, sharedNote } from "../support/shared-data.ts";
import { type TestWorkspace, testWorkspace } from "../support/workspace.ts";

type Expected = Readonly<Record<string, unknown>>;

const expected: Readonly<Record<string, Expected>> = sharedDir
  ? JSON.parse(readFileSync(shared("data/layouts/EXPECTED.json"), "utf8"))
  : {};

/** What a file says of itself, and the fact columns whose sums it must give. */
interface Case {
  readonly file: string;
  readonly fact: FactId;
  readonly sums: Readonly<Record<string, string>>;
  readonly set?: Readonly<Record<string, string>>;
}

const ads = { spend: "cost", impressions: "impressions", clicks: "clicks", conversions: "conversions" };

const cases: readonly Case[] = [
  { file: "google_ads/campaign_report_en_utf16le.csv", fact: "ad_daily", sums: ads },
  {
    file: "google_ads/campaign_report_en_utf8.csv",
    fact: "ad_daily",
    sums: { ...ads, conversions_value: "conversion_value" },
  },
  { file: "google_ads/adgroup_report_de_utf16le.csv", fact: "ad_period", sums: ads },
  { file: "linkedin/campaign_performance_en_utf16le.csv", fact: "ad_daily", sums: { ...ads, leads: "platform_leads" } },
  {
    file: "linkedin/adset_de_utf16le.csv",
    fact: "ad_daily",
    sums: { spend: "cost", impressions: "impressions", clicks: "clicks", leads: "platform_leads" },
    set: { currency: "EUR" },
  },
  {
    file: "meta/ads_by_day_en_utf8bom.csv",
    fact: "ad_daily",
    sums: { spend: "cost", impressions: "impressions", link_clicks: "clicks" },
  },
  {
    file: "microsoft_ads/api_report.csv",
    fact: "ad_daily",
    sums: { spend: "cost", impressions: "impressions", clicks: "clicks" },
  },
  {
    file: "microsoft_ads/ui_keywords_utf16le.csv",
    fact: "ad_period",
    sums: { spend: "cost", conversions: "conversions" },
    set: { currency: "CNY" },
  },
  { file: "baidu/creative_report_gb18030.csv", fact: "ad_daily", sums: ads },
  {
    file: "mailchimp/campaigns_aggregate_report.csv",
    fact: "email_campaign",
    sums: { delivered: "delivered", unique_opens: "unique_opens", unique_clicks: "unique_clicks" },
  },
  {
    file: "mailchimp/campaign_single_report.csv",
    fact: "email_campaign",
    sums: { delivered: "delivered", bounces: "bounces", unique_opens: "unique_opens", unique_clicks: "unique_clicks" },
  },
  {
    file: "klaviyo/campaigns_export.csv",
    fact: "email_campaign",
    sums: { delivered: "delivered", unique_opens: "unique_opens", unique_clicks: "unique_clicks" },
  },
  {
    file: "ga4/traffic_acquisition_snapshot.csv",
    fact: "web_period",
    sums: { sessions: "sessions", key_events: "macro_conversions" },
  },
  {
    file: "ga4/exploration_freeform_daily.csv",
    fact: "web_daily",
    sums: { sessions: "sessions", sum_of_daily_users: "users" },
  },
];

describe.skipIf(!sharedDir)(`every layout gives what a correct reader gets out of it${sharedNote}`, () => {
  const whole = <Loaded extends Awaited<ReturnType<TestWorkspace["load"]>>>(loaded: Loaded): Loaded => {
    expect(loaded.error?.message).toBeUndefined();
    expect(loaded.rows_read).toBe(loaded.rows_loaded + loaded.rows_quarantined + loaded.rows_skipped);
    return loaded;
  };
  let team: TestWorkspace | undefined;
  afterEach(async () => {
    await team?.close();
    team = undefined;
  });

  const load = async (file: string, set: Readonly<Record<string, string>> = {}) => {
    team = await testWorkspace();
    return whole(await team.load(shared("data/layouts", file), { ...set }));
  };
  const query = <Row>(sql: string) => {
    if (!team) throw new Error("nothing is loaded");
    return team.workspace.engine.query<Row>(sql);
  };

  describe("in its facts", () => {
    let facts: TestWorkspace;
    beforeAll(async () => {
      facts = await testWorkspace();
    });
    afterAll(() => facts.close());

    it.each(cases)("$file", async ({ file, fact, sums, set }) => {
      const truth = expected[file] ?? {};
      const loaded = whole(await facts.loadFacts(shared("data/layouts", file), { ...set }));
      expect(loaded).toMatchObject({ status: "committed", rows_quarantined: 0 });
      expect(loaded.encoding).toBe(truth.encoding);
      if (truth.header_line !== undefined) expect(loaded.header_line).toBe(truth.header_line);
      if (truth.delimiter !== undefined)
        expect(loaded.delimiter).toBe(truth.delimiter === "tab" ? "\t" : truth.delimiter);
      if (truth.data_rows !== undefined) expect(loaded.rows_loaded).toBe(truth.data_rows);
      if (truth.total_rows !== undefined) expect(loaded.rows_skipped).toBe(truth.total_rows);
      if (truth.date_from !== undefined) expect(loaded.period).toEqual({ from: truth.date_from, to: truth.date_to });
      const columns = Object.values(sums).map((column) => `toFloat64(sum(${column})) AS ${column}`);
      const loadNo = Number(loaded.load_id?.split("-").at(-1));
      const [found] = await facts.workspace.engine.query<Record<string, number>>(
        `SELECT ${columns.join(", ")} FROM ${fact} WHERE load_no = ${loadNo}`,
      );
      for (const [name, column] of Object.entries(sums)) expect([name, found?.[column]]).toEqual([name, truth[name]]);
      for (const [column, total] of Object.entries(loaded.totals_checked))
        expect([column, total.equal]).toEqual([column, true]);
    });
  });

  it("ga4/generate_leads_multi_section.csv: three tables of one file", async () => {
    const loaded = await load("ga4/generate_leads_multi_section.csv");
    expect(loaded.status).toBe("committed");
    const [sources] = await query<{ sessions: string }>("SELECT sum(sessions) AS sessions FROM web_period");
    expect(Number(sources?.sessions)).toBe(112);
  });

  it("hubspot/contacts_export_utf8.csv: merged ids, skipped and reversed stages, one account", async () => {
    const loaded = await load("hubspot/contacts_export_utf8.csv");
    expect(loaded).toMatchObject({ status: "committed", rows_loaded: 4, rows_quarantined: 0 });
    const aliases = await query<{ external_id: string }>(
      "SELECT external_id FROM person_identity WHERE person_id = '101' ORDER BY external_id",
    );
    expect(aliases.map((row) => row.external_id)).toEqual(expect.arrayContaining(["88", "91"]));
    const stages = await query<{ person: string; stages: string[] }>(
      "SELECT person_key AS person, groupArray(concat(stage, ' ', toString(date), if(inferred, ' inferred', ''))) AS stages FROM (SELECT * FROM funnel_entry ORDER BY person_key, indexOf(['lead', 'mql', 'sql', 'opportunity', 'won'], stage)) GROUP BY person ORDER BY length(stages) DESC",
    );
    expect(stages[0]?.stages).toEqual([
      "lead 2026-01-05",
      "mql 2026-01-20",
      "sql 2026-02-01",
      "opportunity 2026-02-10",
      "won 2026-05-02",
    ]);
    const reversed = stages.find((one) => one.stages.some((stage) => stage.startsWith("sql 2026-02-20")));
    expect(reversed?.stages[0]).toContain("inferred");
    const domains = await query<{ n: string }>(
      "SELECT count() AS n FROM person WHERE mail_domain = 'acme-gmbh.example'",
    );
    expect(Number(domains[0]?.n)).toBe(2);
  });

  it("salesforce/opportunity_history_report.csv: stage changes only, ids that differ by case", async () => {
    const truth = expected["salesforce/opportunity_history_report.csv"] ?? {};
    const loaded = await load("salesforce/opportunity_history_report.csv");
    expect(loaded.rows_read).toBe(truth.data_rows);
    const [found] = await query<{ changes: string; deals: string }>(
      "SELECT count() AS changes, uniqExact(opportunity_id) AS deals FROM opportunity_stage",
    );
    expect([Number(found?.changes), Number(found?.deals)]).toEqual([truth.stage_change_rows, truth.opportunities]);
  });

  it("salesforce/leads_report.csv: the same address twice is one person", async () => {
    const loaded = await load("salesforce/leads_report.csv");
    expect(loaded.rows_loaded).toBe(2);
    const [found] = await query<{ persons: string }>("SELECT uniqExact(email_hash) AS persons FROM person");
    expect(Number(found?.persons)).toBe(1);
  });

  it("stripe/payments_export.csv: paid and refunded count, failed does not", async () => {
    await load("stripe/payments_export.csv");
    const rows = await query<{ amount: string; currency: string; kind: string }>(
      "SELECT toString(sum(amount)) AS amount, currency, kind FROM revenue WHERE kind = 'payment' GROUP BY currency, kind ORDER BY currency",
    );
    expect(rows.map((row) => [row.currency, Number(row.amount)])).toContainEqual(["EUR", 12000]);
    expect(JSON.stringify(rows)).not.toContain("500");
  });

  it("quickbooks/general_ledger.csv: the account is a row of its own, credits are negative", async () => {
    const truth = expected["quickbooks/general_ledger.csv"] ?? {};
    const loaded = await load("quickbooks/general_ledger.csv", { currency: "USD" });
    expect(loaded.header_line).toBe(truth.header_line);
    expect(loaded.rows_loaded).toBe(truth.data_rows);
    const rows = await query<{ account: string; amount: number }>(
      "SELECT gl_account AS account, toFloat64(sum(amount)) AS amount FROM cost GROUP BY account ORDER BY account",
    );
    expect(Object.fromEntries(rows.map((row) => [row.account, row.amount]))).toEqual(truth.cost_by_account);
  });

  it("zoom/attendee_report.csv: joins of one address are put together, hosts and panelists are no attendees", async () => {
    const truth = expected["zoom/attendee_report.csv"] ?? {};
    const loaded = await load("zoom/attendee_report.csv");
    expect(loaded.encoding).toBe(truth.encoding);
    const [found] = await query<{ registrants: string; attendees: string; minutes: number[] }>(
      "SELECT countIf(registered = 1) AS registrants, countIf(attended = 1) AS attendees, arraySort(groupArrayIf(toFloat64(live_minutes), attended = 1)) AS minutes FROM participation_entry WHERE excluded = ''",
    );
    expect([Number(found?.registrants), Number(found?.attendees)]).toEqual([truth.registrants, truth.attendees]);
    expect(found?.minutes).toEqual(Object.values(truth.minutes as Record<string, number>).toSorted((a, b) => a - b));
  });

  it("content_syndication/vendor_leads.csv: only accepted leads are leads and cost money", async () => {
    const truth = expected["content_syndication/vendor_leads.csv"] ?? {};
    const loaded = await load("content_syndication/vendor_leads.csv", { currency: "USD" });
    expect(loaded.rows_loaded).toBe(truth.data_rows);
    const [found] = await query<Record<string, number>>(
      `SELECT toInt32(countIf(status = 'accepted')) AS accepted, toInt32(countIf(status = 'rejected')) AS rejected, toInt32(countIf(status = 'duplicate')) AS duplicate,
         toFloat64(sum(price)) AS billable_cost FROM vendor_lead_entry`,
    );
    for (const [name, value] of Object.entries(found ?? {})) expect([name, value]).toEqual([name, truth[name]]);
    const [leads] = await query<{ n: string }>("SELECT count() AS n FROM funnel_entry WHERE stage = 'lead'");
    expect(Number(leads?.n)).toBe(truth.accepted);
    const [cost] = await query<{ amount: number }>("SELECT toFloat64(sum(amount)) AS amount FROM cost");
    expect(cost?.amount).toBe(truth.billable_cost);
  });

  it("direct_mail/sends_export.csv: what expired was not delivered and costs nothing", async () => {
    const truth = expected["direct_mail/sends_export.csv"] ?? {};
    await load("direct_mail/sends_export.csv");
    const [found] = await query<{ delivered: string; cost: number }>(
      "SELECT countIf(delivered = 1) AS delivered, toFloat64(sum(cost)) AS cost FROM gift_entry",
    );
    expect([Number(found?.delivered), found?.cost]).toEqual([truth.delivered, truth.cost]);
  });

  it("salesforce/campaign_members_report.csv: webcast members are participants, others are touches alone", async () => {
    const truth = expected["salesforce/campaign_members_report.csv"] ?? {};
    const loaded = await load("salesforce/campaign_members_report.csv");
    expect(loaded.rows_loaded).toBe(truth.data_rows);
    const [touches] = await query<{ n: string }>("SELECT countIf(attributes['responded'] = 'yes') AS n FROM touch");
    expect(Number(touches?.n)).toBe(truth.responded);
    const rows = await query(
      "SELECT toString(date) AS date, registered, attended FROM participation_entry ORDER BY attended",
    );
    expect(rows).toEqual([
      { date: "2026-02-05", registered: 1, attended: 0 },
      { date: "2026-02-05", registered: 1, attended: 1 },
    ]);
  });
});
