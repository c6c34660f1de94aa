import { expect, test } from "vitest";
import { machineShares } from "./machine-shares.ts";

test("of 120 people who opened 23 were machines': 97 are left, and each signal has its share of the 120", () => {
  const rows = [
    { rule: "machine_opens", rows: "23", of: "120" },
    { rule: "machine_opens:privacy_relay", rows: "11", of: "0" },
    { rule: "machine_opens:vendor_flag", rows: "12", of: "0" },
  ];
  expect(machineShares(rows)).toEqual([
    {
      rule: "machine_opens",
      raw: 120,
      human: 97,
      left_out: 23,
      share: 23 / 120,
      signals: [
        { signal: "vendor_flag", rows: 12, share: 0.1 },
        { signal: "privacy_relay", rows: 11, share: 11 / 120 },
      ],
    },
  ]);
});

test("where nobody opened there is nothing to have a share of", () => {
  expect(machineShares([{ rule: "machine_opens", rows: "0", of: "0" }])).toEqual([]);
});
