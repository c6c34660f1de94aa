import { expect, test } from "vitest";
import { readChannelsSearch } from "./channels-search.ts";

test("the address keeps stage, level, what stands above it, list and hand-out", () => {
  const given = {
    stage: "mql",
    by: "content",
    program: "Nurture 2026",
    list: "ABM DACH",
    batch: "20261120-081500-3f9c",
  };
  expect(readChannelsSearch(given)).toEqual(given);
});

test("a campaign that looks like a number is a text", () => {
  expect(readChannelsSearch({ campaign: 2026 })).toEqual({ campaign: "2026" });
});

test("what cannot be read is left out, and does not stand beside what was read", () => {
  const given = { stage: "click", by: "colour", kpi: "Leads!", batch: "a/b", list: "", subject: "hopes" };
  expect(readChannelsSearch(given)).toEqual({});
  // As the router joins them.
  expect({ ...given, ...readChannelsSearch(given) }).toEqual({});
});
