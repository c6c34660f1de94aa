import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { landedStreams, writeLanded } from "../../src/ingest/singer/landed-streams.ts";
import { forgetPerson } from "../../src/service/people/forget-person.ts";
import { explain } from "../../src/service/receipts/explain.ts";
import { listRows } from "../../src/service/receipts/list-rows.ts";
import { verify } from "../../src/service/receipts/verify.ts";
import { loadFiles } from "../../src/service/sources/load-files.ts";
import { revertLoad } from "../../src/service/sources/revert-load.ts";
import { receiveTap } from "../../src/service/taps/receive-tap.ts";
import type { TestWorkspace } from "../support/workspace.ts";
import { folderOf } from "../warehouse/folders.ts";

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

/** A stream that no preset names: with a key and without, with texts that a careless road would spoil. */
const UNKNOWN = [
  { type: "SCHEMA", stream: "tickets", key_properties: ["id"], schema: { properties: { id: {}, text: {} } } },
  { type: "RECORD", stream: "tickets", record: { id: 1, text: "old" } },
  {
    type: "RECORD",
    stream: "tickets",
    record: { id: 2, text: 'a "quoted"\n\ttext \\ 中文 \u0000 ana.diaz@acme-gmbh.example' },
  },
  { type: "RECORD", stream: "tickets", record: { id: 1, text: "new", nested: { big: [1.5, null, true] } } },
  { type: "SCHEMA", stream: "calls", key_properties: [], schema: { properties: { at: {} } } },
  { type: "RECORD", stream: "calls", record: { at: "2026-09-01" } },
  { type: "RECORD", stream: "calls", record: { at: "2026-09-01" } },
  { type: "STATE", value: { tickets: 2 } },
];

/** What taps and a loader's tables bring, which needs no export file. */
async function withoutFiles({ workspace, ask }: TestWorkspace) {
  const receive = async (connection: string, text: string) => {
    const states: string[] = [];
    const { streams } = await receiveTap(workspace, Readable.from([Buffer.from(text)]), {
      connection,
      format: "singer",
      onStates: (given) => void states.push(...given.giveOut()),
      log: () => {},
    });
    return { streams, states };
  };
  const lines = UNKNOWN.map((message) => `${JSON.stringify(message)}\n`).join("");
  const help = await receive("help", lines);
  const again = await receive("help", lines);
  const figures = await receive(
    "tap_ads",
    readFileSync(join(PRESETS, "singer/google_ads/sample/messages.singer"), "utf8"),
  );
  const landed = [];
  for (const stream of await landedStreams(workspace.engine)) {
    const path = join(workspace.dataDir, "landed.ndjson");
    await writeLanded(workspace.engine, stream, [], path);
    const loads = stream.loads.map(({ run: _run, ...load }) => load);
    landed.push({ stream: { ...stream, loads }, records: readFileSync(path, "utf8") });
  }
  const { path, remove } = folderOf({
    campaign_stats: `
      id | customer_id | date       | cost_micros | clicks | impressions
      9  | 1           | 2026-01-05 | 1500000     | 3      | 30
      9  | 1           | 2026-01-06 | 2500000     | 5      | 50`,
    campaign_history: `
      id | name | updated_at
      9  | Old  | 2026-01-01 09:00:00
      9  | New  | 2026-01-10 09:00:00`,
    account_history: `
      id | currency_code | updated_at
      1  | EUR           | 2026-01-01 09:00:00`,
  });
  const { files } = await loadFiles(workspace, [path], {
    preset: "fivetran/google_ads",
    connection: "tables",
    settings: {},
  });
  remove();
  const answer = await ask({ kpis: ["ad_spend", "clicks"], period: "2024-01-01..2026-12-31", by: ["campaign"] });
  return { help, again, figures, landed, tables: files.map(({ file: _file, ...rest }) => rest), answer };
}

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
  const fileless = await withoutFiles(test);
  const inventory = await workspace.inventory();
  return {
    fileless,
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
