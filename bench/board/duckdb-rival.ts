import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import type { OpenWorkspace } from "../../src/service/workspace/open-workspace.ts";
import { type BoardRow, type BoardValues, valuesOfRows } from "./board-values.ts";

const SQL = readFileSync(new URL("duckdb.sql", import.meta.url), "utf8");

/** What an analyst would keep of each table: the columns that hold something, of the build that counts. */
const EXPORTS: Readonly<Record<string, string>> = {
  web_session: `SELECT date, visitor_id, toString(channel) AS channel, toString(source) AS source,
    toString(campaign) AS campaign, toString(country) AS country, toString(device) AS device,
    is_new, engaged, page_views, macro_conversions FROM web_session ORDER BY date`,
  funnel_entry: `SELECT date, person_key, toString(stage) AS stage, toString(channel) AS channel,
    toString(country) AS country, toString(excluded) AS excluded FROM funnel_entry WHERE build_no = {build:UInt32}`,
  deal_event: `SELECT date, opportunity_id, account_key, toString(event) AS event, amount, toString(currency) AS currency,
    is_first_win, sourced, toString(excluded) AS excluded FROM deal_event WHERE build_no = {build:UInt32}`,
  customer_life: `SELECT customer_key, started, ended, mrr FROM customer_life
    WHERE build_no = {build:UInt32} AND excluded = ''`,
  ad_daily: `SELECT date, toString(platform) AS platform, toString(campaign) AS campaign, cost,
    toString(currency) AS currency, impressions, clicks FROM ad_daily`,
  cost: `SELECT date, toString(category) AS category, toString(channel) AS channel, toString(platform) AS platform, amount,
    toString(currency) AS currency FROM cost`,
  fx_daily: `SELECT date, toString(currency) AS currency, rate FROM fx_daily WHERE build_no = {build:UInt32}`,
};

/** Copies the rows into a DuckDB file; made once, then reused. Returns its path. */
export async function exportToDuckdb({ dir, engine }: OpenWorkspace, buildNo: number): Promise<string> {
  const path = join(dir, "rival.duckdb");
  if (existsSync(path)) return path;
  const parquet = join(dir, "parquet");
  mkdirSync(parquet, { recursive: true });
  const half = `${path}.part`;
  rmSync(half, { force: true });
  const instance = await DuckDBInstance.create(half);
  const connection = await instance.connect();
  for (const [table, select] of Object.entries(EXPORTS)) {
    const file = join(parquet, `${table}.parquet`);
    await engine.command(
      `INSERT INTO FUNCTION file('${file}', 'Parquet') ${select}`,
      { build: buildNo },
      {
        timeoutSeconds: 900,
        settings: { engine_file_truncate_on_insert: 1, output_format_parquet_string_as_string: 1 },
      },
    );
    await connection.run(`CREATE TABLE ${table} AS SELECT * FROM read_parquet('${file}')`);
    rmSync(file);
  }
  await connection.run("CHECKPOINT");
  connection.closeSync();
  instance.closeSync();
  renameSync(half, path);
  return path;
}

export interface DuckdbRival {
  readonly version: string;
  readonly ask: () => Promise<BoardValues>;
  readonly close: () => void;
}

/** DuckDB in this process, on its own file, with its own settings. */
export async function duckdbRival(path: string): Promise<DuckdbRival> {
  const instance = await DuckDBInstance.create(path, { access_mode: "READ_ONLY" });
  const connection = await instance.connect();
  return {
    version: String((await rows(connection, "SELECT version() AS version"))[0]?.version),
    ask: async () => valuesOfRows((await rows(connection, SQL)) as readonly BoardRow[]),
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

async function rows(connection: DuckDBConnection, sql: string): Promise<readonly Record<string, unknown>[]> {
  return (await connection.runAndReadAll(sql)).getRowObjectsJS();
}
