/// <reference lib="dom" />
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { formatValue } from "../../../../src/model/format/format-value.ts";
import type { Scorecard } from "../../../../src/service/questions/show-scorecard.ts";
import type { GetWorld } from "../world.ts";

const MOST_SCRIPT = 250 * 1024;
/** A reader's text of a number: blanks of any width are one. */
const plain = (text: string | null) => (text ?? "").replaceAll(/\s/g, " ").trim();

export function boardJourneys(get: GetWorld): void {
  for (const [language, width, scheme] of [
    ["en", 1440, "light"],
    ["zh", 360, "dark"],
  ] as const) {
    test(`the board shows the API's numbers (${language}, ${width} px, ${scheme})`, async () => {
      const { site, open } = get();
      const { page, requests, close } = await open(`/?period=${site.month}&lang=${language}`, { width, scheme });
      await page.locator("[data-kpi]").nth(9).waitFor();
      const answer = await site.get<Scorecard>(
        `/api/scorecards/cmo?period=${site.month}&compare=previous&trend=1&lang=${language}`,
      );
      expect(answer.rows.filter((row) => row.value !== null).length).toBeGreaterThanOrEqual(8);
      for (const row of answer.rows) {
        const card = page.locator(`[data-kpi=${row.kpi}]`);
        const shown = plain(await card.textContent());
        const value = plain(formatValue(row.value, row.unit, { language, currency: answer.question.currency }));
        expect(shown.replaceAll(" ", ""), row.kpi).toContain(value.replaceAll(" ", ""));
        expect(shown).toContain(answer.kpis[row.kpi]?.name[language]);
      }
      expect(await page.locator("[data-kpi] svg[role=img]").count()).toBeGreaterThanOrEqual(8);
      const asked = requests.filter((url) => url.includes("/api/"));
      expect(asked.map((url) => new URL(url).pathname)).toEqual(["/api/workspace", "/api/scorecards/cmo"]);
      await close();
    });
  }

  test("a change of period changes the numbers and the address, and back brings them again", async () => {
    const { site, open } = get();
    const { page, close } = await open(`/?period=${site.month}&lang=en`);
    const leads = page.locator("[data-kpi=leads]");
    const first = await leads.textContent();
    await page.getByRole("button", { name: "Period before", exact: true }).click();
    await expect.poll(() => leads.textContent()).not.toBe(first);
    expect(new URL(page.url()).searchParams.get("period")).not.toBe(site.month);
    await page.goBack();
    await expect.poll(() => leads.textContent()).toBe(first);
    expect(new URL(page.url()).searchParams.get("period")).toBe(site.month);
    await close();
  });

  test("a quarter is chosen from the picker", async () => {
    const { open } = get();
    const { page, close } = await open("/?period=2026-05&lang=en");
    await page.getByRole("button", { name: /^Period: May 2026/ }).click();
    await page.getByRole("button", { name: "Q1", exact: true }).click();
    await page.waitForURL(/period=2026-Q1/);
    await expect.poll(() => page.getByRole("button", { name: "Period: Q1 2026" }).count()).toBe(1);
    await close();
  });

  test("a month that is not over is said to be so far", async () => {
    const { site, open } = get();
    const { page, close } = await open("/?period=this-month&lang=en");
    await expect.poll(() => page.locator("[data-kpi=leads]").textContent()).toContain("So far");
    expect(site.month).toMatch(/^\d{4}-\d{2}$/);
    await close();
  });

  test("the other boards are one press away and a KPI leads back to its own", async () => {
    const { site, open } = get();
    const { page, close } = await open(`/?period=${site.month}&lang=en`);
    await page.getByRole("link", { name: "B2B scorecard" }).click();
    await page.waitForURL(/\/boards\/b2b\?/);
    await page.locator("[data-kpi=mobile_share]").click();
    await page.waitForURL(/\/kpis\/mobile_share\?.*board=b2b/);
    await page.getByRole("link", { name: "← B2B scorecard" }).click();
    await page.waitForURL(/\/boards\/b2b\?/);
    await close();
  });

  test("a slow answer shows the places of the cards, no numbers, and nothing moves when it comes", async () => {
    const { site, open } = get();
    const { page, close } = await open("/api/docs");
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
      }).observe({ type: "layout-shift", buffered: true });
    });
    await page.route("**/api/scorecards/**", async (route) => {
      await new Promise((done) => setTimeout(done, 1500));
      await route.continue();
    });
    await page.goto(`${site.url}/?period=${site.month}&lang=en`);
    await page.locator("[aria-busy=true] .mantine-Skeleton-root").first().waitFor();
    expect(await page.locator(".mantine-Skeleton-root").count()).toBe(10);
    const waiting = await page.locator("[aria-busy=true]").textContent();
    expect(waiting).toContain("Loyalty");
    expect(waiting).not.toMatch(/\d/);
    await page.locator("[data-kpi]").nth(9).waitFor();
    await page.waitForTimeout(200);
    const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
    expect(shifts.reduce((sum, one) => sum + one, 0)).toBeLessThan(0.05);
    await close();
  });

  test("the first view needs at most 250 KB of compressed script, and none of the charts' library", async () => {
    const { site, open } = get();
    const { page, requests, close } = await open(`/?period=${site.month}&lang=en`);
    await page.locator("[data-kpi]").nth(9).waitFor();
    const scripts = requests.filter((url) => url.endsWith(".js"));
    expect(scripts.length).toBeGreaterThan(0);
    let bytes = 0;
    for (const url of scripts) bytes += gzipSync(Buffer.from(await (await fetch(url)).arrayBuffer())).length;
    expect(bytes).toBeLessThan(MOST_SCRIPT);
    expect(scripts.some((url) => url.includes("TrendChart"))).toBe(false);
    await close();
  });
}
