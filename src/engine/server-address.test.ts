import { expect, test } from "vitest";
import { serverAddress } from "./server-address.ts";

test("an address may name user, password, database and settings", () => {
  expect(serverAddress("https://ana:p%40ss@ch.example:8443/team%20one?connect_timeout=5")).toEqual({
    url: "https://ch.example:8443?connect_timeout=5",
    username: "ana",
    password: "p@ss",
    database: "team one",
  });
});

test("an address need not name more than the host", () => {
  expect(serverAddress("http://localhost:8123/")).toEqual({ url: "http://localhost:8123" });
});

test.each(["clickhouse:9000", "tcp://localhost:9000", "", "http://h/proxy/db"])("%j is no address", (text) => {
  expect(() => serverAddress(text)).toThrow(expect.objectContaining({ code: "engine.unreachable" }));
});

test("a password does not appear in the sentence about a wrong address", () => {
  expect(() => serverAddress("tcp://ana:secret@host:9000")).toThrow(
    expect.objectContaining({ message: expect.not.stringContaining("secret") }),
  );
});
