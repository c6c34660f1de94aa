import { type ClickHouseClient, ClickHouseLogLevel, createClient } from "@clickhouse/client";
import { LeadlineError } from "../language/leadline-error.ts";
import type { Engine, Parameters, RunOptions } from "./engine.ts";
import { engineError } from "./engine-error.ts";
import { DEFAULT_TIMEOUT_SECONDS, type Settings } from "./engine-settings.ts";
import { DATABASE, type ServerTarget } from "./engine-target.ts";
import { inBatches } from "./in-batches.ts";
import { refuseLateFailure } from "./late-failure.ts";
import { serverAddress } from "./server-address.ts";
import { insertFromStream } from "./server-file.ts";
import { quotedName } from "./sql-text.ts";
import { type Attempt, StatementRunner } from "./statement-runner.ts";
import { unionInLots } from "./union-in-lots.ts";

const CONNECTIONS = 10;
/** Statements that one question may become; the server has other users too. */
const LOTS = 2;
const UNKNOWN_DATABASE = "81";
const ACCESS_DENIED = "497";
/** Statements are ended by their own time limit; the socket must not give up before that. */
const SOCKET_TIMEOUT_MILLISECONDS = 24 * 3600 * 1000;
/** A day of signs of life; Node's own limit is reached within the hour. */
const MAX_HEADER_BYTES = 1024 * 1024;

/** Opens a warehouse on a ClickHouse server; its database is made if it is not there. */
export async function openServer(target: ServerTarget): Promise<Engine> {
  const address = serverAddress(target.url);
  const database = target.database ?? address.database ?? DATABASE;
  const username = target.username ?? address.username ?? "default";
  const connect = (into?: string): ClickHouseClient =>
    createClient({
      url: address.url,
      username,
      password: target.password ?? address.password ?? "",
      ...(into === undefined ? {} : { database: into }),
      application: "leadline",
      max_open_connections: CONNECTIONS,
      max_response_headers_size: MAX_HEADER_BYTES,
      // Addresses have a limit of length; long lists of parameters go into the body.
      use_multipart_params_auto: true,
      request_timeout: SOCKET_TIMEOUT_MILLISECONDS,
      // Else a failure in the middle of an answer arrives as one more row of it.
      clickhouse_settings: { http_write_exception_in_output_format: 0 },
      log: { level: ClickHouseLogLevel.OFF },
    });
  const client = connect(database);
  try {
    await client.command({ query: "SELECT 1" }).catch(async (thrown) => {
      if (thrown?.code !== UNKNOWN_DATABASE) throw thrown;
      await createDatabase(connect(), database, username);
    });
    return await serverEngine(client);
  } catch (thrown) {
    await client.close();
    throw engineError(thrown);
  }
}

/** Only when it is missing: making it needs a right that using it does not. */
async function createDatabase(client: ClickHouseClient, database: string, username: string): Promise<void> {
  const statement = `CREATE DATABASE IF NOT EXISTS ${quotedName(database)}`;
  try {
    await client.command({ query: statement });
  } catch (thrown) {
    if ((thrown as { code?: unknown }).code !== ACCESS_DENIED) throw thrown;
    const refused = new LeadlineError(
      "engine.permission",
      `The server has no database ${database}, and ${username} may not make it.`,
      `Let an administrator run \`${statement}\` and grant ${username} the rights on it that docs/guide/server.md lists.`,
    );
    refused.cause = thrown;
    throw refused;
  } finally {
    await client.close();
  }
}

async function serverEngine(client: ClickHouseClient): Promise<Engine> {
  const statements = new StatementRunner((sql) => client.command({ query: sql }));
  const run = <Result>(options: RunOptions, start: (given: Given) => Promise<Result>): Promise<Result> =>
    statements.run(options, (attempt) => start(givenWith(attempt, options)));
  const query = <Row>(sql: string, parameters: Parameters = {}, options: RunOptions = {}): Promise<Row[]> =>
    run(options, async (given) => {
      const result = await client.query({ query: sql, format: "JSONEachRow", ...given, query_params: parameters });
      return rowsOf<Row>(await result.text());
    });
  const command = (sql: string, parameters: Parameters = {}, options: RunOptions = {}): Promise<void> =>
    run(options, async (given) => {
      const { stream } = await client.exec({ query: sql, ...given, query_params: parameters });
      refuseLateFailure(await textOf(stream));
    });
  const [{ version = "" } = {}] = await query<{ version: string }>("SELECT version() AS version");

  return {
    kind: "server",
    version,
    query,
    union: (selects, parameters, options) => unionInLots(query, selects, LOTS, parameters, options),
    command,
    insert: async (table, rows) => {
      for (const values of inBatches(rows))
        await run({}, (given) => client.insert({ table, values: [...values], format: "JSONEachRow", ...given }));
    },
    insertFromFile: (file, statement, options = {}) =>
      insertFromStream(file, statement, options, {
        command,
        send: (sql, body, sendOptions) =>
          run(sendOptions, async (given) => {
            const { stream } = await client.exec({ query: sql, values: body, ...given });
            refuseLateFailure(await textOf(stream));
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

interface Given {
  readonly clickhouse_settings: Settings;
  readonly abort_signal: AbortSignal;
}

/**
 * A short statement's answer is sent when it is whole, so that its status is right. A long one gives a sign of life now
 * and then, or proxies between here and there close the line; its status is sent before it has ended.
 * https://clickhouse.com/docs/interfaces/http#response-buffering
 */
function givenWith({ settings, lost }: Attempt, options: RunOptions): Given {
  const { max_memory_usage, ...rest } = settings;
  const long = (options.timeoutSeconds ?? DEFAULT_TIMEOUT_SECONDS) > DEFAULT_TIMEOUT_SECONDS;
  return {
    clickhouse_settings: {
      ...rest,
      // Half of this machine's memory says nothing about the server's; its own profile decides.
      ...(options.maxMemoryBytes !== undefined && max_memory_usage !== undefined && { max_memory_usage }),
      ...(long
        ? { send_progress_in_http_headers: 1, http_headers_progress_interval_ms: "50000" }
        : { wait_end_of_query: 1 }),
    },
    abort_signal: lost,
  };
}

function rowsOf<Row>(text: string): Row[] {
  refuseLateFailure(text);
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
}

async function textOf(stream: AsyncIterable<Uint8Array | string>): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(Buffer.from(piece as Uint8Array));
  return Buffer.concat(pieces).toString("utf8");
}
