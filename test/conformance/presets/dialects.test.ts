import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { columnNames } from "../../../src/language/names.ts";
import { parse } from "../../../src/language/parse.ts";
import { explain } from "../../../src/service/receipts/explain.ts";
import { type TestWorkspace, testWorkspace } from "../../support/workspace.ts";

const PRESETS = join(import.meta.dirname, "../../../presets");

/** Rates of exchange are the thing itself; an average position is turned into a sum of positions at once. */
const NO_RATES = ["fx_rate.rate", "search_daily.position_sum", "search_period.position_sum"];
const RATE = /\brates?\b|\bratio\b|\bctr\b|\bcpc\b|\bcpm\b|\broi\b|率|均价|平均/i;

let team: TestWorkspace;
beforeAll(async () => {
  team = await testWorkspace();
});
afterAll(() => team.close());

test("no preset reads a tool's own rate: rates are computed from counts", () => {
  const read: string[] = [];
  for (const { id, layouts } of team.workspace.presets.presets) {
    for (const layout of layouts)
      for (const { fact, set } of layout.facts)
        for (const [column, expression] of Object.entries(set)) {
          if (column.startsWith("attributes.") || NO_RATES.includes(`${fact}.${column}`)) continue;
          for (const field of columnNames(parse(expression, "row"))) {
            const titles = layout.columns[field];
            const all = Array.isArray(titles) ? titles : (titles?.titles ?? []);
            if (all.some((title) => RATE.test(title)))
              read.push(`${id}/${layout.id}: ${fact}.${column} from [${field}]`);
          }
        }
  }
  expect(read).toEqual([]);
});

test("every word of a tool is about KPIs of the catalogue", () => {
  const unknown = team.workspace.presets.presets.flatMap(({ id, dialects }) =>
    dialects.flatMap(({ about }) =>
      about.filter((kpi) => !team.workspace.catalogue.kpis.has(kpi)).map((kpi) => `${id}: ${kpi}`),
    ),
  );
  expect(unknown).toEqual([]);
});

describe("the receipt says what a tool means by its words", () => {
  const receipt = (kpi: string, language?: "zh") =>
    explain(team.workspace, { kpis: [kpi], period: "2026-06" }, language);

  test("HubSpot's click-through rate is our click_to_open_rate; nothing is said before a file of it is loaded", async () => {
    await team.load(join(PRESETS, "klaviyo/sample/campaigns_export.csv"));
    expect(JSON.stringify(await receipt("click_to_open_rate"))).not.toContain("HubSpot");
    await team.load(join(PRESETS, "hubspot_email_report/sample/email_performance.csv"));
    const { answers, dialects } = await receipt("click_to_open_rate");
    expect(dialects?.map(({ preset, text }) => [preset, text])).toContainEqual([
      "hubspot_email_report",
      "HubSpot's click-through rate (clicks ÷ opens) = our click_to_open_rate, computed here from counts.",
    ]);
    // (60 + 99) ÷ (300 + 1400), not the mean of the file's 20.00 % and 7.07 %.
    expect(answers[0]?.value).toBeCloseTo(159 / 1700, 12);
    expect((await receipt("click_to_open_rate", "zh")).dialects?.map(({ text }) => text).join()).toContain(
      "点击打开比",
    );
    expect((await receipt("complaint_rate")).dialects).toBeUndefined();
  });

  test("opt-outs are over delivered mails, and repeat clicks count once", async () => {
    await team.load(join(PRESETS, "pardot/sample/list_emails.csv"));
    const where = { channel: ["Email"], source: ["pardot"] };
    const ask = async (kpi: string) =>
      (await explain(team.workspace, { kpis: [kpi], period: "2026-06", where })).answers[0];
    expect((await ask("unsubscribe_rate"))?.value).toBeCloseTo(10 / 980, 12);
    expect((await ask("unique_click_rate"))?.value).toBeCloseTo(60 / 980, 12);
  });

  test("chargeable clicks, qualified conversions, clicks and views of conversions", async () => {
    await team.load(join(PRESETS, "linkedin/sample/campaign_performance_en_utf16le.csv"));
    await team.load(join(PRESETS, "microsoft_ads/sample/api_report.csv"));
    const texts = (await explain(team.workspace, { kpis: ["ctr"], period: "2026" })).dialects?.map(({ text }) => text);
    expect(texts?.join()).toContain("chargeable clicks");
    const conversions = (await explain(team.workspace, { kpis: ["cpa"], period: "2026" })).dialects;
    expect(conversions?.map(({ preset }) => preset)).toEqual(["linkedin", "microsoft_ads"]);
  });
});
