/// <reference lib="dom" />
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { axeFindsNothing } from "../axe-finds-nothing.ts";
import { untranslated } from "../untranslated.ts";
import type { GetWorld } from "../world.ts";

const PATHS = [
  "/",
  "/boards/marketing",
  "/boards/b2b?view=table",
  "/compose?copy=cmo",
  "/kpis/lead_to_sql_rate",
  "/kpis/mroi?view=table",
  "/kpis/mql_to_sql_rate?mode=cohort&by=country&rows=1",
  "/kpis",
  "/kpis?show=tree",
  "/kpis?show=measures",
  "/channels",
  "/sources",
];

/** Nothing on the page waits for an answer any more. */
async function settled(page: Page): Promise<void> {
  await page.locator("main h1").waitFor();
  await expect
    .poll(() => page.locator(".mantine-Skeleton-root, [data-old=true], [aria-busy=true]").count(), { timeout: 15_000 })
    .toBe(0);
}

export function accessJourneys(get: GetWorld): void {
  for (const path of PATHS) {
    test(`${path}: axe finds nothing, light and dark; a phone is wide enough; nothing is left untranslated`, async () => {
      const { site, open } = get();
      const sign = path.includes("?") ? "&" : "?";
      const { page, close } = await open(`${path}${sign}period=${site.month}&lang=en`);
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor();
        await settled(page);
        await axeFindsNothing(page);
      }
      await page.setViewportSize({ width: 360, height: 780 });
      const width = () => page.evaluate(() => document.documentElement.scrollWidth);
      await expect.poll(width).toBe(360);
      await page.getByRole("button", { name: /^Language/ }).click();
      await page.locator("html[lang=zh-CN]").waitFor();
      await settled(page);
      await expect.poll(width).toBe(360);
      expect((await page.locator("main").textContent())?.length).toBeGreaterThan(100);
      expect(await untranslated(page)).toEqual([]);
      await close();
    });
  }
}
