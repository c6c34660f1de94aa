/// <reference lib="dom" />
import { expect, test } from "vitest";
import type { GetWorld } from "../world.ts";

export function keyboardJourneys(get: GetWorld): void {
  test("board, KPI and back by keyboard alone, with the focus always in sight", async () => {
    const { site, open } = get();
    const { page, close } = await open(`/?period=${site.month}&lang=en`);
    await page.locator("[data-kpi]").nth(9).waitFor();
    await page.keyboard.press("Tab");
    expect(await page.locator(":focus").textContent()).toBe("Skip to the content");
    await page.keyboard.press("Enter");
    expect(await page.locator(":focus").getAttribute("id")).toBe("content");
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute("data-kpi") ?? null);
    for (let i = 0; i < 20 && (await focused()) === null; i++) {
      await page.keyboard.press("Tab");
      const outline = await page.evaluate(() => {
        const element = document.activeElement;
        return element ? Number.parseFloat(getComputedStyle(element).outlineWidth) : 0;
      });
      expect(outline).toBeGreaterThanOrEqual(1);
    }
    expect(await focused()).toBe("sessions");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/kpis\/sessions/);
    await expect.poll(() => page.locator(":focus").getAttribute("id")).toBe("content");
    await page.goBack();
    await page.waitForURL((url) => url.pathname === "/");
    await close();
  });

  test("[ and ] step through the periods, and not into the future", async () => {
    const { open } = get();
    const { page, close } = await open("/?period=2026-05&lang=en");
    await page.locator("[data-kpi]").first().waitFor();
    await page.keyboard.press("[");
    await page.waitForURL(/period=2026-04/);
    await page.keyboard.press("]");
    await page.waitForURL(/period=2026-05/);
    await page.goto(page.url().replace("2026-05", "this-month"));
    await page.locator("[data-kpi]").first().waitFor();
    expect(await page.getByRole("button", { name: "Next period" }).isDisabled()).toBe(true);
    await close();
  });
}
