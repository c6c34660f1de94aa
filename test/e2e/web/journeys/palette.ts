/// <reference lib="dom" />
import { expect, test } from "vitest";
import { axeFindsNothing } from "../axe-finds-nothing.ts";
import type { GetWorld } from "../world.ts";

export function paletteJourneys(get: GetWorld): void {
  test("a KPI is found by its id and opened by keyboard alone, with the period kept", async () => {
    const { site, open } = get();
    const { page, close } = await open(`/?period=${site.month}&lang=en`);
    await page.locator("[data-kpi]").first().waitFor();
    await page.keyboard.press("Control+k");
    const field = page.getByRole("combobox", { name: "Search pages, KPIs, boards, periods" });
    await field.fill("cpl");
    await expect.poll(() => page.getByRole("option", { selected: true }).textContent()).toContain("Cost per lead");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/kpis\/cpl\?/);
    expect(page.url()).toContain(`period=${site.month}`);
    expect(await field.count()).toBe(0);
    await close();
  });

  test("arrows go through pages, boards and actions and come round; Escape closes and gives the focus back", async () => {
    const { open } = get();
    const { page, close } = await open("/?lang=zh");
    await page.locator("[data-kpi]").first().waitFor();
    const button = page.getByRole("button", { name: "搜索或跳转" });
    await button.click();
    const chosen = () => page.getByRole("option", { selected: true }).textContent();
    await expect.poll(chosen).toBe("看板");
    await page.keyboard.press("ArrowDown");
    await expect.poll(chosen).toBe("漏斗");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    await expect.poll(chosen).toContain("键盘快捷键");
    await page.keyboard.press("Escape");
    await expect.poll(() => page.getByRole("combobox").count()).toBe(0);
    await expect.poll(() => button.evaluate((element) => element === document.activeElement)).toBe(true);
    await close();
  });

  test("English finds what is shown in Chinese, and the other way round", async () => {
    const { open } = get();
    const { page, close } = await open("/?lang=zh");
    await page.locator("[data-kpi]").first().waitFor();
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox").fill("win rate");
    await expect.poll(() => page.getByRole("option", { selected: true }).textContent()).toBe("赢单率");
    // By first letters and by whole syllables, for those who type without an input method.
    for (const typed of ["ydl", "yingdanlv"]) {
      await page.getByRole("combobox").fill(typed);
      await expect.poll(() => page.getByRole("option", { selected: true }).textContent()).toBe("赢单率");
    }
    await page.getByRole("combobox").fill("2026年7月");
    await page.keyboard.press("Enter");
    await page.waitForURL(/period=2026-07/);
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox").fill("dark");
    await page.keyboard.press("Enter");
    await expect
      .poll(() => page.evaluate(() => document.documentElement.getAttribute("data-mantine-color-scheme")))
      .toBe("dark");
    await close();
  });

  test("a letter chooses a period, x the comparison, and both can be turned off", async () => {
    const { open } = get();
    const { page, close } = await open("/?period=2026-05&lang=en");
    await page.locator("[data-kpi]").first().waitFor();
    await page.keyboard.press("q");
    await page.waitForURL(/period=this-quarter/);
    await page.keyboard.press("x");
    await page.waitForURL(/compare=last-year/);
    await page.keyboard.press("?");
    await page.getByRole("switch", { name: "Single keys work" }).click();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.keyboard.press("m");
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox").fill("nothing of the kind");
    await page.getByText("Nothing is called that.").waitFor();
    expect(page.url()).toContain("period=this-quarter");
    await close();
  });

  for (const scheme of ["light", "dark"] as const) {
    test(`the palette and the list of keys are accessible in ${scheme} on a phone`, async () => {
      const { open } = get();
      const { page, close } = await open("/?lang=en", { width: 360, scheme });
      await page.locator("[data-kpi]").first().waitFor();
      await page.keyboard.press("Control+k");
      await page.getByRole("option").first().waitFor();
      await axeFindsNothing(page);
      await page.keyboard.press("Escape");
      await page.getByRole("combobox").waitFor({ state: "detached" });
      await page.keyboard.press("?");
      await page.getByRole("dialog").waitFor();
      await axeFindsNothing(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      await close();
    });
  }
}
