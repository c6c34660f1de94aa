import { describe, expect, test } from "vitest";
import type { VisiblePart } from "../../model/inventory.ts";
import type { Dimension } from "../dimensions/dimension.ts";
import { chooseExports } from "./choose-exports.ts";

let loads = 0;
const part = (fact: string, grain: string, from: string, to: string, more: Partial<VisiblePart> = {}): VisiblePart => ({
  fact,
  grain,
  scope: "",
  from,
  to,
  rows: 1,
  dimensions: [],
  attributes: [],
  currencies: [],
  platforms: [],
  loadNo: ++loads,
  system: "ga4",
  connection: "main",
  hidden: [],
  ...more,
});
const by = (...names: readonly string[]): readonly Dimension[] => names.map((name) => ({ kind: "column", name }));
const chosen = (parts: readonly VisiblePart[], dimensions: readonly Dimension[], columns = {}) =>
  chooseExports(parts, { dimensions, columns }).connections.flatMap((connection) =>
    connection.parts.map(({ table, part: { grain, hidden } }) => [table, grain, hidden.length]),
  );

describe("of one connection", () => {
  const daily = part("web_daily", "channel", "2026-01-01", "2026-03-31");
  const detailed = part("web_daily", "channel+device", "2026-01-01", "2026-03-31");

  test("the coarsest export that carries what is asked answers alone", () => {
    expect(chosen([detailed, daily], [])).toEqual([["web_daily", "channel", 0]]);
    expect(chosen([detailed, daily], by("channel"))).toEqual([["web_daily", "channel", 0]]);
    expect(chosen([detailed, daily], by("device"))).toEqual([["web_daily", "channel+device", 0]]);
  });

  test("days that it does not cover are left to the next", () => {
    const early = part("web_period", "channel", "2025-12-01", "2026-01-31");
    expect(chosen([daily, early], [])).toEqual([
      ["web_daily", "channel", 0],
      ["web_period", "channel", 1],
    ]);
  });

  test("single sessions go before files that add them up", () => {
    const single = part("web_session", "", "2026-01-01", "2026-03-31", { dimensions: ["device"] });
    expect(chosen([daily, single], by("device"))).toEqual([["web_session", null, 0]]);
  });

  test("single sessions of a month without any keyword still answer by keyword when other months have some", () => {
    const january = part("web_session", "", "2026-01-01", "2026-01-31", { dimensions: ["keyword"] });
    const february = part("web_session", "", "2026-02-01", "2026-02-28");
    expect(chosen([january, february], by("keyword"))).toHaveLength(2);
    expect(chosen([february], by("keyword"))).toEqual([]);
  });

  test("an export that does not report the figure does not answer for it", () => {
    const pages = part("web_daily", "landing_page", "2026-01-01", "2026-03-31", { measures: ["page_views"] });
    const channels = part("web_daily", "channel+source", "2026-01-01", "2026-03-31", { measures: ["sessions"] });
    expect(chosen([pages, channels], [], { web_daily: ["sessions"] })).toEqual([["web_daily", "channel+source", 0]]);
  });
});

test("of several connections each answers for itself, and those that cannot are named", () => {
  const parts = [
    part("ad_daily", "campaign+device", "2026-01-01", "2026-03-31", { system: "google_ads" }),
    part("ad_daily", "campaign", "2026-01-01", "2026-03-31", { system: "meta_ads", connection: "de" }),
  ];
  const { connections, without } = chooseExports(parts, { dimensions: by("device"), columns: {} });
  expect(connections.map(({ name }) => name)).toEqual(["google_ads/main"]);
  expect(without).toEqual(["meta_ads/de"]);
});
