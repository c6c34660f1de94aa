import { expect, test } from "vitest";
import type { Answer } from "../../../../src/model/answer.ts";
import { formatValue } from "../../../../src/model/format/format-value.ts";
import type { GetWorld } from "../world.ts";

export function kpisJourneys(get: GetWorld): void {
  test("the catalogue lists every KPI, and words and choices narrow it", async () => {
    const { site, open } = get();
    const all = await site.get<{ id: string; race: string }[]>("/api/kpis");
    const { page, close } = await open("/kpis?lang=en");
    const entries = page.locator("main li");
    await expect.poll(() => entries.count()).toBe(all.length);
    await page.getByLabel("Stage").selectOption("engage");
    await expect.poll(() => entries.count()).toBe(all.filter(({ race }) => race === "engage").length);
    await page.getByRole("searchbox").fill("no such thing");
    await page.getByText("No KPI matches.").waitFor();
    await page.getByRole("searchbox").fill("LTV");
    await page.waitForURL(/q=LTV/);
    await page.getByRole("link", { name: "LTV (gross margin)", exact: true }).click();
    await page.waitForURL(/\/kpis\/ltv_margin\?/);
    await page.goBack();
    await expect.poll(() => page.getByRole("searchbox").inputValue()).toBe("LTV");
    await close();
  });

  test("KPIs are browsed by owner", async () => {
    const { site, open } = get();
    const all = await site.get<{ owner: string }[]>("/api/kpis");
    const { page, close } = await open("/kpis?lang=en");
    await page.getByLabel("By", { exact: true }).selectOption("owner");
    await page.waitForURL(/group=owner/);
    const sales = page
      .locator("main section")
      .filter({ has: page.getByRole("heading", { name: "Sales", exact: true }) });
    await expect.poll(() => sales.locator("li").count()).toBe(all.filter(({ owner }) => owner === "sales").length);
    await close();
  });

  for (const [language, width, scheme] of [
    ["en", 1440, "light"],
    ["zh", 360, "dark"],
  ] as const) {
    test(`the tree shows the period's values, each leading to its KPI (${language}, ${width} px, ${scheme})`, async () => {
      const { site, open } = get();
      const { page, close } = await open(`/kpis?show=tree&period=${site.month}&lang=${language}`, { width, scheme });
      const node = (id: string) => page.locator(`[data-node=${id}]`);
      await node("sqls").waitFor();
      const answer = await site.post<Answer>("/api/questions", { kpis: ["sqls", "leads", "mroi"], period: site.month });
      for (const row of answer.rows) {
        const value = formatValue(row.value, row.unit, { language, currency: answer.question.currency });
        expect(await node(row.kpi).textContent(), row.kpi).toContain(value);
      }
      // Nothing is drawn beyond the picture's edge.
      const beyond = await page.locator("[data-chart=kpi-tree] svg").evaluate((svg) => {
        const edge = svg.getBoundingClientRect().right + 1;
        return [...svg.querySelectorAll("text")].filter((text) => text.getBoundingClientRect().right > edge).length;
      });
      expect(beyond).toBe(0);
      await node("lead_to_mql_rate").focus();
      await page.keyboard.press("Enter");
      await page.waitForURL(/\/kpis\/lead_to_mql_rate\?/);
      await page.goBack();
      await page.getByRole("button", { name: language === "en" ? "As a table" : "看表格" }).click();
      await expect.poll(() => page.locator("[data-section=tree] tbody tr").count()).toBe(17);
      await close();
    });
  }

  test("measures are listed with the KPIs that use them, and found by words", async () => {
    const { open } = get();
    const { page, close } = await open("/kpis?show=measures&lang=en");
    const measure = page.locator("[data-measure=lead_entries]");
    await measure.waitFor();
    await page.getByRole("searchbox").fill("stage lead");
    await page.waitForURL(/q=stage/);
    await expect.poll(() => page.locator("[data-measure]").count()).toBeLessThan(10);
    await measure.getByRole("link", { name: "New leads", exact: true }).click();
    await page.waitForURL(/\/kpis\/leads\?/);
    await close();
  });
}
