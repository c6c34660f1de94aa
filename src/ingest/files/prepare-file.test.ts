import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadPresets } from "../presets/load-presets.ts";
import { prepareFile } from "./prepare-file.ts";
import type { PreparedFile, PreparedTable } from "./prepared.ts";
import { rowsOf } from "./test-folder.ts";
import { testPreset } from "./test-presets.ts";

const ROOT = join(import.meta.dirname, "../../..");
const { presets } = loadPresets(ROOT);
let workDir = "";
beforeAll(() => {
  workDir = mkdtempSync(join(tmpdir(), "leadline-prepare-"));
});
afterAll(() => rmSync(workDir, { recursive: true, force: true }));

const sample = (name: string) => {
  const [system = "", file = ""] = name.split("/");
  return join(ROOT, "presets", system, "sample", file);
};

interface Expected {
  readonly encoding: PreparedFile["encoding"];
  readonly delimiter: string | null;
  readonly header: number;
  readonly records: number;
  readonly layout: string;
  readonly decimal?: "comma";
  readonly dates?: PreparedTable["dateOrder"];
  readonly period?: readonly [string, string];
  readonly zone?: string;
  readonly footer?: number;
  readonly declared?: number;
}

/**
 * What samples hold, counted by hand; new samples need not be here, the conformance suite runs them all. Records include total rows,
 * which the layout tells apart.
 */
