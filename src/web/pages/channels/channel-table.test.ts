import { expect, test } from "vitest";
import type { AnswerRow } from "../../../model/answer.ts";
import { channelTable, shareOf } from "./channel-table.ts";

const row = (kpi: string, channel: string, value: number | null, reason?: string): AnswerRow => ({
  kpi,
  period: { from: "2026-10-01", to: "2026-10-31", label: "2026-10" },
  by: { channel },
  value,
  state: value === null ? "no_dimension" : "ok",
  unit: "count",
  definition: `${kpi}@1`,
  ...(reason && { reason: { code: "no_dimension", text: reason } }),
});

test("channels stand by leads, a KPI that cannot be split stands aside with its reason", () => {
  const rows = [
    row("leads", "Email", 5),
    row("leads", "Webinar", 9),
    row("ltv", "Email", null, "not by channel"),
    row("leads", "Display", null),
  ];
  const table = channelTable(["leads", "ltv"], rows, [row("leads", "", 14)]);
  expect(table.lines.map(({ channel }) => channel)).toEqual(["Webinar", "Email"]);
  expect(table.refused).toEqual([{ kpi: "ltv", reason: "not by channel" }]);
});

test("a share of nothing is no share", () => {
  expect(shareOf(row("leads", "Email", 5), row("leads", "", 20))).toBe(0.25);
  expect(shareOf(row("leads", "Email", 5), row("leads", "", 0))).toBeNull();
  expect(shareOf(row("leads", "Email", null), row("leads", "", 20))).toBeNull();
});
