import { expect, test } from "vitest";
import { daysInWords } from "./days-in-words.ts";

test("days stand in a sentence as the reader writes them, alone, as ranges and in lists", () => {
  expect(daysInWords("2026-10-31", "en")).toBe("31 Oct 2026");
  expect(daysInWords("2026-10-31", "zh")).toBe("2026年10月31日");
  expect(daysInWords("2026-10-01..2026-10-09, 2026-10-20..2026-10-31", "en")).toBe(
    "1 Oct 2026 – 9 Oct 2026, 20 Oct 2026 – 31 Oct 2026",
  );
  expect(daysInWords("2026-10-01..2026-10-09, 2026-10-20..2026-10-31", "zh")).toBe(
    "2026年10月1日 – 2026年10月9日、2026年10月20日 – 2026年10月31日",
  );
});

test("what is no day, or more than days, stays as it is", () => {
  for (const text of ["fair-2026-10-01", "2026-99-01", "2026", ""]) expect(daysInWords(text, "en")).toBe(text);
});