const SAMPLES: Readonly<Record<string, Expected>> = {
  "google_ads/campaign_report_en_utf16le.csv": {
    encoding: "utf-16le-bom",
    delimiter: "\t",
    header: 3,
    records: 5,
    layout: "daily",
    period: ["2026-09-01", "2026-09-02"],
  },
  "google_ads/campaign_report_en_utf8.csv": {
    encoding: "utf-8",
    delimiter: ",",
    header: 3,
    records: 4,
    layout: "daily",
    period: ["2026-09-01", "2026-09-03"],
  },
  "google_ads/adgroup_report_de_utf16le.csv": {
    encoding: "utf-16le-bom",
    delimiter: "\t",
    header: 3,
    records: 2,
    layout: "period",
    decimal: "comma",
    period: ["2026-09-17", "2026-10-01"],
  },
  "linkedin/campaign_performance_en_utf16le.csv": {
    encoding: "utf-16le-bom",
    delimiter: "\t",
    header: 6,
    records: 3,
    layout: "classic",
    dates: "mdy",
    period: ["2026-09-01", "2026-09-02"],
    zone: "UTC",
  },
  "linkedin/adset_de_utf16le.csv": {
    encoding: "utf-16le-bom",
    delimiter: "\t",
    header: 4,
    records: 1,
    layout: "ad_sets",
    decimal: "comma",
    dates: "dmy",
    zone: "UTC",
  },
  "meta/ads_by_day_en_utf8bom.csv": { encoding: "utf-8-bom", delimiter: ",", header: 1, records: 3, layout: "daily" },
  "tiktok/ads_export.csv": { encoding: "utf-8", delimiter: ",", header: 1, records: 3, layout: "daily" },
  "microsoft_ads/api_report.csv": {
    encoding: "utf-8-bom",
    delimiter: ",",
    header: 11,
    records: 2,
    layout: "daily",
    period: ["2026-09-01", "2026-09-02"],
    zone: "America/Los_Angeles",
    footer: 1,
    declared: 2,
  },
  "microsoft_ads/ui_keywords_utf16le.csv": {
    encoding: "utf-16le-bom",
    delimiter: "\t",
    header: 7,
    records: 2,
    layout: "period",
    period: ["2026-06-10", "2026-06-16"],
    zone: "Asia/Shanghai",
  },
  "ga4/traffic_acquisition_snapshot.csv": {
    encoding: "utf-8",
    delimiter: ",",
    header: 11,
    records: 4,
    layout: "sessions_period",
    period: ["2026-09-01", "2026-09-30"],
  },
  "ga4/exploration_freeform_daily.csv": {
    encoding: "utf-8",
    delimiter: ",",
    header: 7,
    records: 5,
    layout: "sessions_daily",
    period: ["2026-09-01", "2026-09-02"],
  },
  "baidu/creative_report_gb18030.csv": {
    encoding: "gb18030",
    delimiter: ",",
    header: 8,
    records: 2,
    layout: "daily",
    period: ["2026-09-01", "2026-09-02"],
  },
  "ocean_engine/project_report_utf8bom.csv": {
    encoding: "utf-8-bom",
    delimiter: ",",
    header: 1,
    records: 2,
    layout: "daily",
  },
  "tencent_ads/creative_utf8bom.csv": { encoding: "utf-8-bom", delimiter: ",", header: 1, records: 2, layout: "daily" },
  "hubspot/contacts_export_utf8.csv": { encoding: "utf-8", delimiter: ",", header: 1, records: 4, layout: "contacts" },
  "hubspot/deals_export_utf8.csv": { encoding: "utf-8", delimiter: ",", header: 1, records: 3, layout: "deals" },
  // Nothing in this one needs more than ASCII, which is UTF-8 too.
  "salesforce/opportunity_history_report.csv": {
    encoding: "utf-8",
    delimiter: ",",
    header: 1,
    records: 6,
    layout: "opportunity_history",
    dates: "mdy",
    footer: 3,
    declared: 6,
  },
  "salesforce/opportunities_report.csv": {
    encoding: "utf-8",
    delimiter: ",",
    header: 1,
    records: 3,
    layout: "opportunities",
    dates: "mdy",
    footer: 3,
    declared: 3,
  },
  "salesforce/leads_report.csv": {
    encoding: "windows-1252",
    delimiter: ",",
    header: 1,
    records: 2,
    layout: "leads",
    dates: "mdy",
  },
  "salesforce/campaign_members_report.csv": {
    encoding: "windows-1252",
    delimiter: ",",
    header: 1,
    records: 3,
    layout: "campaign_members",
    dates: "mdy",
  },
  "stripe/payments_export.csv": { encoding: "utf-8", delimiter: ",", header: 1, records: 3, layout: "payments" },
  "stripe/subscriptions_export.csv": {
    encoding: "utf-8",
    delimiter: ",",
    header: 1,
    records: 3,
    layout: "subscriptions",
  },
  "quickbooks/general_ledger.csv": {
    encoding: "utf-8",
    delimiter: ",",
    header: 5,
    records: 6,
    layout: "general_ledger",
    dates: "mdy",
    period: ["2026-01-01", "2026-01-31"],
  },
  "cost_sheet/costs.csv": { encoding: "utf-8", delimiter: ",", header: 1, records: 7, layout: "by_date" },
  "cost_sheet/costs_zh.csv": { encoding: "utf-8", delimiter: ",", header: 1, records: 3, layout: "by_month" },
  "fx_rates/rates.csv": { encoding: "utf-8", delimiter: ",", header: 1, records: 3, layout: "rates" },
  "fx_rates/ecb_reference_rates.csv": { encoding: "utf-8", delimiter: ",", header: 1, records: 2, layout: "ecb_table" },
  "fx_rates/ecb_series.csv": { encoding: "utf-8", delimiter: ",", header: 1, records: 2, layout: "ecb_series" },
  "mailchimp/campaigns_aggregate_report.csv": {
    encoding: "utf-8",
    delimiter: ",",
    header: 1,
    records: 1,
    layout: "campaigns",
  },
  "mailchimp/campaign_single_report.csv": {
    encoding: "utf-8",
    delimiter: ",",
    header: 0,
    records: 1,
    layout: "single_report",
  },
  "klaviyo/campaigns_export.csv": { encoding: "utf-8", delimiter: ",", header: 1, records: 1, layout: "campaigns" },
  "klaviyo/campaign_messages.csv": { encoding: "utf-8", delimiter: ",", header: 1, records: 2, layout: "campaigns" },
  "content_syndication/vendor_leads.csv": {
    encoding: "utf-8",
    delimiter: ",",
    header: 1,
    records: 3,
    layout: "leads",
    dates: "mdy",
  },
  "direct_mail/sends_export.csv": { encoding: "utf-8", delimiter: ",", header: 1, records: 2, layout: "sends" },
  "target_accounts/target_accounts.csv": {
    encoding: "utf-8",
    delimiter: ",",
    header: 1,
    records: 2,
    layout: "accounts",
  },
  "trade_fair/contacts.csv": { encoding: "utf-8", delimiter: ",", header: 1, records: 2, layout: "contacts" },
  "trade_fair/stand_zh.csv": { encoding: "utf-8", delimiter: ",", header: 1, records: 1, layout: "stand" },
  "google_search_console/dates.csv": { encoding: "utf-8", delimiter: ",", header: 1, records: 2, layout: "daily" },
  "google_search_console/queries.csv": { encoding: "utf-8", delimiter: ",", header: 1, records: 2, layout: "period" },
};

