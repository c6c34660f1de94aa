/// <reference lib="dom" />
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { axeFindsNothing } from "../axe-finds-nothing.ts";
import { untranslated } from "../untranslated.ts";
import type { GetWorld } from "../world.ts";
import { takeAllBack } from "./sources.ts";

const SAMPLES = join(import.meta.dirname, "../../../../presets");
const PARTNER = [
  "Partner network report",
  "",
  "Day,Campaign,Spend (net),Impressions,Clicks,Remark",
  "03/08/2026,Autumn,12.50,1000,10,",
  "04/08/2026,Autumn,7.50,800,9,late",
  '05/08/2026,"Winter, early",30.00,2000,25,',
  '06/08/2026,"Winter, early",x,2000,25,',
].join("\n");

const DEALS = [
  "商机编号,公司,金额（千）,状态,创建时间,成交时间",
  "D-1,甲公司,12,Closed Won,2026-07-01,2026-08-03",
  "D-2,乙公司,8,进行中,2026-07-09,",
  "D-3,丙公司,5,Closed Lost,2026-07-11,2026-08-20",
].join("\n");

interface Answer {
  readonly rows: readonly { readonly value: number | null }[];
}

export function mappingJourneys(get: GetWorld): void {
  test("a file that nobody knows opens the wizard, is mapped without YAML, and changes a KPI", async () => {
    const { empty: site, open } = get();
    const file = join(site.dir, "partner-network.csv");
    writeFileSync(file, PARTNER);
    const clicks = async () =>
      (await site.post<Answer>("/api/questions", { kpis: ["clicks"], period: "2026-08" })).rows[0]?.value;
    expect(await clicks()).toBeNull();
    const { page, close } = await open("/sources?lang=en", {}, site);
    await page.locator("main input[type=file]").setInputFiles(file);
    await page.waitForURL(/\/sources\/mapping\?/);
    const step = (name: string) => page.locator(`[data-step=${name}]`);
    await step("columns").waitFor();
    expect(await page.locator("#fact").inputValue()).toBe("ad_daily");
    expect(await page.locator("[data-column=Day]").textContent()).toContain("03/08/2026");
    expect(await page.locator("[data-column=Clicks]").getAttribute("data-target")).toBe("clicks");
    expect(await page.locator("[data-column='Spend (net)']").getAttribute("data-target")).toBe("cost");
    // The days are asked for, not guessed.
    await step("dates").waitFor();
    expect(await page.getByRole("button", { name: "Save and load" }).isDisabled()).toBe(true);
    await page.getByRole("radio", { name: /^The day/ }).check();
    await expect.poll(() => step("preview").textContent(), { timeout: 15_000 }).toContain("3 load, 1 quarantined");
    expect(await step("preview").textContent()).toContain("3 Aug 2026");
    expect(await step("preview").locator("[data-wrong]").textContent()).toContain("x");
    await axeFindsNothing(page);
    // Another column, a fixed channel, and what is needed when it is gone.
    await page.getByLabel("Day fills").selectOption("");
    await expect.poll(() => step("preview").textContent()).toContain("Still needed: Day");
    await page.getByLabel("Day fills").selectOption("date");
    await page.locator("[data-fixed=channel] select").selectOption("Affiliates");
    await expect.poll(() => step("preview").textContent(), { timeout: 15_000 }).toContain("Affiliates");
    // After the page is loaded anew all of it stands.
    await page.reload();
    await expect.poll(() => step("preview").textContent(), { timeout: 15_000 }).toContain("Affiliates");
    await page.getByText("The mapping as a file (YAML)").click();
    expect(await step("save").locator("pre").textContent()).toContain("dates: dmy");
    await page.getByLabel("Name of this source").fill("Partner network");
    await expect
      .poll(() => page.getByRole("button", { name: "Save and load" }).isEnabled(), { timeout: 15_000 })
      .toBe(true);
    await page.getByRole("button", { name: "Save and load" }).click();
    await page.waitForURL(/\/sources\?/);
    await page.locator("[data-phase=done]").waitFor({ timeout: 30_000 });
    expect(await clicks()).toBe(44);
    // The next file of its kind is recognised by itself.
    const next = join(site.dir, "partner-network-2.csv");
    writeFileSync(next, PARTNER.replaceAll("/08/2026", "/09/2026"));
    await page.locator("main input[type=file]").setInputFiles(next);
    await page.locator("[data-phase=ready]").waitFor();
    expect(await page.locator("[data-phase=ready]").textContent()).toContain("partner_network");
    // And its mapping can be adjusted from there.
    await page.getByRole("link", { name: "Adjust the mapping" }).click();
    await page.waitForURL(/preset=partner_network/);
    await step("save").waitFor();
    expect(await step("save").textContent()).toContain("your own mapping");
    await takeAllBack(site);
    await close();
  }, 120_000);

  test("a Chinese list of deals on a phone, in the dark, by keyboard: its own words become known ones", async () => {
    const { empty: site, open } = get();
    const file = join(site.dir, "商机.csv");
    writeFileSync(file, DEALS);
    const { page, allowRefusals, close } = await open("/sources?lang=zh", { width: 360, scheme: "dark" }, site);
    // On the way through a list, fields are tried that do not fit the column.
    allowRefusals();
    await page.locator("main input[type=file]").setInputFiles(file);
    await page.waitForURL(/\/sources\/mapping\?/);
    await page.locator("#fact").waitFor();
    const select = async (label: string, value: string) => {
      const box = page.getByLabel(label, { exact: true });
      await box.focus();
      await page.keyboard.press("Home");
      for (let steps = 0; steps < 60 && (await box.inputValue()) !== value; steps += 1) {
        const before = await box.inputValue();
        await page.keyboard.press("ArrowDown");
        await expect.poll(() => box.inputValue()).not.toBe(before);
      }
      expect(await box.inputValue()).toBe(value);
    };
    if ((await page.locator("#fact").inputValue()) !== "opportunity") {
      await select("文件中的一行代表什么？", "opportunity");
    }
    await page.locator("[data-fixed=status], [data-target=status]").first().waitFor();
    for (const [title, target] of [
      ["商机编号", "external_id"],
      ["金额（千）", "amount"],
      ["状态", "status"],
      ["创建时间", "created_date"],
      ["成交时间", "close_date"],
    ] as const) {
      if ((await page.locator(`[data-column="${title}"]`).getAttribute("data-target")) !== target) {
        await select(`“${title}”对应的字段`, target);
      }
    }
    const words = page.locator("[data-column=状态] fieldset");
    await words.waitFor();
    expect(
      await words.locator("select").evaluateAll((all) => all.map((one) => (one as HTMLSelectElement).value)),
    ).toEqual(["won", "open", "lost"]);
    await expect
      .poll(() => page.locator("[data-step=preview]").textContent(), { timeout: 15_000 })
      .toContain("可加载 3 行");
    // The amounts are in thousands, as their title says; a tick takes that back.
    const preview = page.locator("[data-step=preview]");
    const thousands = page.getByLabel("数字一律 × 1,000（标题写明了单位）");
    await thousands.focus();
    await page.keyboard.press("Space");
    await expect.poll(() => preview.textContent(), { timeout: 15_000 }).not.toContain("12000");
    await page.keyboard.press("Space");
    await expect.poll(() => preview.textContent(), { timeout: 15_000 }).toContain("12000");
    expect(await untranslated(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await axeFindsNothing(page);
    const save = page.getByRole("button", { name: "保存并加载" });
    await expect.poll(() => save.isEnabled(), { timeout: 15_000 }).toBe(true);
    await save.focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/sources\?/);
    await page.locator("[data-phase=done]").waitFor({ timeout: 30_000 });
    const won = await site.post<Answer>("/api/questions", { kpis: ["sales_revenue"], period: "2026-08" });
    expect(won.rows[0]?.value).toBe(12_000);
    await takeAllBack(site);
    await close();
  }, 120_000);

  test("of a preset whose rows give several things each can be looked at and changed; the address says which", async () => {
    const { empty: site, open } = get();
    const contacts = join(SAMPLES, "hubspot/sample/contacts_export_utf8.csv");
    const { page, close } = await open("/sources?lang=zh", { width: 360, scheme: "dark" }, site);
    await page.locator("main input[type=file]").setInputFiles(contacts);
    await page.locator("[data-phase=ready]").waitFor({ timeout: 45_000 });
    await page.getByRole("link", { name: "调整映射" }).click();
    const parts = page.locator("#fact");
    await parts.waitFor({ timeout: 30_000 });
    await parts.selectOption({ label: "人员的阶段变化：MQL" });
    await page.waitForURL(/part=\d+/);
    const taken = page.locator("[data-step=preview] td").getByText(/^mql$/i).first();
    await taken.waitFor({ timeout: 30_000 });
    await page.reload();
    await taken.waitFor({ timeout: 30_000 });
    expect(await parts.locator("option:checked").textContent()).toBe("人员的阶段变化：MQL");
    await expect.poll(() => page.locator("[data-step=preview] table").count(), { timeout: 45_000 }).toBe(1);
    await axeFindsNothing(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await close();
  }, 150_000);

  test("the address of a file that is gone says so and leads back", async () => {
    const { empty: site, open } = get();
    const { page, allowRefusals, close } = await open("", {}, site);
    allowRefusals();
    await page.goto(`${site.url}/sources/mapping?upload=00000000-0000-4000-8000-000000000000&lang=en`);
    await page.getByText("The server does not have this file any more.").waitFor();
    await page.getByRole("link", { name: "To the sources" }).click();
    await page.waitForURL(/\/sources\?/);
    await close();
  });
}
