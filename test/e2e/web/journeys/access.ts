/// <reference lib="dom" />
import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "vitest";
import type { GetWorld } from "../world.ts";

const PATHS = ["/", "/boards/marketing", "/kpis/lead_to_sql_rate", "/kpis"];

export function accessJourneys(get: GetWorld): void {
  for (const path of PATHS) {
    test(`axe finds nothing on ${path}, light and dark`, async () => {
      const { site, open } = get();
      const { page, close } = await open(`${path}?period=${site.month}&lang=en`);
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor();
        await page.waitForLoadState("networkidle");
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join("\n")}`)).toEqual([]);
      }
      await close();
    });
  }

  for (const path of [...PATHS, "/kpis/mroi?view=table"]) {
    test(`nothing is wider than a phone on ${path}`, async () => {
      const { site, open } = get();
      const sign = path.includes("?") ? "&" : "?";
      const { page, close } = await open(`${path}${sign}period=${site.month}&lang=en`, { width: 360 });
      for (const language of ["en", "zh-CN"]) {
        await page.locator(`html[lang=${language}]`).waitFor();
        await page.waitForLoadState("networkidle");
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
        await page.getByRole("button", { name: /^(Language|语言)/ }).click();
      }
      await close();
    });
  }
}
