import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listCampaigns } from "../../src/service/campaigns/list-campaigns.ts";
import { explain } from "../../src/service/receipts/explain.ts";
import { verify } from "../../src/service/receipts/verify.ts";
import { ownKpi } from "../support/own-kpi.ts";
import { type TestWorkspace, testWorkspace, valuesBy } from "../support/workspace.ts";

const samples = join(import.meta.dirname, "../../presets");
/** Google Ads: "Brand search" (id 111) 1,214.50, "Generic, search" (id 222) 300.00. */
const ads = join(samples, "google_ads/sample/campaign_report_en_utf8.csv");

let team: TestWorkspace;
let settings: string;

beforeAll(async () => {
  team = await testWorkspace();
  settings = join(team.workspace.dir, "leadline.yaml");
  aliases("");
  await team.load(ads);
  // One accepted lead of a program that is called like the campaign's link, one of a program that holds an id.
  const leads = readFileSync(join(samples, "content_syndication/sample/vendor_leads.csv"), "utf8").trim().split("\n");
  const [title = "", first = ""] = leads;
  const list = join(team.workspace.dir, "leads.csv");
  const other = first.replace("ana.diaz", "ben.okoro").replace("2026-01 NetLine CS", "nl|1111112|de");
  const lines = [title, first.replace("2026-01 NetLine CS", "brand_search"), other];
  writeFileSync(list, `${lines.join("\n").replaceAll("01/28/2026", "09/28/2026")}\n`);
  await team.load(list, { currency: "USD", vendor: "NetLine" });
});

afterAll(() => team?.close());

function aliases(text: string): void {
  writeFileSync(settings, `currency: USD\n${text}`);
  team.workspace.reload();
}

const asked = { kpis: ["marketing_cost", "leads"], period: "2026-09", by: ["campaign"] };

test("campaigns are listed under each system's name, with what is likely the same", async () => {
  const { rows, suggested } = await listCampaigns(team.workspace, "2026-09");
  const told = rows.map(({ system, name, ids, spend, leads, likely }) => [
    system,
    name,
    ids.join(),
    spend,
    leads,
    likely,
  ]);
  const alike = { campaign: "Brand search", why: "same_text" };
  expect(told).toEqual([
    ["google_ads", "Brand search", "111", 1214.5, null, null],
    ["google_ads", "Generic, search", "222", 300, null, null],
    ["content_syndication", "brand_search", "", 60, null, alike],
    ["content_syndication", "nl|1111112|de", "", 60, null, null],
    ["funnel", "brand_search", "", null, 1, alike],
    ["funnel", "nl|1111112|de", "", null, 1, null],
  ]);
  expect(suggested).toEqual({ "Brand search": ["brand_search"] });
});

test("names put into the settings count at once, in a breakdown and in a filter, and the receipt lists them", async () => {
  aliases('campaign_aliases:\n  Brand: ["111", BRAND_search]\n  "nl|1111112|de": Partner\n');
  const answer = await team.ask(asked);
  expect(valuesBy(answer, "marketing_cost", "campaign")).toEqual({
    Brand: 1274.5,
    "Generic, search": 300,
    Partner: 60,
  });
  expect(valuesBy(answer, "leads", "campaign")).toEqual({ Brand: 1, Partner: 1 });
  const named = { kpis: ["marketing_cost"], period: "2026-09", where: { campaign: ["brand_search"] } };
  expect((await team.ask(named)).rows.map(({ value }) => value)).toEqual([1274.5]);

  const receipt = await explain(team.workspace, named);
  expect(receipt.campaign_aliases).toEqual({
    brand: "Brand",
    "111": "Brand",
    brand_search: "Brand",
    partner: "Partner",
    "nl|1111112|de": "Partner",
  });
  expect((await verify(team.workspace, receipt)).equal).toBe(true);
  aliases('campaign_aliases:\n  Brand: ["111"]\n');
  const { equal, differences } = await verify(team.workspace, receipt);
  expect(equal).toBe(false);
  expect(differences.map(({ what }) => what)).toContain("campaign aliases");
  expect((await explain(team.workspace, { ...named, where: {} })).campaign_aliases).toBeUndefined();
});

test("a listed name that stands for a campaign says so", async () => {
  aliases("campaign_aliases:\n  Brand: [111, brand_search]\n");
  const { rows, suggested } = await listCampaigns(team.workspace, "2026-09");
  expect(rows.filter(({ campaign }) => campaign !== null).map(({ name, campaign }) => [name, campaign])).toEqual([
    ["Brand search", "Brand"],
    ["brand_search", "Brand"],
    ["brand_search", "Brand"],
  ]);
  expect(suggested).toEqual({});
});

test("a KPI on a campaign takes the rows that a breakdown puts under it, by id, by name and by link; its receipt lists the names", async () => {
  const folder = join(team.workspace.dir, "kpis");
  for (const [id, name] of Object.entries({ by_name: "Brand", by_link: "BRAND_search", by_id: "111" })) {
    writeFileSync(join(folder, `clicks_${id}.yaml`), ownKpi(`clicks_${id}`, "clicks", { campaign: [name] }));
    writeFileSync(join(folder, `leads_${id}.yaml`), ownKpi(`leads_${id}`, "lead_entries", { campaign: [name] }));
  }
  writeFileSync(join(folder, "leads_others.yaml"), ownKpi("leads_others", "lead_entries", { campaign: ["!=Brand"] }));
  aliases("campaign_aliases:\n  Brand: [111, brand_search]\n");
  const broken = await team.ask({ kpis: ["clicks", "leads"], period: "2026-09", by: ["campaign"] });
  const clicks = valuesBy(broken, "clicks", "campaign").Brand;
  expect(clicks).toBeGreaterThan(0);
  const kpis = ["by_name", "by_link", "by_id"];
  const asked = [...kpis.map((id) => `clicks_${id}`), ...kpis.map((id) => `leads_${id}`), "leads_others"];
  const answer = await team.ask({ kpis: asked, period: "2026-09" });
  expect(answer.rows.map(({ value }) => value)).toEqual([clicks, clicks, clicks, 1, 1, 1, 1]);
  const receipt = await explain(team.workspace, { kpis: ["clicks_by_name"], period: "2026-09" });
  expect(receipt.campaign_aliases).toMatchObject({ "111": "Brand" });
  expect((await verify(team.workspace, receipt)).equal).toBe(true);
});
