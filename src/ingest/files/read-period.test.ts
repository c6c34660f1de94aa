import { describe, expect, test } from "vitest";
import { readPeriod } from "./read-period.ts";

describe("the period a preamble names", () => {
  test.each<[string, string[], string, string]>([
    ["Google, English", ["Campaign report", "September 1, 2026 - September 3, 2026"], "2026-09-01", "2026-09-03"],
    ["Google, German", ["17. September 2026 - 1. Oktober 2026"], "2026-09-17", "2026-10-01"],
    ["Google, abbreviated", ["Sep 1, 2026 – Oct 2, 2026"], "2026-09-01", "2026-10-02"],
    ["ISO days", ["2026-09-01 to 2026-09-30"], "2026-09-01", "2026-09-30"],
    ["GA4 exploration", ["# Free form 1", "# 20260901-20260902"], "2026-09-01", "2026-09-02"],
    ["GA4 report", ["# Start date: 20260101", "# End date: 20260131"], "2026-01-01", "2026-01-31"],
    ["Baidu", ["数据生成时间：2026-09-30 10:15", "1. 时间范围：20260901至20260902"], "2026-09-01", "2026-09-02"],
    ["Chinese dates", ["日期范围：2026年9月1日至2026年9月30日"], "2026-09-01", "2026-09-30"],
    [
      "LinkedIn",
      [
        "Report Start: September 1, 2026, 12:00 AM",
        "Report End: September 2, 2026, 11:59 PM",
        "Date Generated: October 3, 2026, 9:15 AM",
      ],
      "2026-09-01",
      "2026-09-02",
    ],
    ["QuickBooks", ["Acme Inc.", "General Ledger", "January 1, 2026 - January 31, 2026"], "2026-01-01", "2026-01-31"],
    ["QuickBooks, one month", ["January 2026"], "2026-01-01", "2026-01-31"],
    ["QuickBooks, several months", ["January - March, 2026"], "2026-01-01", "2026-03-31"],
    ["QuickBooks, days of a month", ["September 1-30, 2026"], "2026-09-01", "2026-09-30"],
    ["dotted days", ["Zeitraum: 01.09.2026 bis 30.09.2026"], "2026-09-01", "2026-09-30"],
    ["slashes that only work month first", ["Report Time: 6/10/2026,6/16/2026"], "2026-06-10", "2026-06-16"],
  ])("%s", (_, lines, from, to) => {
    expect(readPeriod(lines, null)).toEqual({ period: { from, to }, other: null });
  });

  test("slashed days that can be read both ways give both periods", () => {
    expect(readPeriod(["Report Time: 9/1/2026,9/2/2026"], null)).toEqual({
      period: { from: "2026-09-01", to: "2026-09-02" },
      other: { from: "2026-01-09", to: "2026-02-09" },
    });
    expect(readPeriod(["Report Time: 9/1/2026,9/2/2026"], "dmy").period).toEqual({
      from: "2026-01-09",
      to: "2026-02-09",
    });
  });

  test.each([
    "Report generated time,05/20/2026 10:00:00 AM",
    "Last Completed Available Day: 9/3/2026 10:15:00 PM (GMT)",
    "Made on,2026-10-01",
    "Made on: 1 October 2026",
    "Generated: 2026-10-01",
    "Exported 2026-10-01",
    "Export date,2026-10-01",
    "Run on 10/1/2026",
    "As of 2026-10-01",
    "Last updated: 2026-10-01",
    "创建时间：2026-10-01",
    "导出时间,2026年10月1日",
    "导出于 2026-10-01",
    "生成日期 20261001",
    "制表日期：2026-10-01",
    "数据更新时间：2026-10-01",
    "Erstellt am 01.10.2026",
    "Exportiert: 01.10.2026",
    "Stand: 01.10.2026",
    "Généré le 01.10.2026",
    "Signed,2026-10-01",
  ])("the day a report was made is no period: %s", (line) => {
    expect(readPeriod([line], null).period).toBeNull();
    expect(readPeriod([line, "2026-09-01 to 2026-09-30"], null).period).toEqual({
      from: "2026-09-01",
      to: "2026-09-30",
    });
  });

  test.each(["2026-09-01", "Date: 2026-09-01", "Report date,2026-09-01", "日期：2026-09-01", "统计日期,2026-09-01"])(
    "a day alone is the report's one day: %s",
    (line) => {
      expect(readPeriod([line], null).period).toEqual({ from: "2026-09-01", to: "2026-09-01" });
    },
  );

  test("the days between which records were made are the period", () => {
    const period = { from: "2026-09-01", to: "2026-09-30" };
    expect(readPeriod(["Leads created 2026-09-01 - 2026-09-30"], null).period).toEqual(period);
    expect(readPeriod(["创建时间：2026-09-01 00:00 至 2026-09-30"], null).period).toEqual(period);
    expect(readPeriod(["Created 2026-09-01, exported 2026-09-30"], null).period).toBeNull();
  });

  test("a start without an end is no period", () => {
    expect(readPeriod(["Startdatum des Berichts: 1. Oktober 2026"], null).period).toBeNull();
  });

  test("days that do not exist are not read", () => {
    expect(readPeriod(["February 30, 2026 - February 31, 2026"], null).period).toBeNull();
  });
});
