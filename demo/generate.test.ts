import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { parse } from "csv-parse/sync";
import iconv from "iconv-lite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse as parseYamlText } from "yaml";
import { checkPreset } from "../src/ingest/presets/check-preset.ts";
import { presetSchema } from "../src/model/preset.ts";
import { workspaceSchema } from "../src/model/workspace.ts";
import { type Demo, generateDemo } from "./generate.ts";
import { loadOrder } from "./load-order.ts";

let folder: string;
let demo: Demo;

const bytesOf = (path: string): Buffer => readFileSync(join(folder, path));
const rowsOf = (text: string, delimiter: string): string[][] =>
  parse(text, { delimiter, relax_column_count: true, bom: true, skip_empty_lines: true });
const utf16 = (path: string): string[] => {
  const bytes = bytesOf(path);
  expect([...bytes.subarray(0, 2)]).toEqual([0xff, 0xfe]);
  return iconv.decode(bytes, "utf-16le").replace("\uFEFF", "").split("\r\n");
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "leadline-demo-"));
  demo = generateDemo(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("the same seed and day give the same bytes, another seed gives others", () => {
  const digest = (from: string, files: readonly string[]) =>
    files
      .map((file) =>
        createHash("sha256")
          .update(readFileSync(join(from, file)))
          .digest("hex"),
      )
      .join();
  const again = mkdtempSync(join(tmpdir(), "leadline-demo-"));
  try {
    expect(generateDemo(again).files).toEqual(demo.files);
    expect(digest(again, demo.files)).toBe(digest(folder, demo.files));
    generateDemo(again, { seed: 5 });
    expect(digest(again, demo.files)).not.toBe(digest(folder, demo.files));
  } finally {
    rmSync(again, { recursive: true, force: true });
  }
});

test("everything together stays below 30 MB", () => {
  expect(demo.files.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0)).toBeLessThan(30e6);
});

test("the settings and presets of the workspace are of the product's format", () => {
  const settings = workspaceSchema.parse(parseYamlText(bytesOf("leadline.yaml").toString("utf8")));
  expect(settings.currency).toBe("EUR");
  expect(settings.exclusions.map(({ kind }) => kind)).toEqual(["test", "internal", "competitor", "customer"]);
  const presets = demo.files.filter((file) => file.startsWith("presets/"));
  expect(presets.length).toBeGreaterThan(3);
  for (const file of presets) {
    const text = bytesOf(file).toString("utf8");
    const preset = presetSchema.parse(parseYamlText(text));
    expect(file).toBe(`presets/${preset.id}/preset.yaml`);
    expect(checkPreset(preset, text, file)).toEqual([]);
  }
});

test("every export is in the load order, and every preset that it names is there", () => {
  const builtIn = readdirSync(join(import.meta.dirname, "../presets"));
  const loads = loadOrder(demo.files);
  expect(loads.map(({ file }) => file)).toEqual(demo.files.filter((file) => file.startsWith("exports/")));
  for (const { preset } of loads)
    if (preset !== undefined && !builtIn.includes(preset))
      expect(demo.files).toContain(`presets/${preset}/preset.yaml`);
});

