import { expect, test } from "vitest";
import { sortBars } from "./sort-bars.ts";

const row = (channel: string, value: number | null) => ({ by: { channel }, value });

test("bars stand by size, those without value after them, the unnamed last", () => {
  const rows = [row("(not set)", 9), row("Email", null), row("Display", null), row("Direct", 2), row("Referral", 5)];
  expect(sortBars(rows, "channel").map((one) => one.by.channel)).toEqual([
    "Referral",
    "Direct",
    "Display",
    "Email",
    "(not set)",
  ]);
});
