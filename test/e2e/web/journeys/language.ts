import { expect, test } from "vitest";
import type { GetWorld } from "../world.ts";

export function languageJourneys(get: GetWorld): void {
  test("one press changes the language of everything, is kept, and stands in the address", async () => {
    const { site, open } = get();
    const { page, close } = await open(`/?period=${site.month}&lang=en`);
    await page.locator("[data-kpi]").nth(9).waitFor();
    expect(await page.locator("[data-kpi=sessions] h3").textContent()).toBe("Sessions");
    await page.getByRole("button", { name: "Language: 中文" }).click();
    await expect.poll(() => page.locator("[data-kpi=sessions] h3").textContent()).toBe("会话数");
    expect(new URL(page.url()).searchParams.get("lang")).toBe("zh");
    expect(await page.locator("html").getAttribute("lang")).toBe("zh-CN");
    await page.goto(`${site.url}/?period=${site.month}`);
    await expect.poll(() => page.locator("[data-kpi=sessions] h3").textContent()).toBe("会话数");
    await close();
  });

  test("a link opens in the sender's language and period", async () => {
    const { open } = get();
    const { page, close } = await open("/?period=2026-Q2&compare=last-year&lang=zh");
    await expect.poll(() => page.getByRole("button", { name: "期间: 2026年第2季度" }).count()).toBe(1);
    await expect.poll(() => page.locator("[data-kpi=sessions]").textContent()).toContain("2025年第2季度");
    await close();
  });

  test("periods that a link counts back from a day or a month are told in words", async () => {
    const { open } = get();
    for (const [period, lang, name] of [
      ["last-30-days", "en", "Period: Last 30 days"],
      ["mtd", "zh", "期间: 本月至今"],
      ["12-months-to-2026-Q2", "zh", "期间: 截至2026年第2季度的 12 个月"],
    ]) {
      const { page, close } = await open(`/kpis/leads?period=${period}&lang=${lang}`);
      await page.getByRole("button", { name: `${name}` }).waitFor();
      await close();
    }
  });

  test("the workspace's language holds where nobody chose one", async () => {
    const { open } = get();
    const { page, close } = await open("/");
    await page.locator("[data-kpi]").first().waitFor();
    expect(new URL(page.url()).searchParams.get("lang")).toBe("en");
    expect(new URL(page.url()).searchParams.get("period")).toMatch(/^\d{4}-\d{2}$/);
    await close();
  });
}