describe("the files are laid out as the systems lay them out", () => {
  test("GA4 puts the grand total under the header, one cell longer, and its users do not add up", () => {
    const lines = bytesOf("exports/ga4/ga4-traffic-2025-H1.csv").toString("utf8").split("\n");
    expect(lines.slice(0, 6)).toEqual([
      "# ----------------------------------------",
      "# Lotwerk Sensors - GA4",
      "# Free form-Free form 1",
      "# 20250101-20250630",
      "# ----------------------------------------",
      "",
    ]);
    const [header = [], total = [], ...days] = rowsOf(lines.slice(6).join("\n"), ",");
    expect(header[0]).toBe("Date");
    expect(total.length).toBe(header.length + 1);
    expect(total.at(-1)).toBe("Grand total");
    const sum = (column: number) => days.reduce((all, row) => all + Number(row[column]), 0);
    expect(sum(3)).toBe(Number(total[3]));
    expect(sum(5)).toBeGreaterThan(Number(total[5]));
  });

  test("both GA4 reports tell the same sessions, and three days are missing", () => {
    const sessions = (report: string) =>
      rowsOf(bytesOf(`exports/ga4/ga4-${report}-2025-H2.csv`).toString("utf8").split("\n").slice(8).join("\n"), ",");
    const all = (rows: string[][]) => rows.reduce((sum, row) => sum + Number(row[3]), 0);
    expect(all(sessions("traffic"))).toBe(all(sessions("devices")));
    const days = new Set(sessions("traffic").map((row) => row[0]));
    expect(["20250915", "20250916", "20250917", "20250918", "20250919"].map((day) => days.has(day))).toEqual([
      true,
      false,
      false,
      false,
      true,
    ]);
  });

  test("Google Ads: UTF-16 with tabs, title and period above, totals below; the campaign is renamed under one id", () => {
    const lines = utf16("exports/google-ads/google-ads-us-2026-H1.csv");
    expect(lines[0]).toBe("Campaign report");
    expect(lines[1]).toBe("December 2, 2025 - June 30, 2026");
    expect(lines.at(-2)?.startsWith("Total: Account")).toBe(true);
    expect(lines.some((line) => line.includes("Ultrasonic level sensors US\t21987650001"))).toBe(true);
    const before = utf16("exports/google-ads/google-ads-us-2025-H2.csv").join("\n");
    expect(before).toContain("Generic, level sensors US\t21987650001");
    expect(before).not.toContain("Ultrasonic level sensors US");
  });

  test("Google Ads restates the last thirty days of the export before", () => {
    const conversions = (file: string) =>
      new Map(
        utf16(file)
          .filter((line) => line.startsWith("Enabled\tSearch JP\t"))
          .map((line) => line.split("\t"))
          .map((cells) => [cells[3], `${cells[6]}/${cells[10]}`]),
      );
    const early = conversions("exports/google-ads/google-ads-us-2025-H1.csv");
    const late = conversions("exports/google-ads/google-ads-us-2025-H2.csv");
    const both = [...late].filter(([day]) => early.has(day));
    expect(both.length).toBe(30);
    expect(both.filter(([day, value]) => early.get(day) !== value).length).toBeGreaterThan(10);
  });

  test("the German account writes German numbers, its first export as plain CSV", () => {
    const first = rowsOf(bytesOf("exports/google-ads/google-ads-de-2024-H2.csv").toString("utf8"), ",");
    expect(first[0]).toEqual(["Kampagnenbericht"]);
    expect(first[1]).toEqual(["1. November 2024 - 31. Dezember 2024"]);
    expect(first[3]?.[6]).toMatch(/^[\d.]+,\d\d$/);
    expect(first.at(-1)?.[0]).toBe("Gesamt: Konto");
    expect(utf16("exports/google-ads/google-ads-de-2026-H2.csv")[0]).toBe("Kampagnenbericht");
  });

  test("LinkedIn has five lines above its header and writes M/D/YYYY", () => {
    const lines = utf16("exports/linkedin/linkedin-campaigns-2026-H2.csv");
    expect(lines[0]).toBe("Campaign Performance Report (in UTC)");
    expect(lines[4]).toBe("");
    expect(lines[5]?.startsWith("Start Date (in UTC)\tAccount Name")).toBe(true);
    expect(lines[6]).toMatch(/^6\/1\/2026\t/);
  });

  test("Meta tells its currency in the header only, and its total has no campaign", () => {
    const bytes = bytesOf("exports/meta/meta-ads-2026-H1.csv");
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const rows = rowsOf(bytes.toString("utf8"), ",");
    expect(rows[0]).toContain("Amount spent (EUR)");
    expect(rows.at(-1)?.[2]).toBe("");
  });

  test("Baidu is GB18030 and states its conditions above the header", () => {
    const lines = iconv.decode(bytesOf("exports/baidu/baidu-search-2025-H1.csv"), "gb18030").split("\r\n");
    expect(lines[2]).toBe("1. 时间范围：20250101至20250630");
    expect(lines[7]?.startsWith("日期,账户,推广计划")).toBe(true);
  });

  test("GA4 snapshots give a month's users in all, by channel and by country, and the parts are more than the whole", () => {
    const tables = bytesOf("exports/ga4/ga4-users-2026-10.csv").toString("utf8").trim().split("\n\n").slice(1);
    expect(tables.map((table) => table.split("\n")[0])).toEqual([
      "Total users",
      "Session primary channel group (Default Channel Group),Total users",
      "Country ID,Total users",
    ]);
    const users = Number(tables[0]?.split("\n")[1]);
    const ofChannels = rowsOf(tables[1] ?? "", ",").slice(1);
    expect(ofChannels.reduce((sum, [, count]) => sum + Number(count), 0)).toBeGreaterThan(users);
  });

  test("Chinese platforms write Chinese titles; 360 is GB18030 and ends with its totals", () => {
    const lines = iconv.decode(bytesOf("exports/360/360-dianjing-2026.csv"), "gb18030").trim().split("\r\n");
    expect(lines[0]?.startsWith("日期,设备类型,推广计划ID")).toBe(true);
    const rows = rowsOf(lines.join("\n"), ",");
    const clicks = rows.slice(1, -1).reduce((sum, row) => sum + Number(row[7]), 0);
    expect(rows.at(-1)?.[0]).toBe("合计");
    expect(Number(rows.at(-1)?.[7])).toBe(clicks);
    expect(bytesOf("exports/xiaohongshu/xiaohongshu-juguang-2026.csv").toString("utf8")).toContain("时间,计划名称");
    expect(bytesOf("exports/bilibili/bilibili-ads-2026.csv").toString("utf8")).toContain("展示量,点击量");
  });

  test("firms and people are called as firms and people are, everybody with an address of their own", () => {
    const companies = rowsOf(bytesOf("exports/hubspot/hubspot-companies.csv").toString("utf8"), ",").slice(1);
    const column = (at: number) => companies.map((row) => row[at] ?? "");
    expect(column(1).filter((name) => /\d/.test(name))).toEqual([]);
    expect(new Set(column(2)).size).toBe(companies.length);
    const chinese = companies.filter((row) => row[3] === "CN");
    expect(chinese.length).toBeGreaterThan(50);
    expect(chinese.every((row) => /^\p{Script=Han}+$/u.test(row[1] ?? ""))).toBe(true);
    const subscribers = rowsOf(bytesOf("exports/stripe/stripe-subscriptions.csv").toString("utf8"), ",").slice(1);
    expect(subscribers.filter((row) => /\d/.test(row[2] ?? ""))).toEqual([]);
  });

  test("a post's numbers stand in each network's own export, in its notation", () => {
    const linkedin = rowsOf(bytesOf("exports/social/linkedin-page-posts.csv").toString("utf8"), ",");
    expect(linkedin[1]?.[0]).toBe("Post title");
    expect(new Set(linkedin.slice(2).map((row) => row[2]))).toEqual(new Set(["Organic", "Sponsored"]));
    const x = rowsOf(bytesOf("exports/social/account_analytics_content.csv").toString("utf8"), ",");
    expect(x[1]?.[1]).toMatch(/^(Tue|Fri), [A-Z][a-z]{2} \d+, 2026$/);
    const weixin = rowsOf(bytesOf("exports/social/公众号图文.csv").toString("utf8"), ",");
    expect(weixin[1]?.[1]).toMatch(/^\d{8}$/);
  });

  test("HubSpot: test leads, merges, free mail, missing addresses, skipped and reversed stages are all there", () => {
    const [header = [], ...contacts] = rowsOf(bytesOf("exports/hubspot/hubspot-contacts-2.csv").toString("utf8"), ",");
    const at = (row: string[], title: string) => row[header.indexOf(title)] ?? "";
    const some = (condition: (row: string[]) => boolean) => contacts.filter(condition).length;
    expect(some((row) => at(row, "Email").startsWith("qa+"))).toBeGreaterThan(10);
    expect(some((row) => at(row, "Merged Contact IDs") !== "")).toBeGreaterThan(20);
    expect(some((row) => at(row, "Merged Contact IDs").includes(";"))).toBeGreaterThan(3);
    expect(some((row) => at(row, "Email") === "")).toBeGreaterThan(5);
    expect(some((row) => at(row, "Email").trim().endsWith("@qq.com"))).toBeGreaterThan(5);
    const became = (row: string[], stage: string) => at(row, `Became a ${stage} Date`);
    expect(
      some((row) => became(row, "Sales Qualified Lead") !== "" && became(row, "Marketing Qualified Lead") === ""),
    ).toBeGreaterThan(20);
    expect(
      some(
        (row) =>
          became(row, "Sales Qualified Lead") !== "" &&
          became(row, "Marketing Qualified Lead") > became(row, "Sales Qualified Lead"),
      ),
    ).toBeGreaterThan(5);
    const ids = new Set(contacts.map((row) => at(row, "Record ID")));
    const merged = contacts.flatMap((row) => at(row, "Merged Contact IDs").split(";")).filter((id) => id !== "");
    expect(merged.some((id) => ids.has(id))).toBe(false);
    const early = bytesOf("exports/hubspot/hubspot-contacts-1.csv").toString("utf8");
    expect(merged.every((id) => early.includes(`\n${id},`))).toBe(true);
  });

  test("Stripe has yen without decimals, failures, refunds and test payments", () => {
    const [header = [], ...payments] = rowsOf(bytesOf("exports/stripe/stripe-payments-2026.csv").toString("utf8"), ",");
    const column = (title: string) => payments.map((row) => row[header.indexOf(title)]);
    expect(new Set(column("Status"))).toEqual(new Set(["Paid", "Failed", "Refunded"]));
    expect(new Set(column("Mode"))).toEqual(new Set(["Live", "Test"]));
    expect(new Set(column("Currency"))).toEqual(new Set(["eur", "usd", "cny", "jpy"]));
    const yen = payments.filter((row) => row[header.indexOf("Currency")] === "jpy");
    expect(yen.every((row) => /^\d+$/.test(row[header.indexOf("Amount")] ?? ""))).toBe(true);
  });
});

