import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { commitEvent, refreshDerived, type Site } from "../../src/ingest/load/commit-event.ts";
import { channelRules } from "../../src/ingest/load/plan-load.ts";
import { FACTS, type FactId } from "../../src/model/facts.ts";
import { initWorkspace } from "../../src/service/workspace/init-workspace.ts";
import { type OpenWorkspace, openWorkspace } from "../../src/service/workspace/open-workspace.ts";
import { type PartSummary, partSummary } from "../../src/sql/load/part-summary.ts";

/** The day after the last of the made-up data. */
export const TODAY = new Date("2026-11-20T12:00:00Z");
const DAYS = 730;
const FIRST = "2024-11-01";

const channel = (n: string) =>
  `['Organic Search', 'Direct', 'Paid Search', 'Referral', 'Paid Social', 'Email', 'Organic Social', 'Display'][1 + ${n} % 8]`;
const country = (n: string) => `['DE', 'FR', 'US', 'CN', 'JP'][1 + ${n} % 5]`;
const day = (n: string) => `toDate('${FIRST}') + ${n} % ${DAYS}`;
const h = (salt: number) => `cityHash64(number, ${salt})`;

/** SQL that fills one fact with made-up rows; the columns not named keep their defaults. */
interface Filler {
  readonly fact: FactId;
  readonly connection: string;
  readonly rows: number;
  readonly columns: Readonly<Record<string, string>>;
}

function fillers(sessions: number): readonly Filler[] {
  const persons = Math.max(2_000, Math.floor(sessions / 100));
  return [
    {
      fact: "web_session",
      connection: "web",
      rows: sessions,
      columns: {
        external_id: "toString(number)",
        date: `toDate('${FIRST}') + intDiv(number * ${DAYS}, ${sessions})`,
        visitor_id: `toString(${h(1)} % ${Math.floor(sessions / 3)})`,
        channel: channel(h(2)),
        source:
          "['google', '(direct)', 'google', 'partner.example', 'linkedin', 'newsletter', 'x', 'dv360'][1 + " +
          `${h(2)} % 8]`,
        campaign: `concat('campaign ', toString(${h(3)} % 60))`,
        country: country(h(4)),
        device: `['desktop', 'mobile', 'tablet'][1 + ${h(5)} % 3]`,
        engaged: `${h(6)} % 10 < 6`,
        is_new: `${h(7)} % 10 < 7`,
        page_views: `1 + ${h(8)} % 9`,
        macro_conversions: `${h(9)} % 50 = 0`,
      },
    },
    {
      fact: "person",
      connection: "crm",
      rows: persons,
      columns: {
        external_id: "concat('p', toString(number))",
        email_hash: "lower(hex(SHA256(toString(number))))",
        channel: channel(h(2)),
        country: country(h(4)),
        created_date: day(h(10)),
        is_test: `${h(30)} % 100 = 0`,
      },
    },
    { fact: "stage_entry", connection: "crm", rows: persons, columns: stage("lead", 100, "0") },
    { fact: "stage_entry", connection: "crm", rows: persons, columns: stage("mql", 45, `${h(11)} % 20`) },
    {
      fact: "stage_entry",
      connection: "crm",
      rows: persons,
      columns: stage("sql", 18, `${h(11)} % 20 + ${h(12)} % 30`),
    },
    {
      fact: "opportunity",
      connection: "crm",
      rows: Math.floor(persons / 10),
      columns: {
        external_id: "concat('d', toString(number))",
        account_id: "concat('a', toString(number % 9973))",
        person_ids: "[concat('p', toString(number * 10))]",
        type: "'new'",
        status: `['won', 'lost', 'open'][1 + ${h(13)} % 3]`,
        created_date: day("cityHash64(number * 10, 10)"),
        close_date: `${day("cityHash64(number * 10, 10)")} + 30 + ${h(14)} % 90`,
        amount: `1000 + ${h(15)} % 50000`,
        currency: `['EUR', 'USD'][1 + ${h(16)} % 2]`,
      },
    },
    {
      fact: "cost",
      connection: "books",
      rows: 5_000,
      columns: {
        date: day(h(17)),
        category: `['media', 'tools', 'people', 'agency', 'sales'][1 + ${h(18)} % 5]`,
        channel: `if(${h(19)} % 3 = 0, '', ${channel(h(2))})`,
        // Half of the media cost repeats what the ad platform says itself.
        platform: `if(${h(18)} % 5 = 0 AND ${h(31)} % 2 = 0, 'google_ads', '')`,
        basis: "'ledger'",
        amount: `100 + ${h(20)} % 5000`,
        currency: `['EUR', 'USD'][1 + ${h(16)} % 2]`,
      },
    },
    {
      fact: "ad_daily",
      connection: "ads",
      rows: 100_000,
      columns: {
        date: day("number"),
        platform: "'google_ads'",
        channel: "'Paid Search'",
        campaign: "concat('campaign ', toString(number % 137))",
        grain: "'campaign+channel'",
        cost: `toDecimal64(${h(21)} % 20000, 4) / 100`,
        currency: `['EUR', 'USD'][1 + ${h(16)} % 2]`,
        impressions: `${h(22)} % 10000`,
        clicks: `${h(23)} % 300`,
      },
    },
    {
      fact: "subscription",
      connection: "billing",
      rows: Math.floor(persons / 30),
      columns: {
        external_id: "concat('s', toString(number))",
        customer_id: "concat('c', toString(number))",
        started: day(h(24)),
        ended: `if(${h(25)} % 3 = 0, ${day(h(24))} + 60 + ${h(26)} % 400, NULL)`,
        mrr: `100 + ${h(27)} % 900`,
        currency: "'EUR'",
      },
    },
    {
      fact: "fx_rate",
      connection: "rates",
      rows: DAYS + 60,
      columns: {
        external_id: "concat('USD', toString(number))",
        date: `toDate('${FIRST}') + number`,
        currency: "'USD'",
        base: "'EUR'",
        rate: `toDecimal128(90 + ${h(28)} % 8, 10) / 100`,
      },
    },
  ];
}

