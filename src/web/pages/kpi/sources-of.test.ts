import { expect, test } from "vitest";
import { sourcesOf } from "./sources-of.ts";

test("files of one connection are one source, from its first day to its last", () => {
  const load = (connection: string, from: string | null, to: string | null, committed_at: string) => ({
    connection,
    from,
    to,
    committed_at,
  });
  expect(
    sourcesOf([
      load("crm", null, null, "2026-03-01T10:00:00Z"),
      load("ga4", "2026-02-01", "2026-02-28", "2026-03-02T10:00:00Z"),
      load("ga4", "2026-01-01", "2026-01-31", "2026-02-02T10:00:00Z"),
    ]),
  ).toEqual([
    { connection: "ga4", from: "2026-01-01", to: "2026-02-28", files: 2, loadedAt: "2026-03-02T10:00:00Z" },
    { connection: "crm", from: null, to: null, files: 1, loadedAt: "2026-03-01T10:00:00Z" },
  ]);
});
