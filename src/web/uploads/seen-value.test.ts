import { expect, test } from "vitest";
import { isHashed, seenValue } from "./seen-value.ts";

const hash = "a1".repeat(32);

test.each([
  ["12.5000", "12.5"],
  ["12.0000", "12"],
  ["100", "100"],
  ["-0.2500", "-0.25"],
  ["2026-09-10", "2026-09-10"],
  ["10.20.30", "10.20.30"],
  [hash, "•••••"],
  [`${hash}@acme.example`, "•••••@acme.example"],
])("%s is shown as %s", (value, shown) => {
  expect(seenValue(value)).toBe(shown);
});

test("only whole hashes are taken for personal data", () => {
  expect(isHashed(hash)).toBe(true);
  expect(isHashed(hash.slice(1))).toBe(false);
});