/** Of the persons, the given percentage reaches the stage, some days after the first day. */
function stage(name: string, percent: number, later: string): Record<string, string> {
  return {
    external_id: `concat('p', toString(number), ':${name}')`,
    person_id: "concat('p', toString(number))",
    stage: `'${name}'`,
    evidence: "'transition'",
    date: `if(${h(29)} % 100 < ${percent}, ${day(h(10))} + ${later}, NULL)`,
  };
}

async function fill(site: Site, { fact, connection, rows, columns }: Filler, loadNo: number): Promise<void> {
  const { engine } = site;
  const name = `${fact}-${loadNo}`;
  const names = ["system", "connection", "load_no", "raw_row", ...Object.keys(columns)];
  const values = ["'bench'", `'${connection}'`, String(loadNo), "number + 1", ...Object.values(columns)];
  const where = columns.date?.startsWith("if(") ? `WHERE ${columns.date} IS NOT NULL` : "";
  await engine.command(
    `INSERT INTO ${fact} (${names.join(", ")}) SELECT ${values.join(", ")} FROM numbers(${rows}) ${where}`,
    {},
    { timeoutSeconds: 900 },
  );
  const own = new Set(Object.keys(columns).filter((column) => column in FACTS[fact].columns));
  const summaries = await engine.query<PartSummary>(partSummary(fact, loadNo, own));
  const parts = summaries.map((summary) => ({
    fact,
    grain: summary.grain,
    scope: "",
    from: summary.date_from,
    to: summary.date_to,
    rows: Number(summary.rows),
    dimensions: summary.dimensions,
    measures: summary.measures,
    attributes: summary.attributes,
    currencies: summary.currencies,
    platforms: summary.platforms,
  }));
  await engine.insert(
    "load_part",
    parts.map(({ from, to, ...part }) => ({ load_no: loadNo, date_from: from, date_to: to, ...part })),
  );
  const record = {
    load_no: loadNo,
    load_id: `bench-${name}`,
    system: "bench",
    connection,
    preset: "bench",
    layouts: [],
    file: `${name}.csv`,
    sha256: name,
    bytes: 0,
    started_at: "2026-11-20 00:00:00.000",
    rows_read: parts[0]?.rows ?? 0,
    rows_loaded: parts[0]?.rows ?? 0,
    rows_quarantined: 0,
    rows_skipped: 0,
    meta: JSON.stringify({ tables: [], channel_rules: channelRules(site.settings) }),
  };
  await engine.insert("load", [record]);
  const load = {
    loadNo,
    loadId: record.load_id,
    system: "bench",
    connection,
    preset: "bench",
    file: record.file,
    sha256: name,
    committedAt: "",
    rowsRead: record.rows_read,
    rowsLoaded: record.rows_loaded,
    rowsQuarantined: 0,
    rowsSkipped: 0,
    parts,
  };
  await commitEvent(site, { event: "commit", loadNo, load, deferBuild: true });
}

/** A workspace with the given number of sessions and a funnel to match; made once, then reused. */
export async function benchWorkspace(dir: string, sessions: number): Promise<OpenWorkspace> {
  const done = join(dir, "bench.done");
  const fresh = !existsSync(done);
  if (fresh) {
    // What an interrupted run left behind would count twice.
    rmSync(dir, { recursive: true, force: true });
    mkdirSync(dir, { recursive: true });
    initWorkspace(dir, { name: "Bench", currency: "EUR", timezone: "UTC" });
    writeFileSync(join(dir, "leadline.yaml"), "name: Bench\ncurrency: EUR\ntimezone: UTC\ngross_margin: 0.8\n");
  }
  const workspace = await openWorkspace(dir, { now: () => TODAY, env: {} });
  if (!fresh) return workspace;
  let loadNo = 0;
  for (const filler of fillers(sessions)) {
    loadNo += 1;
    await fill(workspace, filler, loadNo);
  }
  await refreshDerived(workspace);
  writeFileSync(done, String(sessions));
  return workspace;
}
