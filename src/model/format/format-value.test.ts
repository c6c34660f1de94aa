import { expect, test } from "vitest";
import { changeInWords, formatValue } from "./format-value.ts";

const en = { language: "en", currency: "EUR" } as const;
const zh = { language: "zh", currency: "CNY" } as const;

test("a missing value is a dash, never 0", () => {
  expect(formatValue(null, "count", en)).toBe("–");
});

test("a count keeps its digits until ten thousand and is short above", () => {
  expect(formatValue(9_876, "count", en)).toBe("9,876");
  expect(formatValue(1_234_567, "count", en)).toBe("1.23M");
  expect(formatValue(1_234_567, "count", zh)).toBe("123万");
});

test("money shows its currency, cents only where they carry meaning", () => {
  expect(formatValue(12.5, "money", en)).toBe("€12.50");
  expect(formatValue(5_000, "money", en)).toBe("€5,000");
  expect(formatValue(1_240_000, "money", zh)).toBe("¥124万");
});

test("every digit of money is there when exactness is asked for", () => {
  expect(formatValue(1_240_000.25, "money", { ...en, style: "exact" })).toBe("€1,240,000.25");
});

test("a fraction of one is shown as percent", () => {
  expect(formatValue(0.4167, "ratio", en)).toBe("41.7%");
  expect(formatValue(0.0231, "ratio", zh)).toBe("2.31%");
});

test("a change is words first", () => {
  expect(changeInWords(0.12, "en")).toBe("12% above");
  expect(changeInWords(-0.034, "zh")).toBe("低 3.4%");
  expect(changeInWords(0, "en")).toBe("unchanged");
  expect(changeInWords(null, "en")).toBeNull();
});
