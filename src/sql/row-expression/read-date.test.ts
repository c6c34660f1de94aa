import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openRowEngine, type RowEngine } from "../../../test/support/row-expressions.ts";
import type { RowContext } from "./row-context.ts";

let engine: RowEngine;
beforeAll(async () => {
  engine = await openRowEngine();
});
afterAll(() => engine.close());

type Case = readonly [cell: string | null, value: string | null | "unreadable"];

async function expectAll(expression: string, context: Partial<RowContext>, cases: readonly Case[]) {
  const results = await engine.run(
    expression,
    cases.map(([cell]) => ({ x: cell })),
    context,
  );
  const shown = results.map(({ value, invalid }, i) => [cases[i]?.[0], invalid ? "unreadable" : value]);
  expect(shown).toEqual(cases.map(([cell, value]) => [cell, value]));
}

/** Read the same whatever the file's order of day and month. */
const ALWAYS: readonly Case[] = [
  [null, null],
  ["", null],
  [" ", null],
  ["--", null],
  ["-", null],
  ["N/A", null],
  ["2026-09-01", "2026-09-01"],
  [" 2026-09-01 ", "2026-09-01"],
  ["2026-9-1", "2026-09-01"],
  ["20260901", "2026-09-01"],
  ["2026/9/1", "2026-09-01"],
  ["2026/09/01", "2026-09-01"],
  ["2026.09.01", "2026-09-01"],
  ["2026年9月1日", "2026-09-01"],
  ["2026年09月01日", "2026-09-01"],
  ["2026 年 9 月 1 日", "unreadable"],
  ["２０２６年９月１日", "2026-09-01"],
  ["1.9.2026", "2026-09-01"],
  ["01.09.2026", "2026-09-01"],
  ["1. 9. 2026", "2026-09-01"],
  ["01.09.26", "2026-09-01"],
  ["September 1, 2026", "2026-09-01"],
  ["Sep 1, 2026", "2026-09-01"],
  ["Sept. 1, 2026", "2026-09-01"],
  ["SEPTEMBER 1, 2026", "2026-09-01"],
  ["Tuesday, September 1, 2026", "2026-09-01"],
  ["September 1st, 2026", "2026-09-01"],
  ["1 Sep 2026", "2026-09-01"],
  ["1 September 2026", "2026-09-01"],
  ["01-Sep-2026", "2026-09-01"],
  ["17. September 2026", "2026-09-17"],
  ["1. Oktober 2026", "2026-10-01"],
  ["3. März 2026", "2026-03-03"],
  ["3. MÄRZ 2026", "2026-03-03"],
  ["24. Dez. 2026", "2026-12-24"],
  ["Donnerstag, 17. September 2026", "2026-09-17"],
  ["May 5, 2026", "2026-05-05"],
  ["5. Mai 2026", "2026-05-05"],
  ["2024-02-29", "2024-02-29"],
  ["2026-02-29", "unreadable"],
  ["2026-02-31", "unreadable"],
  ["2026-04-31", "unreadable"],
  ["2026/2/31", "unreadable"],
  ["20260231", "unreadable"],
  ["31.2.2026", "unreadable"],
  ["31. Februar 2026", "unreadable"],
  ["February 30, 2026", "unreadable"],
  ["2026年2月30日", "unreadable"],
  ["2026-13-01", "unreadable"],
  ["2026-00-10", "unreadable"],
  ["2026-01-00", "unreadable"],
  ["0020-09-01", "unreadable"],
  ["20260-09-01", "unreadable"],
  ["1969-12-31", "unreadable"],
  ["1970-01-01", "1970-01-01"],
  ["2106-02-08", "2106-02-08"],
  ["2149-06-06", "2149-06-06"],
  ["2149-06-07", "unreadable"],
  ["9999-12-31", "unreadable"],
  ["0000-00-00", "unreadable"],
  ["2026-09", "unreadable"],
  ["2026", "unreadable"],
  ["46266", "unreadable"],
  ["Foober 1, 2026", "unreadable"],
  ["yesterday", "unreadable"],
  ["2026-09-01x", "unreadable"],
  ["x2026-09-01", "unreadable"],
  ["1.9.70", "unreadable"],
];

