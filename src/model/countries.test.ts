import { expect, test } from "vitest";
import { COUNTRY_CODES, COUNTRY_LANGUAGES, countryCode } from "./countries.ts";

test("a country is one country by its codes and names, in any case", () => {
  const written = ["Germany", "DE", "de", "DEU", "德国", "Deutschland", "allemagne", "Alemania", " germany "];
  expect(new Set(written.map(countryCode))).toEqual(new Set(["DE"]));
  expect(["USA", "United States", "U.S.", "美国", "États-Unis"].map(countryCode)).toEqual(Array(5).fill("US"));
  expect(["UK", "GBR", "英国", "Vereinigtes Königreich"].map(countryCode)).toEqual(Array(4).fill("GB"));
  expect(["中国", "Mainland China", "CHN", "South Korea", "大韩民国"].map(countryCode)).toEqual([
    "CN",
    "CN",
    "CN",
    "KR",
    "KR",
  ]);
});

test("what is no country, or could be two, stays as it is", () => {
  for (const text of ["", "EMEA", "Korea", "Bavaria", "DE, AT"]) expect(countryCode(text)).toBe(text);
});

test("every country is found by its name in every language, and no two share one", () => {
  expect(COUNTRY_CODES).toHaveLength(249);
  for (const language of COUNTRY_LANGUAGES) {
    const names = new Intl.DisplayNames([language], { type: "region" });
    expect(COUNTRY_CODES.filter((code) => countryCode(names.of(code) ?? "") !== code)).toEqual([]);
  }
});