describe("sample exports", () => {
  test.each(Object.entries(SAMPLES))("%s is understood", async (name, expected) => {
    const file = await prepareFile(sample(name), presets, { workDir });
    const [table, ...more] = file.tables;
    expect(more).toEqual([]);
    expect(file.notices).toEqual([]);
    expect({
      encoding: file.encoding,
      delimiter: file.delimiter,
      header: table?.headerLine,
      records: table?.records,
      preset: table?.preset.id,
      layout: table?.layout.id,
      decimal: table?.decimal,
      dates: table?.dateOrder,
      period: table?.surroundings.period ?? null,
      zone: table?.surroundings.timezone ?? null,
      footer: table?.surroundings.footer.length,
      declared: table?.surroundings.declaredRows ?? null,
    }).toEqual({
      encoding: expected.encoding,
      delimiter: expected.delimiter,
      header: expected.header,
      records: expected.records,
      preset: name.split("/")[0],
      layout: expected.layout,
      decimal: expected.decimal ?? "point",
      dates: expected.dates ?? "iso",
      period: expected.period ? { from: expected.period[0], to: expected.period[1] } : null,
      zone: expected.zone ?? (name.startsWith("stripe/") ? "UTC" : null),
      footer: expected.footer ?? 0,
      declared: expected.declared ?? null,
    });
    if (table) expect(rowsOf(table)).toHaveLength(expected.records);
    await file.dispose();
  });

  test("blank lines behind the last record are no records", async () => {
    const path = join(workDir, "blank-end.csv");
    writeFileSync(path, `${readFileSync(sample("direct_mail/sends_export.csv"), "utf8").trimEnd()}\n\n\n`);
    const file = await prepareFile(path, presets, { workDir });
    expect(file.tables.map(({ records, lineLimit }) => [records, lineLimit])).toEqual([[2, 2]]);
    await file.dispose();
    rmSync(path);
  });

  test("a file with several tables gives one for each", async () => {
    const file = await prepareFile(sample("ga4/generate_leads_multi_section.csv"), presets, { workDir });
    expect(file.tables.map(({ layout, headerLine, firstLine }) => [layout.id, headerLine, firstLine])).toEqual([
      ["nth_week", 11, 12],
      ["sessions_period", 15, 16],
      ["users_period", 19, 20],
    ]);
    expect(file.tables.map((table) => rowsOf(table).length)).toEqual([2, 2, 2]);
    expect(file.tables[1] && rowsOf(file.tables[1])[1]).toMatchObject({ source: "chatgpt.com", sessions: "12" });
    await file.dispose();
  });

  test("a table that no layout reads is told and is not taken for rows of the table above", async () => {
    const week = testPreset("weeks", [
      { id: "weeks", columns: { week: ["Nth week"], users: ["New users"] }, required: ["week", "users"] },
    ]);
    const file = await prepareFile(sample("ga4/generate_leads_multi_section.csv"), [week], { workDir });
    expect(file.tables.map(({ records }) => records)).toEqual([2]);
    expect(file.unread.map(({ header, headerLine, rows }) => [header[0], headerLine, rows])).toEqual([
      ["Session manual source", 15, 2],
      ["Country ID", 19, 2],
    ]);
    expect(file.notices.map(({ code }) => code)).toEqual(["file.unread_section", "file.unread_section"]);
    await file.dispose();
  });

  test("a total with one cell more than the header keeps its label in a column of its own", async () => {
    const file = await prepareFile(sample("ga4/exploration_freeform_daily.csv"), presets, { workDir });
    const rows = file.tables[0] ? rowsOf(file.tables[0]) : [];
    expect(rows[0]).toMatchObject({ total_label: "Grand total", date: "", sessions: "120" });
    expect(rows[1]).toMatchObject({ total_label: "", date: "20260901", sessions: "40" });
    await file.dispose();
  });

  test("an account that stands as a row of its own comes with each row below it", async () => {
    const file = await prepareFile(sample("quickbooks/general_ledger.csv"), presets, { workDir });
    const table = file.tables[0];
    expect(table && rowsOf(table).map(({ section_row, date, amount }) => [section_row, date, amount])).toEqual([
      ["6010 Advertising - LinkedIn", "Beginning Balance", ""],
      ["6010 Advertising - LinkedIn", "01/31/2026", "4,250.00"],
      ["6010 Advertising - LinkedIn", "", "$4,250.00"],
      ["6020 Content Syndication", "01/15/2026", "3,000.00"],
      ["6020 Content Syndication", "01/28/2026", "-240.00"],
      ["6020 Content Syndication", "", "$2,760.00"],
    ]);
    expect(table?.leftOut.map(({ line }) => line)).toEqual([6, 10]);
    await file.dispose();
  });

  test("one mapping for many columns is written out, with what each title says", async () => {
    const file = await prepareFile(sample("hubspot/deals_export_utf8.csv"), presets, { workDir });
    const table = file.tables[0];
    const stages = table?.layout.facts.filter(({ fact }) => fact === "opportunity_stage") ?? [];
    expect(stages.map(({ set }) => [set.date, set.stage])).toEqual([
      ["date([entered_1])", "header('entered_1.stage')"],
      ["date([entered_2])", "header('entered_2.stage')"],
      ["date([entered_3])", "header('entered_3.stage')"],
    ]);
    expect(table?.captured).toMatchObject({
      "header.entered_1.stage": "Qualified",
      "header.entered_2.stage": "Proposal",
      "header.entered_3.stage": "Closed Won",
      "header.entered_3.pipeline": "Sales Pipeline",
    });
    expect(table?.fields.filter((field) => field?.startsWith("entered_"))).toHaveLength(3);
    await file.dispose();
  });

  test("a currency in a title is captured", async () => {
    const file = await prepareFile(sample("meta/ads_by_day_en_utf8bom.csv"), presets, { workDir });
    expect(file.tables[0]?.captured).toEqual({ "header.currency": "USD" });
    await file.dispose();
  });

  test("what a system says about incomplete data and its grain is kept", async () => {
    const file = await prepareFile(sample("microsoft_ads/api_report.csv"), presets, { workDir });
    expect(file.tables[0]?.surroundings).toMatchObject({
      title: "Campaign Performance",
      potentiallyIncomplete: true,
      grain: "day",
    });
    await file.dispose();
  });

  test("characters of Western Europe come out right", async () => {
    const file = await prepareFile(sample("salesforce/leads_report.csv"), presets, { workDir });
    expect(file.tables[0] && rowsOf(file.tables[0])[1]?.last_name).toBe("Díaz");
    await file.dispose();
  });

  test("a clean UTF-8 file is read where it stands, the others from a copy that is gone after use", async () => {
    const plain = await prepareFile(sample("salesforce/opportunity_history_report.csv"), presets, { workDir });
    expect(plain.tables[0]).toMatchObject({
      path: sample("salesforce/opportunity_history_report.csv"),
      skipLines: 1,
      lineLimit: 6,
      lineColumn: null,
    });
    const copied = await prepareFile(sample("google_ads/campaign_report_en_utf16le.csv"), presets, { workDir });
    expect(copied.tables[0]).toMatchObject({ skipLines: 0, lineLimit: null, lineColumn: 0, delimiter: "," });
    await plain.dispose();
    await copied.dispose();
    expect(readdirSync(workDir)).toEqual([]);
  });
});
