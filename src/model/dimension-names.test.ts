import { expect, test } from "vitest";
import { dimensionName } from "./dimension-names.ts";

test("a dimension has a name in both languages, an attribute its own", () => {
  expect(dimensionName("landing_page")).toEqual({ en: "Landing page", zh: "着陆页" });
  expect(dimensionName("tier")).toEqual({ en: "tier", zh: "tier" });
  expect(dimensionName("constructor")).toEqual({ en: "constructor", zh: "constructor" });
});
