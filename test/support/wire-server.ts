/**
 * A ClickHouse server over a real socket, for tests: hands each HTTP request to the embedded engine, in a session of
 * its own, and answers as a server does. Run as a process of its own: `node wire-server.ts DIRECTORY`; it prints its
 * address. https://clickhouse.com/docs/interfaces/http
 */
import { createWriteStream } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { Session } from "chdb";
import { literal } from "../../src/engine/sql-text.ts";

const [directory = ""] = process.argv.slice(2);
const keepsTheEngineAlive = new Session(directory);
/** In the address, but not settings of the engine. */
const NOT_SETTINGS =
  /^(query|query_id|database|default_format|session_id|wait_end_of_query|enable_http_compression|.*http_headers.*)$/;

const server = createServer(async (request, response) => {
  const temporary = await mkdtemp(join(tmpdir(), "leadline-wire-"));
  const session = new Session(directory);
  try {
    const url = new URL(request.url ?? "/", "http://wire");
    if (url.pathname === "/ping") return void response.end("Ok.\n");
    const body = join(temporary, "body");
    await pipeline(request, createWriteStream(body));
    const type = request.headers["content-type"] ?? "";
    if (type.startsWith("multipart/")) await moveIntoSearch(body, type, url.searchParams);
    const sql = [...preamble(url.searchParams), await statement(url.searchParams.get("query"), body)].join(";\n");
    const result = await session.queryAsync(sql, { format: url.searchParams.get("default_format") ?? "TabSeparated" });
    response.setHeader("X-ClickHouse-Summary", JSON.stringify({ read_rows: String(result.rowsRead) }));
    response.end(result.bytes());
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    response.statusCode = 500;
    response.setHeader("X-ClickHouse-Exception-Code", /^Code: (\d+)/.exec(message)?.[1] ?? "1002");
    response.end(message);
  } finally {
    session.close();
    await rm(temporary, { recursive: true, force: true });
  }
});

/** Long parameters come as a form. */
async function moveIntoSearch(body: string, type: string, search: URLSearchParams): Promise<void> {
  const form = await new Response(await readFile(body), { headers: { "content-type": type } }).formData();
  for (const [name, value] of form) search.set(name, String(value));
  await rm(body);
  await writeFile(body, "");
}

/** Settings, parameters and the database come in the address. */
function preamble(search: URLSearchParams): readonly string[] {
  const database = search.get("database");
  const settings = [...search].filter(([name]) => !NOT_SETTINGS.test(name));
  return [
    "SET max_query_size = 16777216",
    ...(database === null ? [] : [`USE ${database}`]),
    ...settings.map(([name, value]) => `SET ${name} = ${literal(value)}`),
  ];
}

/** The statement is the body, or is in the address with its data as body. `input()` reads nothing in an embedded engine. */
async function statement(query: string | null, body: string): Promise<string> {
  if (query === null) return readFile(body, "utf8");
  const input = /^(.*)\binput\(('(?:[^'\\]|\\.)*')\)(.*)\sFORMAT\s+(\w+)\s*$/s.exec(query);
  if (input === null) return `${query}\n${await readFile(body, "utf8")}`;
  const [, before = "", structure = "", after = "", format = ""] = input;
  return `${before}file(${literal(body)}, ${format}, ${structure})${after}`;
}

server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.stdout.write(`http://127.0.0.1:${typeof address === "object" ? address?.port : ""}\n`);
});
process.on("SIGTERM", () => {
  server.closeAllConnections();
  server.close();
  keepsTheEngineAlive.close();
});