describe("the truth", () => {
  const value = (kpi: string, period: string): number => {
    const found = demo.truth.cases.find(
      (one) => one.kpi === kpi && one.period === period && one.by === undefined && one.mode === undefined,
    );
    if (found === undefined || found.value === null) throw new Error(`${kpi} ${period} has no value`);
    return found.value;
  };

  test("months add up to their quarter where a figure adds up, and do not where it does not", () => {
    const months = ["2026-07", "2026-08", "2026-09"];
    for (const kpi of ["sessions", "leads", "mqls", "opportunities", "ad_spend", "marketing_cost", "sales_revenue"]) {
      const sum = months.reduce((all, month) => all + value(kpi, month), 0);
      expect(sum).toBeCloseTo(value(kpi, "2026-Q3"), 4);
    }
    expect(months.reduce((all, month) => all + value("win_rate", month), 0) / 3).not.toBeCloseTo(
      value("win_rate", "2026-Q3"),
      6,
    );
  });

  test("the channels of a month add up to all sessions", () => {
    const parts = demo.truth.cases.filter(
      (one) => one.kpi === "sessions" && one.period === "2026-10" && one.by?.channel !== undefined,
    );
    expect(parts.reduce((sum, part) => sum + (part.value ?? 0), 0)).toBe(value("sessions", "2026-10"));
  });

  test("the sessions of a month are those of the exports", () => {
    const month = (path: string, date: number, count: (row: string[]) => number, skip: number) =>
      rowsOf(bytesOf(path).toString("utf8").split("\n").slice(skip).join("\n"), ",")
        .filter((row) => row[date]?.startsWith("202610"))
        .reduce((sum, row) => sum + count(row), 0);
    const site = month("exports/ga4/ga4-devices-2026-H2.csv", 0, (row) => Number(row[3]), 8);
    const shop = month("exports/shop/shop-sessions-2026-H2.csv", 1, () => 1, 1);
    expect(site + shop).toBe(value("sessions", "2026-10"));
  });

  test("the overspend of the trade-fair campaign shows in the cost per lead", () => {
    expect(value("ad_spend", "2026-03")).toBeGreaterThan(1.25 * value("ad_spend", "2026-02"));
  });
});

