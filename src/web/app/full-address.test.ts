import { expect, test } from "vitest";
import { fullAddress } from "./full-address.ts";

const workspace = { today: "2026-11-20", covered: { from: "2024-01-01", to: "2026-11-19" } };

test("an address says period and language even where they are the usual ones", () => {
  expect(fullAddress(new URL("http://localhost/"), workspace, "zh")).toBe("http://localhost/?period=2026-10&lang=zh");
});

test("what the sender saw stands", () => {
  const sent = "http://localhost/kpis/mroi?period=2026-Q1&lang=en&view=table";
  expect(fullAddress(new URL(sent), workspace, "en")).toBe(sent);
});
