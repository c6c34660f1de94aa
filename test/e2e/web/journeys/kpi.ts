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

  test("on a wall everything is twice as large, charts too", async () => {
    const { site, open } = get();
    const { page, close } = await open(`/kpis/leads?period=${site.month}&lang=en`, { width: 3840, height: 2160 });
    const chart = page.locator("[data-chart=trend]");
    await chart.locator("svg").waitFor();
    const [box, drawing] = [await chart.boundingBox(), await chart.locator("svg").boundingBox()];
    expect(box?.height).toBe(560);
    expect(drawing?.height).toBe(560);
    const [space = 0, used = 0] = [box?.width, drawing?.width];
    expect(used).toBeGreaterThan(space - 2);
    expect(used).toBeLessThanOrEqual(space);
    expect(await page.locator("main").evaluate((main) => main.clientWidth)).toBe(2688);
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

  test("a KPI is broken down by any dimension it knows, chosen in the address", async () => {
    const { site, open } = get();
    const { page, close } = await open(`/kpis/lead_to_sql_rate?period=${site.month}&lang=en`);
    const section = page.locator("[data-section=breakdown]");
    const choice = section.getByLabel("Break down by");
    await expect.poll(() => choice.locator("option").count()).toBeGreaterThan(3);
    await choice.selectOption("country");
    await page.waitForURL(/by=country/);
    const asked = { kpis: ["lead_to_sql_rate"], period: site.month, by: ["country"] };
    const answer = await site.post<Answer>("/api/questions?lang=en", asked);
    await expect.poll(() => section.locator("tbody tr").count()).toBe(Math.min(20, answer.rows.length) + 1);
    const first = answer.rows.find((row) => row.by.country === "DE");
    const shown = section.locator("tbody tr").filter({ has: page.locator("th", { hasText: /^Germany$/ }) });
    expect(await shown.textContent()).toContain(`of ${first?.n}`);
    await close();
  });

  test("cohorts are counted where the KPI has them, with a window, and everything on the page follows", async () => {
    const { site, open } = get();
    const [year = 2026, month = 1] = site.month.split("-").map(Number);
    const half = new Date(Date.UTC(year, month - 7, 1)).toISOString().slice(0, 7);
    const { page, close } = await open(`/kpis/lead_to_sql_rate?period=${half}&lang=zh`, { width: 360, scheme: "dark" });
    await page.getByRole("button", { name: "同期群口径" }).click();
    await page.waitForURL(/mode=cohort/);
    await page.getByLabel("窗口期").selectOption("30");
    await page.waitForURL(/window=30/);
    const receipt = await site.post<Receipt>("/api/receipts?lang=zh", {
      kpis: ["lead_to_sql_rate"],
      period: half,
      mode: "cohort",
      window: 30,
    });
    const reached = receipt.parts?.parts[0];
    expect(reached?.name).toContain("within_30_days");
    await expect.poll(() => page.locator("[data-section=parts]").textContent()).toContain(reached?.label?.zh);
    await close();
    const without = await open(`/kpis/leads?period=${half}&lang=en`);
    await without.page.locator("[data-section=trend]").waitFor();
    expect(await without.page.locator("[data-section=mode]").count()).toBe(0);
    await without.close();
  });

  test("what is in a number: parts lead to their KPIs and measures show the receipt's figures", async () => {
    const { site, open } = get();
    const { page, close } = await open(`/kpis/ltv_cac?period=${site.month}&lang=en`);
    const parts = page.locator("[data-section=parts]");
    await parts.getByRole("link", { name: "LTV (gross margin)" }).waitFor();
    const receipt = await site.post<Receipt>("/api/receipts", { kpis: ["ltv_cac"], period: site.month });
    expect(receipt.parts?.parts.map(({ name }) => name)).toEqual(["ltv_margin", "cac_full"]);
    // By keyboard: what is folded opens.
    const fold = parts.getByRole("button", { name: /^Open/ });
    while ((await fold.count()) > 0) {
      await fold.first().focus();
      await page.keyboard.press("Enter");
    }
    const text = (await parts.textContent()) ?? "";
    const figures = receipt.answers[0]?.measures.filter(({ measure }) => measure !== "customer_days") ?? [];
    expect(figures.length).toBeGreaterThan(3);
    for (const { value } of figures)
      expect(await parts.locator(`[title="${value}"]`).count(), String(value)).toBeGreaterThan(0);
    expect(text).toMatch(/ended, \d+ still open/);
    await parts.getByRole("link", { name: "LTV (gross margin)" }).click();
    await page.waitForURL(/\/kpis\/ltv_margin\?/);
    await close();
  });

  test("the rows behind a number are read page by page, each with its file and line, none with personal data", async () => {
    const { site, open } = get();
    const { page, close } = await open(`/kpis/leads?period=${site.month}&lang=en`);
    const rows = page.locator("[data-section=rows]");
    await rows.getByRole("button", { name: "Show the rows" }).click();
    await page.waitForURL(/rows=1/);
    await expect.poll(() => rows.locator("tbody tr").count()).toBe(25);
    const first = await rows.locator("tbody th").first().textContent();
    expect(first).toMatch(/hubspot-contacts.*:\d+$/);
    await rows.getByRole("button", { name: "Next" }).click();
    await page.waitForURL(/rows=2/);
    await expect.poll(() => rows.locator("tbody th").first().textContent()).not.toBe(first);
    expect(await rows.textContent()).toContain("Rows 26 to 50");
    expect(await rows.textContent()).not.toMatch(/@/);
    await close();
  });

  test("the sources behind a number say which days they cover and when they were loaded", async () => {
    const { site, open } = get();
    const { page, close } = await open(`/kpis/traffic_to_lead_rate?period=${site.month}&lang=en`);
    const sources = page.locator("[data-section=sources]");
    await sources.locator("li").first().waitFor();
    const text = await sources.textContent();
    for (const name of ["ga4", "hubspot"]) expect(text?.toLowerCase()).toContain(name);
    expect(text).toMatch(/loaded \d+ \w+ \d{4}/);
    await close();
  });

  test("a known measurement break stands as a flag on the chart and as text below it", async () => {
    const { open } = get();
    const { page, close } = await open("/kpis/sessions?period=2023-09&lang=en");
    const note = page.locator("[data-annotation=universal_analytics_ends]");
    await note.waitFor();
    expect(await note.textContent()).toContain("Measurement break");
    expect(await note.getByRole("button").count()).toBe(0);
    await close();
  });

  test("people note what explains a number, change it, are told when somebody else was quicker, and delete it", async () => {
    const { site, open } = get();
    const { page, allowRefusals, close } = await open(`/kpis/leads?period=${site.month}&lang=en`);
    allowRefusals();
    const section = page.locator("[data-section=annotations]");
    await section.getByRole("button", { name: "Add a note" }).click();
    await section.getByLabel("Day").fill(`${site.month}-05`);
    await section.getByLabel("Text").fill("Trade fair in Nuremberg");
    await section.getByRole("button", { name: "Save" }).click();
    await section.getByText("Trade fair in Nuremberg").waitFor();
    await expect.poll(() => page.locator("[data-chart=trend] svg text", { hasText: /^1$/ }).count()).toBe(1);
    type Listed = { id: string; revision: number; text: { en: string }; scope: { kpis: string[] } };
    const own = async () =>
      (await site.get<{ annotations: Listed[] }>("/api/annotations?origin=own")).annotations.find(({ scope }) =>
        scope.kpis.includes("leads"),
      );
    const made = await own();
    expect(made?.scope.kpis).toEqual(["leads"]);
    await section.getByRole("button", { name: "Change: Trade fair in Nuremberg" }).click();
    await section.getByLabel("Text").fill("Trade fair, day one");
    const theirs = await fetch(`${site.url}/api/annotations/${made?.id}`, {
      method: "PUT",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        revision: made?.revision,
        annotation: { from: `${site.month}-06`, text: { en: "SPS fair" }, scope: { kpis: ["leads"] } },
      }),
    });
    expect(theirs.status).toBe(200);
    await section.getByRole("button", { name: "Save" }).click();
    const conflict = section.locator("[data-conflict]");
    await conflict.getByText("SPS fair").waitFor();
    await conflict.getByRole("button", { name: "Keep mine" }).click();
    await section.getByText("Trade fair, day one").waitFor();
    expect((await own())?.text.en).toBe("Trade fair, day one");
    // About everything, it stands on other KPIs' pages too.
    await section.getByRole("button", { name: /^Change: Trade fair/ }).click();
    await section.getByLabel("About").selectOption("all");
    await section.getByRole("button", { name: "Save" }).click();
    await expect.poll(() => section.textContent()).toContain("Everything");
    await page.goto(`${site.url}/kpis/sessions?period=${site.month}&lang=en`);
    await section.getByRole("button", { name: /^Change: Trade fair/ }).click();
    await section.getByRole("button", { name: "Delete" }).click();
    await section.getByText("Nothing yet.").waitFor();
    await close();
  });
}
