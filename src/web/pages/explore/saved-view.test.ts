import { expect, test } from "vitest";
import { type FullSearch, searchOf, showsSaved, viewOf } from "./saved-view.ts";

const search: FullSearch = {
  kpis: "mqls,leads",
  by: "campaign",
  grain: "month",
  where: "channel:Email|Paid Search;country:DE",
  show: "bar",
  top: "10",
  sort: "-leads",
  period: "2026-Q3",
  compare: "last-year",
};
const kept = { ...viewOf("Campaigns", search), id: "campaigns-1", revision: 4 };

test("a saved view opens the address it was saved from", () => {
  expect(searchOf(kept)).toEqual({ ...search, saved: "campaigns-1", rev: "4" });
  const hidden: FullSearch = { kpis: "leads", period: "last-month", vs: "off" };
  expect(searchOf({ ...viewOf("x", hidden), id: "x", revision: 1 })).toEqual({ ...hidden, saved: "x", rev: "1" });
});

test("a changed address no longer shows what was saved; a language or a revision is no change", () => {
  expect(showsSaved(kept, search)).toBe(true);
  expect(showsSaved(kept, { ...search, saved: "campaigns-1", rev: "2" })).toBe(true);
  expect(showsSaved(kept, { ...search, period: "2026-Q2" })).toBe(false);
  expect(showsSaved(kept, { ...search, show: "table" })).toBe(false);
  expect(showsSaved(kept, { ...search, vs: "off" })).toBe(false);
});
