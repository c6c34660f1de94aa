import { join } from "node:path";
import { forgetPerson } from "../../src/service/people/forget-person.ts";
import { explain } from "../../src/service/receipts/explain.ts";
import { listRows } from "../../src/service/receipts/list-rows.ts";
import { verify } from "../../src/service/receipts/verify.ts";
import { revertLoad } from "../../src/service/sources/revert-load.ts";
import type { TestWorkspace } from "../support/workspace.ts";

const PRESETS = join(import.meta.dirname, "../../presets");

/** Sample exports of the presets, and what the files do not say. */
const EXPORTS: readonly (readonly [file: string, settings?: Record<string, string>])[] = [
  ["google_ads/sample/campaign_report_en_utf16le.csv"],
  ["linkedin/sample/campaign_performance_en_utf16le.csv"],
  ["meta/sample/ads_by_day_en_utf8bom.csv"],
  ["hubspot/sample/contacts_export_utf8.csv"],
  ["hubspot/sample/deals_export_utf8.csv"],
  ["stripe/sample/payments_export.csv"],
  ["fx_rates/sample/rates.csv"],
  ["cost_sheet/sample/costs.csv"],
  ["quickbooks/sample/general_ledger.csv", { currency: "USD" }],
];

/** KPIs of every family that the exports feed: sums, ratios, funnel entries, cohorts, durations, money. */
export const KPIS = [
  ...["ad_spend", "impressions", "clicks", "ctr", "cpc", "cpm", "cpl", "cost_per_mql", "cost_per_sql"],
  ...["leads", "mqls", "sqls", "opportunities", "customers_won", "lead_to_mql_rate", "mql_to_sql_rate"],
  ...["lead_velocity", "sales_cycle", "win_rate", "average_deal_size", "pipeline_created", "pipeline_open"],
  ...["sales_revenue", "sourced_revenue", "marketing_cost", "mroi", "cac_marketing", "profit"],
] as const;

/** What a workspace shows after a year of use: everything that a person could read off it. */
export async function walkTheRoad(test: TestWorkspace) {
  const { workspace } = test;
  const loads = [];
  for (const [file, settings] of EXPORTS) loads.push(await test.load(join(PRESETS, file), settings));
  const loaded = await workspace.inventory();

  const deals = loads.find(({ facts }) => "opportunity" in facts)?.load_id ?? "";
  const reverted = await revertLoad(workspace, deals);
  const without = await test.ask({ kpis: ["win_rate", "sales_revenue", "leads"], period: "2026" });
  const again = await test.load(join(PRESETS, "hubspot/sample/deals_export_utf8.csv"));
  const unchanged = await test.load(join(PRESETS, "hubspot/sample/deals_export_utf8.csv"));

  const before = await test.ask({ kpis: [...KPIS], period: "2026" });
  const forgotten = await forgetPerson(workspace, "ana.diaz@acme-gmbh.example");
  const after = await test.ask({ kpis: [...KPIS], period: "2026" });

  const split = { period: "2026", grain: "month", by: ["channel"], compare: "previous" };
  const whole = await test.ask({ kpis: [...KPIS], ...split });
  const receipts = [];
  const verified = [];
  for (const [index, kpi] of KPIS.entries()) {
    const receipt = await explain(workspace, { kpis: [kpi], ...split });
    receipts.push(receipt);
    if (index % 9 === 0) verified.push((await verify(workspace, receipt)).equal);
  }
  const cohort = await test.ask({ kpis: ["lead_to_mql_rate"], period: "2026-Q1", mode: "cohort", by: ["channel"] });
  const rows = await listRows(workspace, { kpis: ["leads"], period: "2026" }, 100);
  const inventory = await workspace.inventory();
  return {
    loads,
    loaded,
    reverted,
    without,
    again,
    unchanged,
    before,
    forgotten,
    after,
    whole,
    receipts,
    verified,
    cohort,
    rows,
    inventory,
  };
}
