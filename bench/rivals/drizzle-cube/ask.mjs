// `node ask.mjs FILE.duckdb`: for every line read, asks the board of drizzle-cube and writes a line of JSON with its values
// and milliseconds. One query a cube, by month; years and quotients across cubes are worked out here, because the cubes
// have no rows in common. Survival, and so both LTV figures, cannot be expressed.
import { createInterface } from "node:readline";
import { DuckDBInstance } from "@duckdb/node-api";
import { drizzle } from "@leonardovida-md/drizzle-neo-duckdb";
import { defineCube, SemanticLayerCompiler } from "drizzle-cube/server";
import { and, eq, inArray, not, sql } from "drizzle-orm";
import { date, integer, numeric, pgTable, text } from "drizzle-orm/pg-core";

const session = pgTable("web_session", { date: date("date"), channel: text("channel") });
const entry = pgTable("funnel_entry", { date: date("date"), stage: text("stage"), excluded: text("excluded") });
const deal = pgTable("deal_event", {
  date: date("date"),
  event: text("event"),
  amount: numeric("amount"),
  currency: text("currency"),
  isFirstWin: integer("is_first_win"),
  sourced: integer("sourced"),
  excluded: text("excluded"),
});
const ad = pgTable("ad_daily", { date: date("date"), cost: numeric("cost"), currency: text("currency") });
const cost = pgTable("cost", {
  date: date("date"),
  category: text("category"),
  platform: text("platform"),
  amount: numeric("amount"),
  currency: text("currency"),
});
const fx = pgTable("fx_daily", { date: date("date"), currency: text("currency"), rate: numeric("rate") });

const time = (column) => ({ date: { name: "date", type: "time", sql: column } });
const counted = (name, column, ...filters) => ({
  name,
  type: "count",
  sql: column,
  filters: filters.map((one) => () => one),
});
const converted = (amount, currency) =>
  sql`CASE WHEN ${currency} = 'EUR' THEN ${amount} ELSE ${amount} * ${fx.rate} END`;
const rates = (table) => [
  { table: fx, on: and(eq(fx.date, table.date), eq(fx.currency, table.currency)), type: "left" },
];

const UNPAID = [
  "Organic Search",
  "Organic Social",
  "Organic Video",
  "Organic Shopping",
  "AI Assistant",
  "Referral",
  "Direct",
];
const MARKETING = ["media", "tools", "people", "travel", "agency", "content", "other"];

const cubes = [
  defineCube("Sessions", {
    sql: () => ({ from: session }),
    dimensions: time(session.date),
    measures: {
      sessions: counted("sessions", session.date),
      unpaid: counted("unpaid", session.date, inArray(session.channel, UNPAID)),
    },
  }),
  defineCube("Funnel", {
    sql: () => ({ from: entry, where: eq(entry.excluded, "") }),
    dimensions: time(entry.date),
    measures: {
      leads: counted("leads", entry.date, eq(entry.stage, "lead")),
      sqls: counted("sqls", entry.date, eq(entry.stage, "sql")),
      won: counted("won", entry.date, eq(entry.stage, "won")),
    },
  }),
  defineCube("Deals", {
    sql: () => ({
      from: deal,
      joins: rates(deal),
      where: and(eq(deal.excluded, ""), eq(deal.event, "won"), eq(deal.sourced, 1)),
    }),
    dimensions: time(deal.date),
    measures: { revenue: { name: "revenue", type: "sum", sql: converted(deal.amount, deal.currency) } },
  }),
  defineCube("Ads", {
    sql: () => ({ from: ad, joins: rates(ad) }),
    dimensions: time(ad.date),
    measures: { adCost: { name: "adCost", type: "sum", sql: converted(ad.cost, ad.currency) } },
  }),
  defineCube("Costs", {
    sql: () => ({
      from: cost,
      joins: rates(cost),
      where: and(
        inArray(cost.category, MARKETING),
        not(and(eq(cost.category, "media"), eq(cost.platform, "google_ads"))),
      ),
    }),
    dimensions: time(cost.date),
    measures: { otherCost: { name: "otherCost", type: "sum", sql: converted(cost.amount, cost.currency) } },
  }),
];

const file = process.argv[2];
const connection = await (await DuckDBInstance.create(file, { access_mode: "READ_ONLY" })).connect();
const schema = { session, entry, deal, ad, cost, fx };
const layer = new SemanticLayerCompiler({ drizzle: drizzle(connection), schema, engineType: "duckdb" });
for (const cube of cubes) layer.registerCube(cube);

async function board() {
  const periods = new Map();
  const add = (period, name, value) => {
    const own = periods.get(period) ?? {};
    periods.set(period, { ...own, [name]: (own[name] ?? 0) + value });
  };
  for (const { name: cube, measures } of cubes) {
    const { data } = await layer.execute(
      {
        measures: Object.keys(measures).map((name) => `${cube}.${name}`),
        timeDimensions: [{ dimension: `${cube}.date`, granularity: "month", dateRange: ["2024-11-01", "2026-10-31"] }],
      },
      {},
    );
    for (const row of data) {
      const month = new Date(row[`${cube}.date`]).toISOString().slice(0, 10);
      for (const name of Object.keys(measures)) {
        const value = Number(row[`${cube}.${name}`]);
        if (month >= "2025-10-01") add(month, name, value);
        add(month < "2025-11-01" ? "last year" : "this year", name, value);
      }
    }
  }
  return [...periods].map(([period, { sessions, unpaid, leads, sqls, won, revenue, adCost, otherCost }]) => ({
    period,
    sessions,
    non_paid_share: unpaid / sessions,
    leads,
    traffic_to_lead_rate: leads / sessions,
    sqls,
    lead_to_sql_rate: sqls / leads,
    mroi: (revenue - adCost - otherCost) / (adCost + otherCost),
    sql_to_won_rate: won / sqls,
  }));
}

process.stdout.write("ready\n");
for await (const _ of createInterface({ input: process.stdin })) {
  const start = performance.now();
  const rows = await board();
  process.stdout.write(`${JSON.stringify({ milliseconds: performance.now() - start, rows })}\n`);
}