const TIMES: readonly Case[] = [
  ["2026-09-01 09:14", "2026-09-01"],
  ["2026-09-01 09:14:05", "2026-09-01"],
  ["2026-09-01T09:14:05", "2026-09-01"],
  ["2026-09-01T09:14:05Z", "2026-09-01"],
  ["2026-09-01T09:14:05.123Z", "2026-09-01"],
  ["2026-09-01T09:14:05.000+0000", "2026-09-01"],
  ["2026-09-01 09:14:05 UTC", "2026-09-01"],
  ["2026-09-01 9:14 AM", "2026-09-01"],
  ["Jun 09, 2018 09:30 pm", "2018-06-09"],
  ["September 1, 2026 at 9:14 AM", "2026-09-01"],
  ["1. September 2026 um 09:14 Uhr", "2026-09-01"],
  ["2026年9月1日 09:14", "2026-09-01"],
  ["2026-09-01 25:00", "unreadable"],
  ["2026-09-01 24:00:00", "unreadable"],
  ["2026-09-01 12:60", "unreadable"],
  ["2026-09-01 12:59:60", "unreadable"],
  ["2026-09-01 13:00 PM", "unreadable"],
  ["2026-09-01 0:30 AM", "unreadable"],
  ["2026-02-31 09:14:05", "unreadable"],
  ["2026-02-31 9:14", "unreadable"],
  ["2106-02-08 09:14:05", "unreadable"],
  ["2106-02-08 9:14", "unreadable"],
  ["2026-09-01 soon", "unreadable"],
];

describe("date(x)", () => {
  test.each(["iso", "ymd", "dmy", "mdy"] as const)(
    "reads every form without doubt in a file of order %s",
    (dateOrder) => expectAll("date([x])", { dateOrder }, [...ALWAYS, ...TIMES]),
  );

  test("reads 9/1/2026 as September where months come first", () =>
    expectAll("date([x])", { dateOrder: "mdy" }, [
      ["9/1/2026", "2026-09-01"],
      ["09/01/2026", "2026-09-01"],
      ["9-1-2026", "2026-09-01"],
      ["9/1/26", "2026-09-01"],
      ["12/31/2026", "2026-12-31"],
      ["12/31/2106", "2106-12-31"],
      ["31/12/2026", "unreadable"],
      ["2/31/2026", "unreadable"],
      ["9/1/20260", "unreadable"],
      ["9/1/0020", "unreadable"],
      ["3/15/2024 2:30 PM", "2024-03-15"],
      ["3/15/2024 12:30 AM", "2024-03-15"],
      ["3/15/2024, 2:30:59 PM", "2024-03-15"],
    ]));

  test("reads 9/1/2026 as January where days come first", () =>
    expectAll("date([x])", { dateOrder: "dmy" }, [
      ["9/1/2026", "2026-01-09"],
      ["09/01/2026", "2026-01-09"],
      ["31/12/2026", "2026-12-31"],
      ["12/31/2026", "unreadable"],
      ["31/2/2026", "unreadable"],
      ["9/1/2026 09:14", "2026-01-09"],
    ]));

  test("does not guess the order of 9/1/2026", () =>
    expectAll("date([x])", { dateOrder: "iso" }, [
      ["9/1/2026", "unreadable"],
      ["31/12/2026", "unreadable"],
    ]));

  test("a pure day never shifts, whatever the zones", () =>
    expectAll("date([x])", { fileZone: "UTC", workspaceZone: "Asia/Shanghai", dateOrder: "mdy" }, [
      ["2026-09-01", "2026-09-01"],
      ["9/1/2026", "2026-09-01"],
      ["September 1, 2026", "2026-09-01"],
    ]));

  test("a late evening in UTC is the next day in Shanghai, and an early morning there the day before in New York", async () => {
    await expectAll("date([x])", { fileZone: "UTC", workspaceZone: "Asia/Shanghai" }, [
      ["2026-08-31 23:30", "2026-09-01"],
      ["2026-08-31 15:59:59", "2026-08-31"],
      ["2026-08-31 16:00:00", "2026-09-01"],
      ["2026-08-31T23:30:00Z", "2026-09-01"],
      ["Aug 31, 2026 11:30 PM", "2026-09-01"],
    ]);
    await expectAll("date([x])", { fileZone: "Asia/Shanghai", workspaceZone: "America/New_York" }, [
      ["2026-09-01 09:14", "2026-08-31"],
      ["2026-09-01 12:00", "2026-09-01"],
    ]);
  });

  test("a zone in the cell goes before the file's", () =>
    expectAll("date([x])", { fileZone: "America/New_York", workspaceZone: "UTC" }, [
      ["2026-09-01T00:30:00+08:00", "2026-08-31"],
      ["2026-09-01T00:30:00+0800", "2026-08-31"],
      ["2026-08-31 23:30 -05:00", "2026-09-01"],
      ["2026-08-31 23:30:00 UTC", "2026-08-31"],
      ["2026-09-01 00:30 UTC+8", "2026-08-31"],
      ["2026-08-31 23:30:00", "2026-09-01"],
    ]));
});

