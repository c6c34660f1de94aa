/// <reference lib="dom" />
import { expect, test } from "vitest";
import type { Answer, Receipt } from "../../../../src/model/answer.ts";
import { formatValue } from "../../../../src/model/format/format-value.ts";
import type { Funnel } from "../../../../src/service/funnel/show-funnel.ts";
import type { ListedKpi } from "../../../../src/service/kpis/list-kpis.ts";
import type { GetWorld } from "../world.ts";

const shown = (value: number | null | undefined, unit: "count" | "money") =>
  formatValue(value ?? null, unit, { language: "en", currency: "EUR" });

export function channelJourneys(get: GetWorld): void {
  test("a channel's page has the KPIs that the catalogue gives it, with the API's values", async () => {
    const { site, open } = get();
    const { page, close } = await open(`/channels/Email?period=${site.month}&lang=en`);
    await page.locator("[data-section=kpis] [data-kpi]").first().waitFor();
    const kpis = await site.get<readonly ListedKpi[]>("/api/kpis");
    const wanted = kpis.filter(({ channels }) => channels === "any" || channels?.includes("Email"));
    const cards = page.locator("[data-section=kpis] [data-kpi]");
    await page.locator("[data-section=trend] svg").first().waitFor();
    const carded = await cards.evaluateAll((all) => all.map((card) => card.getAttribute("data-kpi")));
    // What has no value in any month is named in one line with its reason.
    const silent = await page
      .locator("[data-silent]")
      .evaluateAll((all) => all.flatMap((line) => line.getAttribute("data-silent")?.split(" ") ?? []));
    const ids = [...carded, ...silent];
    expect([...ids].sort()).toEqual(wanted.map(({ id }) => id).sort());
    expect(ids).not.toContain("claim_rate");
    const { rows } = await site.post<Answer>("/api/questions", {
      kpis: ["leads", "marketing_cost"],
      period: site.month,
      where: { channel: ["Email"] },
    });
    const value = (kpi: string) => rows.find((row) => row.kpi === kpi)?.value;
    expect(await page.locator("[data-section=kpis] [data-kpi=leads]").textContent()).toContain(
      shown(value("leads"), "count"),
    );
    await close();
  });

  test("a card opens its KPI narrowed to the channel: the number clicked is the number seen, with its receipt", async () => {
    const { site, open } = get();
    const { page, close } = await open(`/channels/Email?period=${site.month}&lang=en`);
    const card = page.locator("[data-section=kpis] [data-kpi=leads]");
    await card.waitFor();
    const number = await card.locator("h3 + div [title]").first().textContent();
    await card.click();
    await page.waitForURL(/\/kpis\/leads\?.*where=channel%3AEmail/);
    await page.locator("[data-section=narrowed]", { hasText: "Channel: Email" }).waitFor();
    const question = { kpis: ["leads"], period: site.month, where: { channel: ["Email"] } };
    const { rows } = await site.post<Answer>("/api/questions", question);
    const receipt = await site.post<Receipt>("/api/receipts", question);
    expect(receipt.answers[0]?.value).toBe(rows[0]?.value);
    expect(shown(rows[0]?.value, "count")).toBe(number);
    expect(await page.locator("[data-section=narrowed] ~ div [title]").first().textContent()).toBe(number);
    expect(await page.locator("[data-section=receipt]").textContent()).toContain(
      String(receipt.answers[0]?.measures[0]?.measure),
    );
    await page.getByRole("button", { name: "No longer only Email" }).click();
    await expect.poll(() => new URL(page.url()).searchParams.has("where")).toBe(false);
    await page.goBack();
    await page.getByRole("link", { name: "← Email" }).click();
    await page.waitForURL(/\/channels\/Email/);
    await close();
  });

  test("what stands below asks nothing before what is in view is answered, then comes by itself or when scrolled to", async () => {
    const { site, open } = get();
    const { page, close } = await open(`/channels?period=${site.month}&lang=en`);
    const link = page.locator("main table a", { hasText: "Organic Search" });
    await link.waitFor();
    const asked: string[] = [];
    let held = false;
    let answer = (): void => {};
    const told = new Promise<void>((done) => {
      answer = done;
    });
    await page.route("**/api/questions?**", async (route) => {
      if (!held) {
        held = true;
        await told;
      }
      await route.continue();
    });
    page.on("request", (request) => {
      if (/\/api\/(questions|funnel|receipts)/.test(request.url())) asked.push(request.url().replace(/.*\/api\//, ""));
    });
    await link.click();
    await page.waitForURL(/\/channels\/Organic/);
    await page.locator("[data-section=kpis][aria-busy=true]").waitFor();
    await page.waitForTimeout(300);
    expect(asked.map((path) => path.replace(/\?.*/, ""))).toEqual(["questions"]);
    await page.mouse.wheel(0, 20_000);
    await expect.poll(() => asked.length).toBeGreaterThan(1);
    await page.mouse.wheel(0, -20_000);
    answer();
    await page.locator("[data-section=kpis] [data-kpi]").first().waitFor();
    await page.locator("[data-section=funnel] [data-chart=funnel]").waitFor({ state: "attached" });
    await page.locator("[data-section=drill] table").waitFor({ state: "attached" });
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await close();
  });

  test("the funnel is that of those who came by the channel", async () => {
    const { site, open } = get();
    const { page, close } = await open(`/channels/Organic%20Search?period=${site.month}&lang=en`);
    await page.locator("[data-section=funnel] [data-chart=funnel]").waitFor();
    const { segments } = await site.get<Funnel>(
      `/api/funnel?period=${site.month}&where=${encodeURIComponent("channel=Organic Search")}`,
    );
    const text = await page.locator("[data-stage=lead]").textContent();
    expect(text).toContain(shown(segments[0]?.rows.leads?.value, "count"));
    await page.getByRole("link", { name: "Beside another channel" }).click();
    await page.waitForURL(/\/funnel\?.*a=Organic/);
    await close();
  });

  test("the drill-down goes deeper by a click, keeps the way in the address, and comes back", async () => {
    const { site, open } = get();
    const { page, close } = await open(`/channels/Paid%20Search?period=${site.month}&lang=en&by=campaign`);
    const drill = page.locator("[data-section=drill]");
    const first = drill.locator("tbody button").first();
    await first.waitFor();
    const name = (await first.textContent()) ?? "";
    await first.click();
    await page.waitForURL(/campaign=/);
    expect(new URL(page.url()).searchParams.get("campaign")).toBe(name);
    await page.locator("[data-section=drill][data-level=content]").waitFor();
    await page.getByRole("button", { name: `Leave ${name}` }).waitFor();
    await page.goBack();
    await page.locator("[data-section=drill][data-level=campaign]").waitFor();
    await drill.locator("tbody button").first().waitFor();
    await close();
  });

  test("the trend follows the KPI that is chosen, and the choice stands in the address", async () => {
    const { site, open } = get();
    const { page, close } = await open(`/channels/Email?period=${site.month}&lang=en`);
    await page.locator("[data-section=trend] svg").first().waitFor();
    await page.getByLabel("Its trend").selectOption("mqls");
    await page.waitForURL(/kpi=mqls/);
    await expect
      .poll(() => page.locator("[data-section=trend] [data-chart=trend]").getAttribute("aria-label"))
      .toContain("MQL");
    await close();
  });

  test("a channel of which nothing is known says so", async () => {
    const { site, open } = get();
    const { page, close } = await open(`/channels/Radio?period=${site.month}&lang=zh`);
    await page.getByRole("heading", { name: "本期没有 Radio 的数据" }).waitFor();
    await close();
  });
}
