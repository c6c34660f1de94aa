import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadPresets } from "../presets/load-presets.ts";
import { unsaidCurrency } from "./unsaid-currency.ts";

const { presets } = loadPresets(join(import.meta.dirname, "../../.."));

/** What a table of a preset's first layout leaves unsaid that has some of its fields. */
function unsaid(
  id: string,
  fields: readonly string[],
  { captured = {}, settings = {} }: { captured?: Record<string, string>; settings?: Record<string, string> } = {},
) {
  const layout = presets.find((one) => one.id === id)?.layouts[0];
  if (!layout) throw new RangeError(id);
  return [...unsaidCurrency([{ layout, fields, captured }], settings)];
}

describe("the currency of amounts is not said", () => {
  test("by an export that leaves out its column, until a person says it", () => {
    expect(unsaid("google_ads", ["date", "campaign", "cost", "clicks"])).toEqual(["currency"]);
    expect(unsaid("google_ads", ["date", "campaign", "cost", "clicks"], { settings: { currency: "USD" } })).toEqual([]);
  });

  test("but a column or a title may say it", () => {
    expect(unsaid("google_ads", ["date", "cost", "clicks", "currency"])).toEqual([]);
    expect(unsaid("meta", ["date", "spend"])).toEqual(["currency"]);
    expect(unsaid("meta", ["date", "spend"], { captured: { "header.currency": "USD" } })).toEqual([]);
  });

  test("and need not be where there are no amounts", () => {
    expect(unsaid("google_ads", ["date", "campaign", "clicks", "impressions"])).toEqual([]);
  });
});
