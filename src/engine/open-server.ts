import { type ClickHouseClient, ClickHouseLogLevel, createClient } from "@clickhouse/client";
import type { Engine, Parameters, RunOptions } from "./engine.ts";
import { engineError } from "./engine-error.ts";
import type { Settings } from "./engine-settings.ts";
import { DATABASE, type ServerTarget } from "./engine-target.ts";
import { inBatches } from "./in-batches.ts";
import { insertFromStream } from "./server-file.ts";
import { quotedName } from "./sql-text.ts";
import { type Attempt, StatementRunner } from "./statement-runner.ts";

const CONNECTIONS = 10;
const UNKNOWN_DATABASE = "81";
/** Statements are ended by their own time limit; the socket must not give up before that. */
const SOCKET_TIMEOUT_MILLISECONDS = 24 * 3600 * 1000;

/** Opens a warehouse on a ClickHouse server; its database is made if it is not there. */
export async function openServer(target: ServerTarget): Promise<Engine> {
  const { url, database = DATABASE, username = "default", password = "" } = target;
  const connect = (into?: string): ClickHouseClient =>
    createClient({
      url: checkedUrl(url),
      username,
      password,
      ...(into === undefined ? {} : { database: into }),
      application: "leadline",
      max_open_connections: CONNECTIONS,
      // Addresses have a limit of length; long lists of parameters go into the body.
      use_multipart_params_auto: true,
      request_timeout: SOCKET_TIMEOUT_MILLISECONDS,
      // A sign of life now and then, or proxies between here and there close the line of a long statement.
      clickhouse_settings: { send_progress_in_http_headers: 1, http_headers_progress_interval_ms: "50000" },
      log: { level: ClickHouseLogLevel.OFF },
    });
  const client = connect(database);
  try {
    await client.command({ query: "SELECT 1" }).catch(async (thrown) => {
      if (thrown?.code !== UNKNOWN_DATABASE) throw thrown;
      await createDatabase(connect(), database);
    });
    return await serverEngine(client);
  } catch (thrown) {
    await client.close();
    throw engineError(thrown);
  }
}

/** Only when it is missing: making it needs a right that using it does not. */
async function createDatabase(client: ClickHouseClient, database: string): Promise<void> {
  try {
    await client.command({ query: `CREATE DATABASE IF NOT EXISTS ${quotedName(database)}` });
  } finally {
    await client.close();
  }
}

async function serverEngine(client: ClickHouseClient): Promise<Engine> {
  const statements = new StatementRunner((sql) => client.command({ query: sql }));
  const run: StatementRunner["run"] = (options, start) => statements.run(options, start);
  const query = <Row>(sql: string, parameters: Parameters = {}, options: RunOptions = {}): Promise<Row[]> =>
    run(options, async (attempt) => {
      const result = await client.query({ query: sql, format: "JSONEachRow", ...sent(attempt, parameters) });
      return result.json<Row>();
    });
  const command = (sql: string, parameters: Parameters = {}, options: RunOptions = {}): Promise<void> =>
    run(options, async (attempt) => {
      await client.command({ query: sql, ...sent(attempt, parameters) });
    });
  const [{ version = "" } = {}] = await query<{ version: string }>("SELECT version() AS version");

  return {
    kind: "server",
    version,
    query,
    command,
    insert: async (table, rows) => {
      for (const values of inBatches(rows))
        await run({}, (attempt) =>
          client.insert({ table, values: [...values], format: "JSONEachRow", ...sent(attempt) }),
        );
    },
    insertFromFile: (file, statement, options = {}) =>
      insertFromStream(file, statement, options, {
        command,
        send: (sql, body, sendOptions) =>
          run(sendOptions, async (attempt) => {
            const { stream } = await client.exec({ query: sql, values: body, ...sent(attempt) });
            for await (const _ of stream);
          }),
      }),
    explain: async (sql, parameters = {}) => {
      await query(`EXPLAIN ${sql}`, parameters);
    },
    close: async () => {
      if (await statements.end()) await client.close();
    },
  };
}

function sent(
  { settings, lost }: Attempt,
  parameters: Parameters = {},
): {
  readonly clickhouse_settings: Settings;
  readonly abort_signal: AbortSignal;
  readonly query_params: Parameters;
} {
  return { clickhouse_settings: settings, abort_signal: lost, query_params: parameters };
}

function checkedUrl(url: string): URL {
  if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return new URL(url);
  throw engineError(Object.assign(new Error(`"${url}" is not an http address`), { code: "ENOTFOUND" }));
}