describe("date(x) and datetime(x) against the calendars of the world", () => {
  const instants = fc
    .sample(fc.date({ min: new Date("1971-01-01"), max: new Date("2105-12-30"), noInvalidDate: true }), {
      numRuns: 80,
      seed: 3,
    })
    .map((date) => new Date(Math.floor(date.getTime() / 60_000) * 60_000));
  const iso = (date: Date, zone: string) =>
    new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short" }).format(date);

  test.each([
    ["en-US", "long", "mdy"],
    ["en-US", "full", "mdy"],
    ["en-US", "medium", "mdy"],
    ["en-GB", "long", "dmy"],
    ["en-GB", "short", "dmy"],
    ["de-DE", "long", "dmy"],
    ["de-DE", "full", "dmy"],
    ["de-DE", "medium", "dmy"],
    ["zh-CN", "long", "iso"],
    ["zh-CN", "short", "iso"],
    ["ja-JP", "medium", "iso"],
    ["sv-SE", "short", "iso"],
  ] as const)("a day as %s writes it %s", async (locale, dateStyle, dateOrder) => {
    const format = new Intl.DateTimeFormat(locale, { dateStyle, timeZone: "UTC" });
    await expectAll(
      "date([x])",
      { dateOrder, workspaceZone: "Asia/Shanghai" },
      instants.map((date) => [format.format(date), iso(date, "UTC")]),
    );
  });

  test.each([
    ["UTC", "Asia/Shanghai"],
    ["Asia/Shanghai", "UTC"],
    ["Asia/Kolkata", "America/New_York"],
    ["UTC", "Pacific/Auckland"],
  ])("a time in %s falls on the right day in %s", async (fileZone, workspaceZone) => {
    const local = new Intl.DateTimeFormat("sv-SE", { timeZone: fileZone, dateStyle: "short", timeStyle: "medium" });
    const american = new Intl.DateTimeFormat("en-US", { timeZone: fileZone, dateStyle: "medium", timeStyle: "short" });
    const context = { fileZone, workspaceZone };
    for (const write of [
      (date: Date) => local.format(date),
      (date: Date) => american.format(date),
      (date: Date) => date.toISOString(),
      (date: Date) => date.toISOString().replace("Z", "+0000"),
    ]) {
      await expectAll(
        "date([x])",
        context,
        instants.map((date) => [write(date), iso(date, workspaceZone)]),
      );
      await expectAll(
        "datetime([x])",
        context,
        instants.map((date) => [write(date), date.toISOString().slice(0, 19).replace("T", " ")]),
      );
    }
  });
});

