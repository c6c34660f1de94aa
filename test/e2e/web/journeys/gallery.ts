/// <reference lib="dom" />
import { expect, test } from "vitest";
import { axeFindsNothing } from "../axe-finds-nothing.ts";
import { untranslated } from "../untranslated.ts";
import type { GetWorld } from "../world.ts";

const CHARTS = ["trend", "bar", "lines", "area", "scatter", "heat", "funnel", "kpi-tree", "parity", "waterfall"];

export function galleryJourneys(get: GetWorld): void {
  for (const [width, scheme] of [
    [1280, "light"],
    [1280, "dark"],
    [360, "light"],
    [360, "dark"],
  ] as const) {
    test(`every chart is drawn at ${width} px in ${scheme} and axe finds nothing`, async () => {
      const { open } = get();
      const { page, close } = await open("/gallery?lang=en", { width, scheme });
      for (const chart of CHARTS) await page.locator(`[data-chart=${chart}] :is(svg, ol, rect)`).first().waitFor();
      expect(await page.locator("[data-chart=trend] svg").count()).toBe(3);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await axeFindsNothing(page);
      await close();
    });
  }

  test("in Chinese nothing is left in English", async () => {
    const { open } = get();
    const { page, close } = await open("/gallery?lang=zh");
    await page.locator("[data-chart=kpi-tree] svg").waitFor();
    expect(await untranslated(page)).toEqual([]);
    await close();
  });

  test("a dialog closes by Escape and gives the focus back", async () => {
    const { open } = get();
    const { page, close } = await open("/gallery?lang=en");
    const button = page.getByRole("button", { name: "Open a dialog" });
    await button.click();
    await page.getByRole("dialog", { name: "Dialog" }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await expect.poll(() => button.evaluate((element) => element === document.activeElement)).toBe(true);
    await close();
  });
}
