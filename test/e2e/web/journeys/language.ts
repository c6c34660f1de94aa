/// <reference lib="dom" />
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import type { GetWorld } from "../world.ts";

/** Words that Chinese marketers use as they are, ids, and what is the workspace's own. */
const KEPT =
  /\b(Leadline|Lotwerk Sensors|Nordlicht|CMO|B2B|MQLs?|SQLs?|GA4|CRM|LTV|CAC|ROI|ROAS|CTR|CPC|CPM|CPA|CPL|MRR|ARR|ARPA|UA|URL|CSV|AI|EN|LinkedIn|Meta|Google|Kaplan|Meier|Stripe|HubSpot|Salesforce|USD|EUR|iCloud|Apple|Mail|SKU|UTM|Cookie|PDF|leadline\.yaml|[a-z]+(_[a-z0-9]+)+|[a-z]+-\d+)\b/g;

/** Texts on the page that hold Latin words but no Chinese: code, ids and texts marked as foreign aside. */
async function untranslated(page: Page): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!element || element.closest("script, style, code, pre, [lang=en], [data-chart]")) continue;
      if (element.closest("details:not([open])") && !element.closest("summary")) continue;
      if (node.textContent?.trim()) found.push(node.textContent.trim());
    }
    for (const element of document.querySelectorAll("[aria-label], [placeholder], [title]")) {
      for (const name of ["aria-label", "placeholder"]) {
        const text = element.getAttribute(name);
        if (text && element.getAttribute("lang") !== "en") found.push(text);
      }
    }
    return found;
  });
  return texts.filter((text) => /[A-Za-z]{3,}/.test(text.replaceAll(KEPT, "")) && !/\p{Script=Han}/u.test(text));
}

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

  test("the workspace's language holds where nobody chose one", async () => {
    const { open } = get();
    const { page, close } = await open("/");
    await page.locator("[data-kpi]").first().waitFor();
    expect(new URL(page.url()).searchParams.get("lang")).toBe("en");
    expect(new URL(page.url()).searchParams.get("period")).toMatch(/^\d{4}-\d{2}$/);
    await close();
  });

  for (const path of ["/", "/boards/b2b", "/kpis/lead_to_sql_rate", "/kpis"]) {
    test(`nothing is left untranslated on ${path}`, async () => {
      const { site, open } = get();
      const { page, close } = await open(`${path}?period=${site.month}&lang=zh`);
      await page.waitForLoadState("networkidle");
      expect((await page.locator("main").textContent())?.length).toBeGreaterThan(100);
      expect(await untranslated(page)).toEqual([]);
      await close();
    });
  }
}
