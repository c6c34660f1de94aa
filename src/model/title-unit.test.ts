import { describe, expect, test } from "vitest";
import { titleUnit } from "./title-unit.ts";

const read = (title: string, isAmount = true, home = "EUR") => {
  const { plain, factor, currency } = titleUnit(title, { isAmount, home });
  return [plain, factor, currency];
};

describe("the unit that a title names", () => {
  test.each<[string, string, number, string | null]>([
    ["花费(万元)", "花费", 10_000, "CNY"],
    ["金额（千元）", "金额", 1000, "CNY"],
    ["金额【百万美元】", "金额", 1_000_000, "USD"],
    ["消费万元", "消费", 10_000, "CNY"],
    ["花费/万元", "花费", 10_000, "CNY"],
    ["花费_亿元", "花费", 100_000_000, "CNY"],
    ["广告費（千円）", "广告費", 1000, "JPY"],
    ["收入（单位：万元）", "收入", 10_000, "CNY"],
    ["花费（万）", "花费", 10_000, null],
    ["万元", "万元", 10_000, "CNY"],
    ["费用（元）", "费用", 1, "CNY"],
    ["金额(分)", "金额", 0.01, null],
    ["Cost (k EUR)", "Cost", 1000, "EUR"],
    ["Cost (EUR k)", "Cost", 1000, "EUR"],
    ["Cost [k€]", "Cost", 1000, "EUR"],
    ["Cost (K)", "Cost", 1000, null],
    ["Spend ($000)", "Spend", 1000, "USD"],
    ["Spend ('000 USD)", "Spend", 1000, "USD"],
    ["Spend (in thousands of dollars)", "Spend", 1000, "USD"],
    ["Spend in thousands", "Spend", 1000, null],
    ["Revenue in USD millions", "Revenue", 1_000_000, "USD"],
    ["Umsatz in Tsd. EUR", "Umsatz", 1000, "EUR"],
    ["Umsatz TEUR", "Umsatz", 1000, "EUR"],
    ["Umsatz (T€)", "Umsatz", 1000, "EUR"],
    ["Kosten in 1.000 €", "Kosten", 1000, "EUR"],
    ["Pipeline (£m)", "Pipeline", 1_000_000, "GBP"],
    ["Pipeline ($M)", "Pipeline", 1_000_000, "USD"],
    ["Revenue (M)", "Revenue", 1_000_000, null],
    ["Revenue (bn)", "Revenue", 1_000_000_000, null],
    ["Revenue, thousands", "Revenue", 1000, null],
    ["spend_k_eur", "spend", 1000, "EUR"],
    ["Cost (k EUR) planned", "Cost planned", 1000, "EUR"],
    ["cost_micros", "cost", 0.000_001, null],
    ["amount_cents", "amount", 0.01, null],
    ["cost_usd", "cost", 1, "USD"],
    ["Amount USD", "Amount", 1, "USD"],
    ["Amount (EUR)", "Amount", 1, "EUR"],
  ])("%s is %s × %d", (title, plain, factor, currency) => {
    expect(read(title)).toEqual([plain, factor, currency]);
  });

  test.each<[string, string, number]>([
    ["曝光（万次）", "曝光", 10_000],
    ["粉丝数(万人)", "粉丝数", 10_000],
    ["Impressions (k)", "Impressions", 1000],
    ["Impressions (thousands)", "Impressions", 1000],
  ])("%s is a count: %s × %d", (title, plain, factor) => {
    expect(read(title, false)).toEqual([plain, factor, null]);
  });

  test.each([
    "Conversion rate (%)",
    "转化率（%）",
    "Sales cycle (days)",
    "KPI score",
    "Clicks",
    "Bank",
    "401(k)",
    "Weekly spend",
    "Cost per thousand",
    "Cost per 1,000 impressions",
    "cost_per_thousand",
    "CPM（千次）",
    "CPM(元/千次)",
    "每千次展示费用",
    "千次曝光成本",
    "Spend in March",
    "Spend in 2026",
    "Cost (2026)",
    "Revenue (all)",
    "Cost (net)",
    "Spend - top",
    "Amount (T)",
    "Amount (b)",
    "花费",
  ])("%s names none", (title) => {
    expect(read(title)).toEqual([title, 1, null]);
  });

  test.each(["Height (m)", "Watch time (min)", "Users (M)", "Duration (分)", "Vitamin B", "Score (cents)"])(
    "%s names none of a column that holds no amounts",
    (title) => {
      expect(read(title, false)).toEqual([title, 1, null]);
    },
  );

  test("a sign of several currencies is the workspace's own where that is one of them", () => {
    expect([read("Cost ($)", true, "SGD")[2], read("Cost ($)", true, "CNY")[2]]).toEqual(["SGD", "USD"]);
    expect([read("花费(元)", true, "TWD")[2], read("花费(元)", true, "EUR")[2]]).toEqual(["TWD", "CNY"]);
    expect([read("Cost (¥)", true, "JPY")[2], read("Cost (¥)", true, "EUR")[2]]).toEqual(["JPY", "CNY"]);
  });
});
