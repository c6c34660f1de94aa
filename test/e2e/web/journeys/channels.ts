/// <reference lib="dom" />
import { expect, test } from "vitest";
import { formatValue } from "../../../../src/model/format/format-value.ts";
import type { Comparison } from "../../../../src/service/comparison/compare-channels.ts";
import type { GetWorld } from "../world.ts";

export function channelsJourneys(get: GetWorld): void {
  test("channels stand side by side with the API's numbers, from one question", async () => {
    const { site, open } = get();
    const { page, requests, close } = await open(`/channels?period=${site.month}&lang=zh`);
    const lines = page.locator("[data-section=channels] tbody tr");
    await lines.first().waitFor();
    const { rows, total } = await site.get<Comparison>(`/api/comparison?period=${site.month}`);
    const shown = (value: number | null | undefined) =>
      formatValue(value ?? null, "count", { language: "zh", currency: "EUR" });
    for (const { name, kind, values } of rows.filter((row) => row.kind === "channel").slice(0, 5)) {
      expect(kind).toBe("channel");
      const line = await page.locator("tr", { has: page.locator(`[data-channel="${name}"]`) }).allTextContents();
      for (const id of ["leads", "mqls", "customers_won"])
        expect(line[0], `${name} ${id}`).toContain(shown(values[id]?.value));
    }
    expect(await lines.last().textContent()).toContain(shown(total.leads?.value));
    expect(requests.filter((url) => url.includes("/api/comparison"))).toHaveLength(1);
    expect(requests.filter((url) => url.includes("/api/questions"))).toHaveLength(0);
    await close();
  });

  for (const lang of ["en", "zh"] as const) {
    test(`the verdict of every channel is the one its interval gives, in words (${lang})`, async () => {
      const { site, open } = get();
      const { page, close } = await open(
        `/channels?period=${site.month.slice(0, 4)}&lang=${lang}&view=table&stage=lead`,
      );
      const section = page.locator("[data-section=parity]");
      await section.locator("tbody tr").first().waitFor();
      const { rows } = await site.get<Comparison>(`/api/comparison?period=${site.month.slice(0, 4)}&stage=lead`);
      const words = {
        en: { below: "below parity", at: "at parity", above: "above parity", too_few: "too few to judge" },
        zh: { below: "低于花费比例", at: "与花费比例相当", above: "高于花费比例", too_few: "样本太小" },
      }[lang];
      const judged = rows.filter(({ parity }) => parity?.interval);
      expect(judged.length).toBeGreaterThan(1);
      const lines = await section.locator("tbody tr").allTextContents();
      for (const [index, { parity }] of rows.filter((row) => row.parity).entries()) {
        if (!parity?.interval) continue;
        const [low, high] = parity.interval;
        const verdict = high < 1 ? "below" : low > 1 ? "above" : high <= 4 * low ? "at" : "too_few";
        expect(lines[index]).toContain(words[verdict]);
        const edge = formatValue(low, "multiple", { language: lang, currency: "EUR" });
        expect(lines[index]).toContain(edge);
      }
      expect(lines.join("")).not.toMatch(/not allocated|未分摊/);
      await close();
    });
  }

  test("the picture has a lane for each judged channel, follows the stage, and the stage stands in the address", async () => {
    const { site, open } = get();
    const { page, close } = await open(`/channels?period=${site.month}&lang=en`);
    const chart = page.locator("[data-chart=parity]");
    await chart.locator("svg").waitFor();
    await page.getByLabel("Conversions are").selectOption("lead");
    await page.waitForURL(/stage=lead/);
    const { rows, headline } = await site.get<Comparison>(`/api/comparison?period=${site.month}&stage=lead&lang=en`);
    const judged = rows.filter(({ parity }) => parity?.interval);
    await expect
      .poll(async () => (await chart.getAttribute("aria-label"))?.split("of the spend").length)
      .toBe(judged.length + 1);
    for (const { name } of judged) expect(await chart.textContent()).toContain(name);
    if (headline) await page.getByRole("heading", { name: headline.sentence }).waitFor();
    const side = { above: "above", at: "at", below: "below", too_few: "unsure" } as const;
    for (const [verdict, id] of Object.entries(side)) {
      const told = await page.locator(`[data-section=next] [data-side=${id}] a`).allTextContents();
      expect([...told].sort(), verdict).toEqual(
        rows.flatMap(({ name, parity }) => (parity?.verdict === verdict ? [name] : [])).sort(),
      );
    }
    await page.getByRole("link", { name: "the last 12 months" }).click();
    await page.waitForURL(/period=last-12-months/);
    await page.getByRole("link", { name: "the last 12 months" }).waitFor({ state: "detached" });
    await page.goBack();
    await page.waitForURL(new RegExp(`period=${site.month}`));
    await page.reload();
    expect(await page.getByLabel("Conversions are").inputValue()).toBe("lead");
    await close();
  });

  test("a channel leads to its page, and its parts are tabs that keep the period", async () => {
    const { site, open } = get();
    const { page, close } = await open(`/channels?period=${site.month}&lang=en`);
    await page.locator("[data-channel]").first().click();
    await page.waitForURL(/\/channels\/[A-Z]/);
    await page.getByRole("link", { name: "All channels" }).click();
    await page.getByRole("link", { name: "Reconciliation" }).click();
    await page.waitForURL(/\/channels\/reconciliation\?/);
    expect(new URL(page.url()).searchParams.get("period")).toBe(site.month);
    const current = page.locator("nav [aria-current=page]");
    await expect.poll(() => current.allTextContents()).toEqual(["Channels", "Reconciliation"]);
    await close();
  });

  test("an empty workspace says what fills the comparison", async () => {
    const { empty, open } = get();
    const { page, close } = await open("/channels?lang=en", {}, empty);
    await page.getByRole("heading", { name: "No channels yet" }).waitFor();
    expect(await page.locator("[data-section=channels]").textContent()).toContain("cost sheet");
    await close();
  });
}
