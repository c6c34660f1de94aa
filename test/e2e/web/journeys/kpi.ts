import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Answer, Receipt } from "../../../../src/model/answer.ts";
import type { GetWorld } from "../world.ts";

export function kpiJourneys(get: GetWorld): void {
  test("a card opens the KPI with its definition, trend, channels and receipt, and back leads to the board", async () => {
    const { site, open } = get();
    const { page, close } = await open(`/?period=${site.month}&lang=en`);
    await page.locator("[data-kpi=lead_to_sql_rate]").click();
    await page.waitForURL(/\/kpis\/lead_to_sql_rate\?/);
    await expect.poll(() => page.locator("[data-section=definition]").textContent()).toContain("lead_to_sql_rate = ");
    await page.locator("[data-section=trend] svg").first().waitFor();
    const summary = await page.locator("[data-chart=trend]").getAttribute("aria-label");
    expect(summary?.split("%").length).toBe(13);
    const asked = { kpis: ["lead_to_sql_rate"], period: site.month, by: ["channel"] };
    const answer = await site.post<Answer>("/api/questions?lang=en", asked);
    await page.locator("[data-section=breakdown] tbody tr").first().waitFor();
    // One row for each channel, and the whole.
    expect(await page.locator("[data-section=breakdown] tbody tr").count()).toBe(answer.rows.length + 1);
    await page.goBack();
    await page.waitForURL((url) => url.pathname === "/");
    await page.locator("[data-kpi=lead_to_sql_rate]").waitFor();
    await close();
  });

  test("the receipt shows measures, exclusions, files and SQL, and downloads as it stands", async () => {
    const { site, open } = get();
    const { page, close } = await open(`/kpis/lead_to_sql_rate?period=${site.month}&lang=en`);
    const section = page.locator("[data-section=receipt]");
    await section.getByRole("button", { name: "Download the receipt" }).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      section.getByRole("button", { name: "Download the receipt" }).click(),
    ]);
    const receipt: Receipt = JSON.parse(readFileSync(await download.path(), "utf8"));
    expect(receipt.kpi).toBe("lead_to_sql_rate");
    const text = await section.textContent();
    for (const { measure } of receipt.answers[0]?.measures ?? []) expect(text).toContain(measure);
    for (const { rule } of receipt.exclusions) expect(text).toContain(rule);
    await section.getByText("Question to the warehouse").click();
    expect(await section.locator("pre").textContent()).toContain("SELECT");
    await section.getByText("Files it rests on").click();
    for (const { file } of receipt.loads) expect(await section.textContent()).toContain(file);
    await close();
  });

  test("the chart has a table twin that stands in the address", async () => {
    const { site, open } = get();
    const { page, close } = await open(`/kpis/leads?period=${site.month}&lang=en`);
    await page.getByRole("button", { name: "As a table" }).click();
    await page.waitForURL(/view=table/);
    await expect.poll(() => page.locator("[data-section=trend] tbody tr").count()).toBe(12);
    await page.reload();
    await expect.poll(() => page.locator("[data-section=trend] tbody tr").count()).toBe(12);
    await close();
  });

  test("the trend is saved as data with every digit", async () => {
    const { site, open } = get();
    const { page, close } = await open(`/kpis/traffic_to_lead_rate?period=${site.month}&lang=zh`);
    await page.locator("[data-chart=trend]").waitFor();
    await page.locator("[data-section=trend]").getByRole("button", { name: "保存或复制" }).click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("menuitem", { name: "CSV 文件" }).click(),
    ]);
    const lines = readFileSync(await download.path(), "utf8")
      .trim()
      .split("\r\n");
    expect(lines).toHaveLength(13);
    expect(lines[12]).toMatch(new RegExp(`^traffic_to_lead_rate,${site.month},`));
    await close();
  });

  test("a breakdown that cannot be made is refused with its reason", async () => {
    const { site, open } = get();
    const { page, close } = await open(`/kpis/ltv_margin?period=${site.month}&lang=en`);
    const section = page.locator("[data-section=breakdown]");
    await section.locator("p, tbody").first().waitFor();
    expect((await section.textContent())?.length).toBeGreaterThan(20);
    await close();
  });

  test("a KPI that there is not says so and leads on", async () => {
    const { site, open } = get();
    const { page, allowRefusals, close } = await open("/api/docs");
    allowRefusals();
    await page.goto(`${site.url}/kpis/nonsense?lang=en`);
    await page.getByText("There is no KPI nonsense.").waitFor();
    await page.getByRole("link", { name: "All KPIs" }).click();
    await page.waitForURL(/\/kpis\?/);
    await close();
  });
}
