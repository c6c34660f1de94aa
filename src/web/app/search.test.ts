import { expect, test } from "vitest";
import { carried, readSearch } from "./search.ts";

test("an address is read back as it was written", () => {
  const search = { period: "2026-Q3", compare: "last-year", lang: "zh", board: "b2b", view: "table" } as const;
  expect(readSearch({ ...search })).toEqual(search);
  expect(readSearch({ period: 2026 })).toEqual({ period: "2026" });
});

test("what an address should not say is left out, and does not stand beside what was read", () => {
  const given = { period: "<script>", compare: "next", lang: "fr", board: "../x", view: 3 };
  expect(readSearch(given)).toEqual({});
  // As the router joins them.
  expect({ ...given, ...readSearch(given) }).toEqual({});
});

test("period, comparison and language go along, a page's own state does not", () => {
  expect(carried({ period: "2026", lang: "zh", board: "b2b", view: "table" })).toEqual({ period: "2026", lang: "zh" });
});
