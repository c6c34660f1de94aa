import fc from "fast-check";
import stringWidth from "string-width";
import { expect, test } from "vitest";
import { paragraph, wrapText } from "./wrap-text.ts";

test("a text that fits stays; a longer one is broken between words", () => {
  expect(wrapText("three short words", 20)).toEqual(["three short words"]);
  expect(wrapText("three short words", 11)).toEqual(["three short", "words"]);
});

test("Chinese is broken between signs, but no line begins with a stop", () => {
  expect(wrapText("平台按点击日记录转，导出", 18)).toEqual(["平台按点击日记录", "转，导出"]);
});

test("a word longer than the line stands alone", () => {
  expect(wrapText("a google_ads/google-ads-de b", 10)).toEqual(["a", "google_ads/google-ads-de", "b"]);
});

test("nothing is lost, and lines are no longer than asked where words allow it", () => {
  const word = fc.constantFrom("ad", "platform", "转化", "时区：", "x-1", "“点击”");
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 30 }), fc.integer({ min: 10, max: 60 }), (words, width) => {
      const text = words.join(" ");
      const lines = wrapText(text, width);
      expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
      for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(width);
    }),
  );
});

test("a paragraph's later lines are set in", () => {
  expect(paragraph("one two three", 9, "  ")).toBe("  one two\n    three\n");
});
