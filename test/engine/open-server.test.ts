import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { openEngine } from "../../src/engine/open-engine.ts";

describe("a server that cannot be used", () => {
  const servers: Server[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) server.close().closeAllConnections();
  });

  interface Reply {
    readonly status: number;
    readonly code?: string;
    readonly body: string;
  }

  /** A server that answers each statement with this. */
  const replying = async (reply: (sql: string) => Reply): Promise<string> => {
    const server = createServer(async (request, response) => {
      let sql = "";
      for await (const piece of request) sql += piece;
      const { status, code, body } = reply(sql);
      response.writeHead(status, code === undefined ? {} : { "X-ClickHouse-Exception-Code": code });
      response.end(body);
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };

  const answering = (status: number, code: string, body: string): Promise<string> =>
    replying(() => ({ status, code, body }));

  test("because nothing listens there is unreachable", async () => {
    await expect(openEngine({ url: "http://127.0.0.1:1" })).rejects.toMatchObject({
      code: "engine.unreachable",
      remedy: expect.stringContaining("address"),
    });
  });

  test.each(["clickhouse:9000", "tcp://localhost:9000", ""])("because %j is no address is unreachable", async (url) => {
    await expect(openEngine({ url })).rejects.toMatchObject({ code: "engine.unreachable" });
  });

  test("because it refuses the login says so", async () => {
    const url = await answering(
      403,
      "516",
      "Code: 516. DB::Exception: default: Authentication failed: password is incorrect. (AUTHENTICATION_FAILED)",
    );
    await expect(openEngine({ url })).rejects.toMatchObject({ code: "engine.login" });
  });

  test("because it lacks rights says so", async () => {
    const url = await answering(
      403,
      "497",
      "Code: 497. DB::Exception: reader: Not enough privileges. To execute this query, it's necessary to have the grant CREATE DATABASE ON leadline.*. (ACCESS_DENIED)",
    );
    await expect(openEngine({ url })).rejects.toMatchObject({
      code: "engine.permission",
      message: expect.stringContaining("CREATE DATABASE"),
    });
  });

  test("because it is no ClickHouse says what it answered", async () => {
    const url = await answering(404, "", "<html>not here</html>");
    await expect(openEngine({ url })).rejects.toMatchObject({ message: expect.stringContaining("not here") });
  });

  test("because its database is missing and may not be made says what an administrator should run", async () => {
    const url = await replying((sql) =>
      sql.startsWith("CREATE DATABASE")
        ? { status: 403, code: "497", body: "Code: 497. DB::Exception: ana: Not enough privileges. (ACCESS_DENIED)" }
        : {
            status: 404,
            code: "81",
            body: "Code: 81. DB::Exception: Database team does not exist. (UNKNOWN_DATABASE)",
          },
    );
    await expect(openEngine({ url, database: "team", username: "ana" })).rejects.toMatchObject({
      code: "engine.permission",
      message: "The server has no database team, and ana may not make it.",
      remedy: expect.stringContaining("CREATE DATABASE IF NOT EXISTS `team`"),
    });
  });

  test("because a statement fails after a success status has been sent says so all the same", async () => {
    const failure = "Code: 241. DB::Exception: Memory limit exceeded. (MEMORY_LIMIT_EXCEEDED)\n";
    const url = await replying((sql) => {
      if (sql.startsWith("SELECT 1")) return { status: 200, body: "1\n" };
      return { status: 200, body: sql.includes("version()") ? '{"version":"26.7.1"}\n' : failure };
    });
    const engine = await openEngine({ url });
    await expect(engine.command("INSERT INTO t SELECT 1")).rejects.toMatchObject({ code: "engine.memory" });
    await expect(engine.query("SELECT n FROM t")).rejects.toMatchObject({ code: "engine.memory" });
    await engine.close();
  });
});
