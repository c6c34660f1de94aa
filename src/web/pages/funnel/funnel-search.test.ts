import { expect, test } from "vitest";
import { readFunnelSearch, sideOf } from "./funnel-search.ts";

test("an address is read back as it was written", () => {
  const search = { mode: "cohort", window: "90", dim: "channel", a: "Paid Search", b: "*", from: "lead", to: "won" };
  expect(readFunnelSearch({ ...search })).toEqual(search);
  expect(readFunnelSearch({ window: 90 })).toEqual({ window: "90" });
});

test("what an address should not say is left out", () => {
  expect(readFunnelSearch({ mode: "both", window: "soon", dim: "A=B", a: "", from: "<b>" })).toEqual({});
});

test("a side without a value is everyone", () => {
  expect(sideOf("channel", "Email")).toEqual(["channel=Email"]);
  expect(sideOf("channel", "*")).toEqual([]);
  expect(sideOf(undefined, "Email")).toEqual([]);
});
