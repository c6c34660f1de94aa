import { expect, test } from "vitest";
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
}
