/// <reference lib="dom" />
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { formatValue } from "../../../../src/model/format/format-value.ts";
import type { Cohorts } from "../../../../src/service/funnel/show-cohorts.ts";
import type { Funnel } from "../../../../src/service/funnel/show-funnel.ts";
import { axeFindsNothing } from "../axe-finds-nothing.ts";
import type { GetWorld } from "../world.ts";

const shown = (value: number | null | undefined, unit: "count" | "ratio") =>
  formatValue(value ?? null, unit, { language: "en", currency: "EUR" });

export function funnelJourneys(get: GetWorld): void {
  test("the rail leads to the funnel: every stage with its count, every step with its rate, as the API says", async () => {
    const { site, open } = get();
    const { page, close } = await open(`/?period=${site.month}&lang=en`);
    await page.getByRole("link", { name: "Funnel" }).click();
    await page.waitForURL(/\/funnel\?/);
    await page.locator("[data-chart=funnel]").waitFor();
    const { plan, segments } = await site.get<Funnel>(`/api/funnel?period=${site.month}&compare=previous`);
    const rows = segments[0]?.rows ?? {};
    for (const { stage, count } of plan.stages) {
      const text = await page.locator(`[data-stage=${stage}] h3 + div`).textContent();
      expect(text, stage).toContain(shown(rows[count ?? ""]?.value, "count"));
    }
    for (const { from, to, rate } of plan.steps) {
      const text = await page.locator(`[data-step="${from}>${to}"]`).textContent();
      expect(text, `${from}>${to}`).toContain(`${shown(rows[rate ?? ""]?.value, "ratio")} go on`);
    }
    const summary = await page.locator("[data-chart=funnel] figcaption").textContent();
    expect(summary).toContain(`Leads ${shown(rows.leads?.value, "count")}`);
    await close();
  });

  test("bars stand on one baseline and are as long as their counts", async () => {
    const { site, open } = get();
    const { page, close } = await open(`/funnel?period=${site.month}&lang=en`);
    await page.locator("[data-chart=funnel]").waitFor();
    const { segments } = await site.get<Funnel>(`/api/funnel?period=${site.month}`);
    const rows = segments[0]?.rows ?? {};
    const box = async (stage: string) => page.locator(`[data-stage=${stage}] [data-cut]`).boundingBox();
    const [leads, mqls] = [await box("lead"), await box("mql")];
    expect(leads?.x).toBe(mqls?.x);
    expect((mqls?.width ?? 0) / (leads?.width ?? 1)).toBeCloseTo((rows.mqls?.value ?? 0) / (rows.leads?.value ?? 1), 2);
    expect(await page.locator("[data-stage=visit] [data-cut]").getAttribute("data-cut")).toBe("true");
    await close();
  });

  test("cohort and window stand in the address, are named, and change the rates", async () => {
    const { site, open } = get();
    const { page, close } = await open(`/funnel?period=${site.month}&lang=en`);
    await page.getByRole("button", { name: "Cohort" }).click();
    await page.waitForURL(/mode=cohort/);
    await page.getByLabel("Window").selectOption("30");
    await page.waitForURL(/window=30/);
    await page.getByText("Of those who entered a stage in the period").waitFor();
    const { segments } = await site.get<Funnel>(`/api/funnel?period=${site.month}&mode=cohort&window=30`);
    const rate = `${shown(segments[0]?.rows.lead_to_mql_rate?.value, "ratio")} go on`;
    await expect.poll(() => page.locator('[data-step="lead>mql"]').textContent()).toContain(rate);
    await page.reload();
    await expect.poll(() => page.locator('[data-step="lead>mql"]').textContent()).toContain(rate);
    // Visits are no persons: refused with its reason, not 0.
    expect(await page.locator('[data-step="visit>lead"]').textContent()).toContain("no cohort form");
    await close();
  });

  test("two channels stand side by side, by their own numbers", async () => {
    const { site, open } = get();
    const { page, close } = await open(`/funnel?period=${site.month}&lang=en`);
    await page.getByLabel("Segments by").selectOption("channel");
    const by = await site.get<Funnel>(`/api/funnel?period=${site.month}&by=channel`);
    const [one = "", other = ""] = by.segments.slice(1).map((segment) => segment.by.channel ?? "");
    await page.getByLabel("Show", { exact: true }).selectOption(one);
    await page.getByLabel("Beside it").selectOption(other);
    await page.locator("[data-sides='2']").waitFor();
    await expect
      .poll(() => page.locator("[data-stage=lead] h3 + div").textContent())
      .toContain(`${one}${shown(by.segments[1]?.rows.leads?.value, "count")}`);
    expect(await page.locator("[data-stage=lead] h3 + div").textContent()).toContain(
      `${other}${shown(by.segments[2]?.rows.leads?.value, "count")}`,
    );
    expect(new URL(page.url()).searchParams.get("a")).toBe(one);
    await close();
  });

  test("the triangle follows any two stages; what is too young is hatched and says so", async () => {
    const { site, open } = get();
    const { page, close } = await open(`/funnel?period=${site.month}&lang=en&from=mql&to=won`);
    const section = page.locator("[data-section=triangle]");
    await section.locator("tbody tr").first().waitFor();
    expect(await section.locator("tbody tr").count()).toBe(12);
    await section.getByLabel("to", { exact: true }).selectOption("sql");
    await page.waitForURL(/to=sql/);
    await expect.poll(() => section.textContent()).toContain("the share that reached SQL");
    const year = Number(site.month.slice(0, 4));
    const month = Number(site.month.slice(5));
    const from = new Date(Date.UTC(year, month - 12, 1)).toISOString().slice(0, 10);
    const to = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
    const { lines } = await site.get<Cohorts>(`/api/cohorts?period=${from}..${to}&from=mql&to=sql`);
    const cells = lines.flatMap((line) => line.cells);
    const states = await section
      .locator("tbody td[data-state]")
      .evaluateAll((all) => all.map((cell) => cell.getAttribute("data-state")));
    expect(states).toEqual(cells.map(({ state }) => state));
    const texts = await section.locator("tbody td[data-state]").allTextContents();
    for (const [index, cell] of cells.entries()) expect(texts[index]).toContain(shown(cell.value, "ratio"));
    expect(await section.locator("td[data-state=immature]").last().textContent()).toMatch(/\d+ of 180 days passed/);
    await close();
  });

  test("the chart has a table twin in the address, and is saved with every digit", async () => {
    const { site, open } = get();
    const { page, close } = await open(`/funnel?period=${site.month}&lang=en`);
    const section = page.locator("[data-section=funnel]");
    const save = async (within: string, name: string) => {
      await page.locator(`[data-section=${within}]`).getByRole("button", { name: "Save or copy" }).click();
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("menuitem", { name }).click(),
      ]);
      return download;
    };
    // Bars and cells are HTML on the page and stand as texts and shapes in the picture.
    await section.locator("[data-chart=funnel]").waitFor();
    const picture = readFileSync(await (await save("funnel", "SVG")).path(), "utf8");
    for (const word of ["Visits", "MQL", "The whole way"]) expect(picture).toContain(`>${word}</text>`);
    expect(picture.split("<rect").length).toBeGreaterThan(6);
    await page.locator("[data-section=triangle] tbody").waitFor();
    expect((await save("triangle", "CSV")).suggestedFilename()).toBe("cohorts-lead_to_mql_rate.csv");
    await section.getByRole("button", { name: "As a table" }).click();
    await page.waitForURL(/view=table/);
    expect(await section.locator("tbody tr").count()).toBe(6);
    const download = await save("funnel", "CSV");
    const text = readFileSync(await download.path(), "utf8");
    const { segments } = await site.get<Funnel>(`/api/funnel?period=${site.month}`);
    expect(text).toContain(`,${segments[0]?.rows.lead_to_mql_rate?.value},ratio,`);
    await close();
  });

  test("an empty workspace says what will stand there and what fills it", async () => {
    const { empty, open } = get();
    const { page, close } = await open("/funnel?lang=en", {}, empty);
    await page.getByText("No funnel yet").waitFor();
    expect(await page.locator("[data-section=funnel]").textContent()).toContain("CRM export of contacts");
    await close();
  });

  test("a segment that there is not is refused with its reason", async () => {
    const { site, open } = get();
    const { page, close } = await open(`/funnel?period=${site.month}&lang=en&dim=device&a=mobile`);
    // Leads carry no device: no number is made up for them.
    const section = page.locator("[data-section=funnel]");
    await section.getByRole("heading", { name: "Not known by this dimension" }).waitFor();
    expect(await section.locator("li").first().textContent()).toContain("device");
    expect(await page.locator("[data-chart=funnel]").count()).toBe(0);
    await close();
  });

  for (const scheme of ["light", "dark"] as const) {
    for (const view of ["", "&mode=cohort&dim=channel&b=*", "&view=table"]) {
      test(`axe finds nothing on the funnel (${scheme}${view})`, async () => {
        const { site, open } = get();
        const { page, close } = await open(`/funnel?period=${site.month}&lang=en${view}`, { scheme });
        await page.locator("[data-section=triangle] tbody").waitFor();
        await axeFindsNothing(page);
        await close();
      });
    }
  }

  for (const lang of ["en", "zh"]) {
    for (const view of ["", "&mode=cohort&dim=channel&b=*", "&view=table"]) {
      test(`the funnel is not wider than a phone (${lang}${view})`, async () => {
        const { site, open } = get();
        const { page, close } = await open(`/funnel?period=${site.month}&lang=${lang}${view}`, { width: 360 });
        await page.locator("[data-section=triangle] tbody").waitFor();
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
        await close();
      });
    }
  }

  test("in Chinese nothing of the funnel is left in English", async () => {
    const { site, open } = get();
    const { page, close } = await open(`/funnel?period=${site.month}&lang=zh`);
    await page.locator("[data-section=triangle] tbody").waitFor();
    const text = (await page.locator("main").textContent()) ?? "";
    for (const word of ["Leads", "go on", "median", "Entered", "Cohorts", "within"]) expect(text).not.toContain(word);
    await close();
  });
}
