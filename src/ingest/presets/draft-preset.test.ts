import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { draftPreset } from "./draft-preset.ts";
import { loadPresets } from "./load-presets.ts";

const { presets } = loadPresets(join(import.meta.dirname, "../../.."));

/** The draft for a table written with commas. */
function draftOf(lines: readonly string[], file = "export.csv") {
  const [header = [], ...rows] = lines.map((line) => line.split(","));
  const sample = { file, kind: "delimited", encoding: "utf-8", delimiter: ",", headerLine: 1, header, rows } as const;
  const { fact, missing, preset, columns } = draftPreset(sample, presets, "EUR");
  const [layout] = preset.layouts as readonly { readonly facts: readonly { readonly set: Record<string, string> }[] }[];
  return { fact, missing, columns, set: layout?.facts[0]?.set ?? {} };
}

describe("what the rows of an unknown file tell is drafted from its columns:", () => {
  test("deals, of a CRM that writes its titles as a database does", () => {
    const { fact, missing, set } = draftOf([
      "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value",
      "A1,Ann,Basic,Acme,Won,2026-01-05,2026-03-01,1054",
      "A2,Bob,Pro,Besta,Lost,2026-01-09,2026-03-02,0",
      "A3,Ann,Pro,Cando,Engaging,2026-02-01,,",
      "A4,Ann,Pro,Acme,Prospecting,,,",
    ]);
    expect([fact, missing]).toEqual(["opportunity", []]);
    expect(set).toEqual({
      external_id: "text([opportunity_id])",
      status: "text([deal_stage])",
      created_date: "date([engage_date])",
      close_date: "date([close_date])",
      amount: "money([close_value])",
      currency: "setting('currency')",
      product: "text([product])",
      account: "text([account])",
      "attributes.sales_agent": "text([sales_agent])",
    });
  });

  test("meetings, where several rows have the same deal and nothing is won or lost", () => {
    const { fact, set } = draftOf([
      "Date,Opportunity ID,Kind,Product",
      "2026-01-05,A1,demo,Basic",
      "2026-01-09,A1,discovery,Basic",
    ]);
    expect(fact).toBe("meeting");
    expect(set.opportunity_id).toBe("text([opportunity_id])");
  });

  test("visits, each with a key of its own", () => {
    const { fact, set } = draftOf([
      "session_id,customer_id,started_at,utm_source,utm_medium,utm_campaign",
      "1,11,2026-01-05,google,cpc,brand",
      "2,11,2026-01-06,bing,cpc,brand",
    ]);
    expect(fact).toBe("web_session");
    expect(set.external_id).toBe("text([session_id])");
  });

  test("an ad's days, whose cost is told by its title alone", () => {
    const { fact, missing, set } = draftOf([
      "day,campaign,media_spend,impressions,clicks",
      "2026-01-05,Brand,12.5,100,7",
      "2026-01-06,Brand,11,90,6",
    ]);
    expect([fact, missing, set.cost]).toEqual(["ad_daily", [], "money([media_spend])"]);
  });

  test("ads, where it is money that was spent: never income; links' tags are source, medium and campaign", () => {
    const { fact, set } = draftOf([
      "date_day,utm_source,utm_medium,utm_campaign,spend",
      "2026-02-01,facebook_ads,paid_social,brand,13",
      "2026-02-02,facebook_ads,paid_social,brand,15",
    ]);
    expect(fact).toBe("ad_daily");
    expect(set).toMatchObject({
      cost: "money([spend])",
      source: "text([utm_source])",
      medium: "text([utm_medium])",
      campaign: "text([utm_campaign])",
    });
  });

  test("payments, where it is money that came in", () => {
    const { fact, set } = draftOf(["customer_id,converted_at,revenue", "11,2026-02-03,15", "12,2026-02-04,16"]);
    expect([fact, set.amount]).toEqual(["revenue", "money([revenue])"]);
  });

  test("an ad's days, even where the day stands in the head and is to be said", () => {
    const { fact, missing } = draftOf([
      "Campaign name,Ad group,Keyword,Impressions,Clicks,Spend,Conversions",
      "Brand,a,x,309,91,318.26,20",
      "Brand,b,y,40,7,35.12,0",
    ]);
    expect([fact, missing]).toEqual(["ad_daily", ["date"]]);
  });

  test("the currency of each row, by a column of codes", () => {
    const { set } = draftOf([
      "Day,Campaign,Clicks,Cost,Currency of account",
      "2026-02-01,Brand,1,13,USD",
      "2026-02-02,Brand,2,15,EUR",
    ]);
    expect(set.currency).toBe("text([currency_of_account])");
  });

  test("nothing, where no title and no amount says it", () => {
    expect(draftOf(["colour,shape", "red,round", "blue,square"]).fact).toBeNull();
  });
});

describe("a unit that stands only in a title", () => {
  test("brings each figure to its full size, and its currency to the rows", () => {
    const { fact, missing, set, columns } = draftOf([
      "日期,计划,曝光量（万次）,点击,花费(万元)",
      "2026-01-05,品牌,1.25,70,12.34567",
      "2026-01-06,品牌,0.8,61,11",
    ]);
    expect([fact, missing]).toEqual(["ad_daily", []]);
    expect(set).toMatchObject({
      impressions: "integer(number([column_3]) * 10000)",
      clicks: "integer([column_4])",
      cost: "money(number([column_5]) * 10000)",
      currency: "'CNY'",
    });
    expect(columns.map(({ factor }) => factor)).toEqual([1, 1, 10_000, 1, 10_000]);
  });

  test("is no part of the name by which its column is known", () => {
    const { set } = draftOf([
      "Day,Campaign,Cost (k USD),Clicks,Click rate (%)",
      "2026-01-05,Brand,1.2,70,1.5",
      "2026-01-06,Brand,1.1,61,1.4",
    ]);
    expect(set).toMatchObject({ cost: "money(number([cost]) * 1000)", currency: "'USD'" });
  });

  test("does not count where the cells say their unit themselves", () => {
    const { set } = draftOf(["日期,计划,点击,花费(万元)", "2026-01-05,品牌,70,1.2万", "2026-01-06,品牌,61,1.1万"]);
    expect(set).toMatchObject({ cost: "money([column_4])", currency: "'CNY'" });
  });

  test("is asked for where two titles name two currencies", () => {
    const { set } = draftOf([
      "Day,Campaign,Clicks,Cost (USD),Conversion value (EUR)",
      "2026-01-05,Brand,70,1.5,3",
      "2026-01-06,Brand,61,1.4,4",
    ]);
    expect(set.currency).toBe("setting('currency')");
  });
});
