import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { openEngine } from "../../src/engine/open-engine.ts";

describe("a server that cannot be used", () => {
  const servers: Server[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) server.close().closeAllConnections();
  });

  /** A server that answers each request with this. */
  const answering = async (status: number, code: string, body: string): Promise<string> => {
    const server = createServer((request, response) => {
      request.resume();
      response.writeHead(status, { "X-ClickHouse-Exception-Code": code });
      response.end(body);
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };

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
});