describe("datetime(x)", () => {
  test("is the instant of a local time in the file's zone", () =>
    expectAll("datetime([x])", { fileZone: "Asia/Shanghai", dateOrder: "mdy" }, [
      [null, null],
      ["", null],
      ["--", null],
      ["2026-09-01 09:14", "2026-09-01 01:14:00"],
      ["2026-09-01 09:14:05", "2026-09-01 01:14:05"],
      ["2026-09-01T09:14:05", "2026-09-01 01:14:05"],
      ["2026-09-01T09:14:05Z", "2026-09-01 09:14:05"],
      ["2026-09-01T09:14:05.987Z", "2026-09-01 09:14:05"],
      ["2026-09-01 09:14:05 +05:30", "2026-09-01 03:44:05"],
      ["2026-09-01 09:14:05 -03", "2026-09-01 12:14:05"],
      ["9/1/2026 9:15 AM", "2026-09-01 01:15:00"],
      ["9/1/2026 12:15 AM", "2026-08-31 16:15:00"],
      ["9/1/2026 12:15 PM", "2026-09-01 04:15:00"],
      ["Jun 09, 2018 09:30 pm", "2018-06-09 13:30:00"],
      ["2026-09-01", "2026-08-31 16:00:00"],
      ["2026-09-01 26:00", "unreadable"],
      ["2106-09-01", "unreadable"],
      ["soon", "unreadable"],
    ]));

  test("follows summer time", () =>
    expectAll("datetime([x])", { fileZone: "Europe/Berlin" }, [
      ["2026-01-15 12:00", "2026-01-15 11:00:00"],
      ["2026-07-15 12:00", "2026-07-15 10:00:00"],
    ]));

  test("date(datetime(x)) is the workspace's day", () =>
    expectAll("date(datetime([x]))", { fileZone: "UTC", workspaceZone: "Asia/Shanghai" }, [
      ["2026-08-31 23:30:00", "2026-09-01"],
      ["", null],
      ["soon", "unreadable"],
    ]));
});

describe("computing with days", () => {
  test("days are added and counted, months begin and end", async () => {
    await expectAll("add_days(date([x]), 1)", {}, [
      ["2026-02-28", "2026-03-01"],
      ["2149-06-06", "unreadable"],
      ["", null],
    ]);
    await expectAll("add_days(date([x]), -31)", {}, [
      ["2026-03-31", "2026-02-28"],
      ["1970-01-02", "unreadable"],
    ]);
    await expectAll('days_between(date([x]), date("2026-03-01"))', {}, [
      ["2026-02-27", "2"],
      ["2026-03-03", "-2"],
      ["", null],
    ]);
    await expectAll("month_end(date([x]))", {}, [["2024-02-10", "2024-02-29"]]);
    await expectAll("month_start(date([x]))", {}, [["2024-02-10", "2024-02-01"]]);
  });

  test("milliseconds and seconds since 1970 are instants; other figures are not", async () => {
    await expectAll("epoch([x])", {}, [
      ["1584385400357", "2020-03-16 19:03:20"],
      ["1584385400", "2020-03-16 19:03:20"],
      ["", null],
      ["20260316", "unreadable"],
      ["9999999999999", "unreadable"],
    ]);
    await expectAll("date(epoch([x]))", { workspaceZone: "Asia/Shanghai" }, [["1584385400357", "2020-03-17"]]);
  });

  test("the period of the export is at hand, and empty where the file does not say it", async () => {
    const period = { from: "2026-09-17", to: "2026-10-01" };
    await expectAll("period_from()", { period }, [["", "2026-09-17"]]);
    await expectAll("add_days(period_to(), 1)", { period }, [["", "2026-10-02"]]);
    await expectAll("period_to()", {}, [["", null]]);
  });
});
