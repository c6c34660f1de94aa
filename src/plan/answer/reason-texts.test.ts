import { expect, test } from "vitest";
import { inWords, REASON_TEXTS } from "./reason-texts.ts";

const blanks = (text: string): readonly string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "").sort();

test("every reason says the same in both languages", () => {
  for (const [code, { en, zh }] of Object.entries(REASON_TEXTS)) {
    expect([...new Set(blanks(zh))], code).toEqual([...new Set(blanks(en))]);
    expect(/\p{Script=Han}/u.test(en), code).toBe(false);
    expect(/\p{Script=Han}/u.test(zh), code).toBe(true);
  }
});

test("blanks are filled in the asked language", () => {
  const remark = { code: "no_source", params: { measure: { en: "Clicks", zh: "点击次数" } } };
  expect(inWords(remark, "en").text).toBe("No source is loaded for Clicks.");
  expect(inWords(remark, "zh").text).toBe("尚未导入可提供“点击次数”的数据源。");
});
