/// <reference lib="dom" />
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "vitest";
import type { GetWorld } from "../world.ts";

const SAMPLES = join(import.meta.dirname, "../../../../presets");
const ADS = join(SAMPLES, "google_ads/sample/campaign_report_en_utf16le.csv");

export function sourcesJourneys(get: GetWorld): void {
  test("a file is read before it is loaded, then counts, and can be taken back", async () => {
    const { empty: site, open } = get();
    const { page, close } = await open("/sources?lang=en", {}, site);
    await page.getByText("Nothing is loaded yet.").waitFor();
    await page.locator("input[type=file]").setInputFiles(ADS);
    const item = page.locator("[data-section=queue] li[data-phase]");
    await page.locator("[data-phase=ready]").waitFor();
    expect(await item.textContent()).toContain("google_ads");
    expect(await item.textContent()).toMatch(/UTF-16/i);
    expect(await site.get<{ sources: unknown[] }>("/api/sources")).toEqual({ sources: [] });
    await page.getByRole("button", { name: "Load the file" }).click();
    await page.locator("[data-phase=done]").waitFor({ timeout: 30_000 });
    const { sources } = await site.get<{ sources: { rows: number; connection: string }[] }>("/api/sources");
    expect(sources[0]?.rows).toBeGreaterThan(0);
    const loaded = page.locator("[data-section=loaded]");
    await expect.poll(() => loaded.textContent()).toContain(sources[0]?.connection);
    await loaded.getByText(/^Loads/).click();
    await loaded.getByRole("button", { name: "Take back", exact: true }).click();
    await loaded.getByRole("button", { name: "Really take back" }).click();
    await expect.poll(() => loaded.textContent(), { timeout: 15_000 }).toContain("taken back");
    await close();
  });

  test("a file dropped on another page is read on the sources page; one that is not known says what to do", async () => {
    const { empty: site, open } = get();
    const { page, close } = await open("/?lang=zh", { width: 360 }, site);
    await page.locator("[data-kpi]").first().waitFor();
    const data = await page.evaluateHandle(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(["colour;size\nblue;4\n"], "unknown.csv"));
      return transfer;
    });
    await page.dispatchEvent("main", "drop", { dataTransfer: data });
    await page.waitForURL(/\/sources\?/);
    await page.locator("[data-phase=failed]").waitFor();
    expect(await page.locator("[data-phase=failed]").textContent()).toContain("未加载");
    expect((await page.locator("[data-phase=failed] p").textContent())?.length).toBeGreaterThan(20);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await close();
  });

  test("rows in quarantine stand with file, line and reason, and axe finds nothing", async () => {
    const { empty: site, open } = get();
    const broken = join(site.dir, "google-ads-broken.csv");
    const text = readFileSync(join(SAMPLES, "google_ads/sample/campaign_report_en_utf8.csv"), "utf8");
    writeFileSync(broken, text.replace("\n2026-09-01,", "\nsoon,"));
    const { page, close } = await open("/sources?lang=en", {}, site);
    await page.locator("input[type=file]").setInputFiles(broken);
    await page.locator("[data-phase=ready], [data-phase=failed]").waitFor();
    expect(await page.locator("[data-phase]").getAttribute("data-phase")).toBe("ready");
    await page.getByRole("button", { name: "Load the file" }).click();
    await page.locator("[data-phase=done]").waitFor({ timeout: 30_000 });
    const { rows } = await site.get<{ rows: { line: number; reason: string }[] }>("/api/quarantine");
    expect(rows.length).toBeGreaterThan(0);
    const section = page.locator("[data-section=quarantine]");
    await expect.poll(() => section.locator("tbody tr").count()).toBe(rows.length);
    expect(await section.textContent()).toContain(String(rows[0]?.line));
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join("\n")}`)).toEqual([]);
    }
    await close();
  });
}