describe("what happened shows", () => {
  const value = (kpi: string, period: string): number =>
    demo.truth.cases.find((one) => one.kpi === kpi && one.period === period && !one.by && !one.mode)?.value ??
    Number.NaN;

  test("the scraper's sessions raise the bounce rate of their month above every other", () => {
    const others = ["2026-03", "2026-04", "2026-06", "2026-07", "2026-08"];
    for (const month of others)
      expect(value("bounce_rate", "2026-05")).toBeGreaterThan(value("bounce_rate", month) + 0.02);
  });

  test("the bought list raises complaints and lowers delivery", () => {
    expect(value("complaint_rate", "2026-02")).toBeGreaterThan(value("complaint_rate", "2026-01"));
    expect(value("delivery_rate", "2026-02")).toBeLessThan(value("delivery_rate", "2026-01") - 0.01);
  });

  test("links that were tagged wrongly bring sessions under another name for one month", () => {
    const traffic = bytesOf("exports/ga4/ga4-traffic-2026-H1.csv").toString("utf8").split("\n");
    const months = (words: string) =>
      new Set(traffic.filter((line) => line.includes(words)).map((line) => line.slice(0, 6)));
    expect(months("linkedin / sponsored,Demand-US-2")).toEqual(new Set(["202606"]));
    expect(months("linkedin / paid-social,demand_us").has("202606")).toBe(false);
  });

  test("the demo's own notes say on which days", () => {
    const notes = bytesOf("README.md").toString("utf8");
    for (const { from, text } of demo.stories) {
      expect(notes).toContain(from);
      expect(notes).toContain(text.en);
      expect(notes).toContain(text.zh);
    }
  });
});

test("the cases that the guide quotes are true, in both languages", () => {
  for (const guide of ["demo-company.md", "demo-company.zh-CN.md"]) {
    const text = readFileSync(join(import.meta.dirname, "../docs/guide", guide), "utf8");
    const quoted = [...text.matchAll(/^\{ "kpi".*\}$/gm)].map(([line]) => JSON.parse(line));
    expect(quoted.length).toBe(3);
    for (const { value, ...question } of quoted) {
      const found = demo.truth.cases.find(({ value: _, ...asked }) => isDeepStrictEqual(asked, question));
      expect(Math.round((found?.value ?? Number.NaN) * 1000) / 1000, `${guide}: ${JSON.stringify(question)}`).toBe(
        value,
      );
    }
  }
});
