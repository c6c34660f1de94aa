import { expect, test } from "vitest";
import { axeFindsNothing } from "../axe-finds-nothing.ts";
import type { GetWorld } from "../world.ts";

export function firstHourJourneys(get: GetWorld): void {
  for (const [lang, greeting, empty] of [
    ["en", "Welcome", "No data"],
    ["zh", "欢迎", "暂无数据"],
  ] as const) {
    test(`an empty workspace greets, and each card says what it waits for, never 0 (${lang})`, async () => {
      const { empty: site, open } = get();
      const { page, close } = await open(`/?lang=${lang}`, { width: lang === "zh" ? 360 : 1440 }, site);
      const cards = page.locator("[data-kpi]");
      await cards.nth(9).waitFor();
      expect(await page.locator("main").textContent()).toContain(greeting);
      for (const text of await cards.allInnerTexts()) {
        expect(text).toContain("–");
        expect(text).toContain(empty);
        expect(text).toMatch(/GA4|CRM|Stripe/);
        expect(text).not.toMatch(/(^|\s)[€$]?0([\s%.]|$)/);
      }
      await axeFindsNothing(page);
      await close();
    });
  }
}
