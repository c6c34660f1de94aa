/// <reference lib="dom" />
import { readFileSync } from "node:fs";
import ExcelJS from "exceljs";
import type { Download, Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import type { Answer } from "../../../../src/model/answer.ts";
import { formatValue } from "../../../../src/model/format/format-value.ts";
import { axeFindsNothing } from "../axe-finds-nothing.ts";
import { untranslated } from "../untranslated.ts";
import type { GetWorld } from "../world.ts";

const count = (value: number | null | undefined) =>
  formatValue(value ?? null, "count", { language: "en", currency: "EUR" });

/** Nothing waits for an answer, and the drawing is there. */
async function settled(page: Page): Promise<void> {
  await page.locator("[data-section=table] tbody tr").first().waitFor();
  await expect
    .poll(() => page.locator(".mantine-Skeleton-root, [data-old=true], [aria-busy=true]").count(), { timeout: 15_000 })
    .toBe(0);
}

async function saved(page: Page, item: string): Promise<Download> {
  await page.locator("[data-actions]").click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("menuitem", { name: item, exact: true }).click(),
  ]);
  return download;
}

const numbers = (page: Page) => page.locator("[data-section=table] tbody td[data-value]").allTextContents();

export function exploreJourneys(get: GetWorld): void {
  test("which campaign brought MQLs in a quarter, by month: two clicks from any page, and the link shows others the same", async () => {
    const { site, open } = get();
    const { page, close } = await open(`/?period=${site.month}&lang=en`);
    await page.getByRole("link", { name: "Explore" }).click();
    await page.getByRole("link", { name: "Which campaigns bring MQLs, month by month?" }).click();
    await page.waitForURL(/kpis=mqls/);
    await page.locator("[data-chart=bar] svg").waitFor();
    await settled(page);
    const address = page.url();
    const search = new URL(address).searchParams;
    const asked = { kpis: ["mqls"], period: search.get("period") ?? "", by: ["campaign"], compare: "previous" };
    expect(asked.period).toMatch(/^\d{4}-Q[1-4]$/);
    const whole = await site.post<Answer>("/api/questions?lang=en", asked);
    const each = await site.post<Answer>("/api/questions?lang=en", { ...asked, grain: "month" });
    expect(await page.locator("[data-section=table] tbody tr").count()).toBe(whole.rows.length + 1);
    const [total = []] = [
      await page.locator("[data-section=table] tbody tr").first().locator("td[data-value]").allTextContents(),
    ];
    expect(total[0]).toBe(count(whole.total[0]?.value));
    expect(total.slice(1)).toEqual(each.total.slice(1).map(({ value }) => count(value)));
    const shown = await numbers(page);
    const other = await open(new URL(address).pathname + new URL(address).search, { width: 900 });
    await settled(other.page);
    expect(await numbers(other.page)).toEqual(shown);
    await other.close();
    // The five largest one by one, all others together: what counts adds up to the whole, a rate is the engine's own for them.
    await page.goto(`${address.replace("kpis=mqls", "kpis=mqls,lead_to_mql_rate")}&vs=off`);
    await page.getByRole("combobox", { name: "parts" }).selectOption("5 + others");
    await page.waitForURL(/top=5/);
    await page.locator("[data-section=table] tbody tr[aria-busy=false]").waitFor();
    await settled(page);
    const lines = page.locator("[data-section=table] tbody tr");
    const names = await lines.locator("th").allTextContents();
    const kpis = ["mqls", "lead_to_mql_rate"];
    const { rows } = await site.post<Answer>("/api/questions?lang=en", {
      kpis,
      period: asked.period,
      by: ["campaign"],
    });
    const campaigns = [...new Set(rows.map(({ by }) => by.campaign ?? ""))];
    const named = campaigns.filter((name) => !name.startsWith("("));
    const rest = named.filter((name) => !names.includes(name));
    expect(names).toHaveLength(1 + 5 + 1 + campaigns.length - named.length);
    expect(rest).toHaveLength(named.length - 5);
    const dataOf = (cells: Locator) =>
      cells.evaluateAll((found) => found.map((cell) => Number(cell.getAttribute("data-value"))));
    const [all = 0, ...sizes] = await dataOf(lines.locator("td:nth-child(2)"));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(all);
    const group = { kpis: ["lead_to_mql_rate"], period: asked.period, where: { campaign: rest } };
    const rate = await site.post<Answer>("/api/questions?lang=en", group);
    const together = await dataOf(lines.filter({ hasText: `Others (${rest.length})` }).locator("td[data-value]"));
    const left = rows.filter(({ kpi, by }) => kpi === "mqls" && rest.includes(by.campaign ?? ""));
    expect(together[0]).toBe(left.reduce((sum, { value }) => sum + (value ?? 0), 0));
    expect(together).toContain(rate.rows[0]?.value);
    const csv = await saved(page, "CSV");
    expect(csv.suggestedFilename()).toContain("largest-5.csv");
    expect(readFileSync(await csv.path(), "utf8")).toContain(`Others (${rest.length}),${rate.rows[0]?.value},ratio`);
    await close();
  });

  test("a question is put together from its parts, and back takes each step back", async () => {
    const { site, open } = get();
    // What the page does not know neither shows nor travels on.
    const unknown = "show=nonsense&grain=foo&top=abc&window=-3";
    const { page, close } = await open(`/explore?kpis=leads&period=${site.month}&lang=en&${unknown}`);
    await settled(page);
    await page.getByRole("button", { name: "Add a dimension" }).click();
    await page.getByRole("option", { name: "Country" }).click();
    await page.waitForURL(/by=country/);
    expect(page.url()).not.toMatch(/nonsense|foo|abc|-3/);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Add a filter" }).click();
    await page.getByRole("option", { name: "Channel", exact: true }).click();
    const values = await site.get<{ values: { value: string; counted: number }[] }>(
      `/api/dimensions/channel/values?kpi=leads&period=${site.month}`,
    );
    const [first] = values.values;
    await page.getByRole("option", { name: `${first?.value} ${count(first?.counted)}` }).click();
    await page.waitForURL(/where=channel/);
    await expect
      .poll(() => page.locator("[data-section=table] tbody tr").first().locator("td[data-value]").textContent())
      .toBe(count(first?.counted));
    const asked = { kpis: ["leads"], period: site.month, by: ["country"], where: { channel: [first?.value] } };
    const answer = await site.post<Answer>("/api/questions?lang=en", asked);
    await expect.poll(() => page.locator("[data-section=table] tbody tr").count()).toBe(answer.rows.length + 1);
    await page.goBack();
    await page.waitForURL((url) => !url.searchParams.has("where"));
    await page.goBack();
    await page.waitForURL((url) => !url.searchParams.has("by"));
    await settled(page);
    expect(await page.locator("[data-section=table] tbody tr").count()).toBe(1);
    await close();
  });

  test("every shape draws; where one lacks something it says so and offers it", async () => {
    const { site, open } = get();
    const { page, close } = await open(
      `/explore?kpis=leads,lead_to_mql_rate&by=channel&period=${site.month.slice(0, 4)}&lang=en`,
    );
    await settled(page);
    const shapes = { Lines: "lines", Bars: "bar", Areas: "area", Scatter: "scatter", "Heat map": "heat" } as const;
    for (const [name, chart] of Object.entries(shapes)) {
      await page.getByRole("button", { name, exact: true }).click();
      await page.locator(`[data-chart=${chart}] svg`).first().waitFor();
      const label = await page.locator(`[data-chart=${chart}]`).first().getAttribute("aria-label");
      expect(label).toContain("New leads, Lead-to-MQL rate by channel");
    }
    // Rates do not add up: they are drawn as lines, and the page says so.
    await page.getByRole("button", { name: "Areas", exact: true }).click();
    await page.getByText("Lead-to-MQL rate does not add up over its parts").waitFor();
    expect(await page.locator("[data-chart=area]").count()).toBe(1);
    // A heat map of dimensions holds all their values: none stands together with others.
    await page.goto(`${site.url}/explore?kpis=leads&by=channel,country&period=${site.month}&show=heat&lang=en`);
    await page.locator("[data-chart=heat] svg").waitFor();
    expect(await page.locator("[data-section=result]").textContent()).not.toContain("stand together");
    // The month before each month is the same line once more; the year before is another one.
    const year = `${site.url}/explore?kpis=leads&grain=month&period=${site.month.slice(0, 4)}&show=line&lang=en`;
    for (const [address, compared] of [
      [year, false],
      [`${year}&compare=last-year`, true],
    ] as const) {
      await page.goto(address);
      await page.locator("[data-chart=trend] svg").waitFor();
      const drawn = (await page.locator("[data-chart=trend] svg").textContent()) ?? "";
      expect(drawn.includes("earlier")).toBe(compared);
      expect(drawn).not.toContain("the period before");
    }
    await page.goto(`${site.url}/explore?kpis=leads&period=${site.month}&show=scatter&lang=en`);
    await page.getByRole("button", { name: "By Channel" }).click();
    await page.getByText("Add a second one.").waitFor();
    await close();
  });

  test("a KPI that does not know the dimension is refused with its reason, the others are answered", async () => {
    const { site, open } = get();
    const { page, close } = await open(`/explore?kpis=leads,sessions&by=owner&period=${site.month}&show=bar&lang=en`);
    await settled(page);
    const asked = { kpis: ["leads", "sessions"], period: site.month, by: ["owner"] };
    const answer = await site.post<Answer>("/api/questions?lang=en", asked);
    const reason = answer.rows.find((row) => row.kpi === "sessions")?.reason?.text ?? "?";
    expect(await page.locator("[data-section=result]").textContent()).toContain(`Sessions: ${reason}`);
    const table = (await page.locator("[data-section=table]").textContent()) ?? "";
    expect(table).not.toContain("Nothing was counted");
    const cells = await page.locator("[data-section=table] tbody tr:nth-child(2) td").allTextContents();
    expect(cells.at(-1)).toContain(reason);
    await close();
  });

  test("data is saved as CSV with every digit and as a workbook with typed cells, definitions and data version", async () => {
    const { site, open } = get();
    const { page, close } = await open(
      `/explore?kpis=lead_to_mql_rate,marketing_cost&by=channel&period=${site.month}&lang=en`,
    );
    await settled(page);
    const asked = {
      kpis: ["lead_to_mql_rate", "marketing_cost"],
      period: site.month,
      by: ["channel"],
      compare: "previous",
    };
    const answer = await site.post<Answer>("/api/questions?lang=en", asked);
    const csv = await saved(page, "CSV");
    expect(csv.suggestedFilename()).toBe(`lead_to_mql_rate-marketing_cost-by-channel-${site.month}.csv`);
    const lines = readFileSync(await csv.path(), "utf8")
      .trim()
      .split("\r\n");
    expect(lines).toHaveLength(answer.rows.length + 1);
    for (const row of answer.rows) if (row.value !== null) expect(lines.join("\n")).toContain(`,${row.value},`);
    const xlsx = await saved(page, "Excel (XLSX)");
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(await xlsx.path());
    expect(book.worksheets.map(({ name }) => name)).toEqual(["Data", "Totals", "About"]);
    const sheet = book.getWorksheet("Data");
    const titles = [...((sheet?.getRow(1).values ?? []) as string[])].map(String);
    const at = (title: string) => titles.indexOf(title);
    const read = answer.rows.map((_, i) => sheet?.getRow(i + 2));
    expect(read.map((row) => row?.getCell(at("Value")).value)).toEqual(answer.rows.map(({ value }) => value));
    expect(read[0]?.getCell(at("From")).value).toEqual(new Date(`${site.month}-01T00:00:00Z`));
    const money = answer.rows.findIndex((row) => row.unit === "money" && row.value !== null);
    expect(read[money]?.getCell(at("Value")).numFmt).toContain("EUR");
    const about = book.getWorksheet("About");
    const said = (about?.getColumn(2).values ?? []).map(String).join("\n");
    expect(said).toContain(answer.data_version);
    expect(said).toContain("lead_to_mql_rate = ");
    expect(said).toContain(page.url());
    await close();
  });

  test("pictures are saved as SVG that stands for itself and as PNG of twice its size", async () => {
    const { site, open } = get();
    const { page, close } = await open(`/explore?kpis=leads,sqls&by=channel&period=${site.month}&show=bar&lang=zh`);
    await settled(page);
    await page.locator("[data-chart=bar] svg").waitFor();
    const svg = readFileSync(await (await saved(page, "SVG 图片")).path(), "utf8");
    expect(svg).toMatch(/^<svg xmlns/);
    expect(svg).toContain("新增线索数");
    expect(svg).toContain("数据截至");
    const [, width = 0, height = 0] = (/width="(\d+)" height="(\d+)"/.exec(svg) ?? []).map(Number);
    const png = readFileSync(await (await saved(page, "PNG 图片")).path());
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([width * 2, height * 2]);
    // On a phone the title takes as many lines as it needs, and none runs out of the picture.
    await page.setViewportSize({ width: 360, height: 780 });
    await expect
      .poll(async () => Number(await page.locator("[data-chart=bar] svg").getAttribute("width")))
      .toBeLessThan(360);
    const slim = readFileSync(await (await saved(page, "SVG 图片")).path(), "utf8");
    const titles = [...slim.matchAll(/font-size="17"[^>]*>([^<]*)</g)].map(([, line = ""]) => line);
    expect(titles.length).toBeGreaterThan(1);
    const dense = (text: string) => text.replaceAll(" ", "");
    const asked = (await page.locator("[data-section=result] h2").textContent()) ?? "?";
    expect(dense(titles.join(""))).toContain(dense(asked));
    await close();
  });

  test("a view is saved, opened, changed, renamed and deleted", async () => {
    const { site, open } = get();
    const { page, close } = await open(`/explore?kpis=sqls&by=channel&show=bar&period=${site.month}&lang=en`);
    await settled(page);
    await page.getByRole("button", { name: "Save view" }).click();
    await page.getByLabel("Name of the view").fill("SQLs of the month");
    await page.getByRole("dialog").getByRole("button", { name: "Save view" }).click();
    await page.waitForURL(/saved=/);
    await page.getByRole("heading", { level: 1, name: "SQLs of the month" }).waitFor();
    await page.getByRole("button", { name: "Table", exact: true }).click();
    await page.getByText("changed since it was saved").waitFor();
    await page.getByRole("button", { name: "Save changes" }).click();
    await page.getByText("changed since it was saved").waitFor({ state: "detached" });
    await page.getByRole("link", { name: "Boards" }).click();
    await page.getByRole("link", { name: "Explore" }).click();
    await page.getByRole("button", { name: /^Views/ }).click();
    await page.getByRole("menuitem", { name: "SQLs of the month" }).click();
    await page.waitForURL(/kpis=sqls/);
    expect(new URL(page.url()).searchParams.has("show")).toBe(false);
    await page.getByRole("button", { name: /^Views/ }).click();
    await page.getByRole("menuitem", { name: "Rename" }).click();
    await page.getByLabel("Name of the view").fill("SQLs by channel");
    await page.getByRole("dialog").getByRole("button", { name: "Save view" }).click();
    await page.getByRole("heading", { level: 1, name: "SQLs by channel" }).waitFor();
    await page.getByRole("button", { name: /^Views/ }).click();
    await page.getByRole("menuitem", { name: "Delete" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
    await page.getByRole("heading", { level: 1, name: "Explore" }).waitFor();
    const { views } = await site.get<{ views: { name: string }[] }>("/api/views");
    expect(views.map(({ name }) => name)).not.toContain("SQLs by channel");
    await close();
  });

  test("two tabs do not overwrite each other in silence", async () => {
    const { site, open } = get();
    const path = `/explore?kpis=leads&by=channel&period=${site.month}&lang=en`;
    const mine = await open(path);
    await settled(mine.page);
    await mine.page.getByRole("button", { name: "Save view" }).click();
    await mine.page.getByLabel("Name of the view").fill("Shared");
    await mine.page.getByRole("dialog").getByRole("button", { name: "Save view" }).click();
    await mine.page.waitForURL(/rev=1/);
    const theirs = await open(new URL(mine.page.url()).pathname + new URL(mine.page.url()).search);
    await settled(theirs.page);
    await theirs.page.getByRole("button", { name: "Bars", exact: true }).click();
    await theirs.page.getByRole("button", { name: "Save changes" }).click();
    await theirs.page.waitForURL(/rev=2/);
    mine.allowRefusals();
    await mine.page.getByRole("button", { name: "Lines", exact: true }).click();
    await mine.page.getByRole("button", { name: "Save changes" }).click();
    await mine.page.getByText("Somebody changed this view").waitFor();
    const kept = async () =>
      (await site.get<{ views: { name: string; presentation: { show?: string } }[] }>("/api/views")).views
        .filter(({ name }) => name === "Shared")
        .map(({ presentation }) => presentation.show);
    expect(await kept()).toEqual(["bar"]);
    await mine.page.getByRole("button", { name: "Save mine as a new view" }).click();
    // Its address said revision 1 before, so only what is stored tells when it is saved.
    await expect.poll(async () => (await kept()).sort()).toEqual(["bar", "line"]);
    await theirs.close();
    await mine.close();
  });

  test("by the keyboard alone: a dimension is found, chosen and the table sorted", async () => {
    const { site, open } = get();
    const { page, close } = await open(`/explore?kpis=leads&period=${site.month}&lang=en`);
    await settled(page);
    await page.getByRole("button", { name: "Add a dimension" }).focus();
    await page.keyboard.press("Enter");
    await page.getByPlaceholder("Type to find").waitFor();
    await page.getByRole("option", { name: "Channel", exact: true }).waitFor();
    await page.keyboard.type("chan");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL(/by=channel/);
    await page.keyboard.press("Escape");
    await settled(page);
    const head = page.locator("[data-section=table] thead").getByRole("button", { name: "Channel" });
    await head.focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/sort=name/);
    await expect.poll(() => page.locator("[aria-sort=ascending]").count()).toBe(1);
    const names = await page.locator("[data-section=table] tbody tr th[scope=row]").allTextContents();
    expect(names.slice(1)).toEqual(names.slice(1).toSorted((a, b) => a.localeCompare(b)));
    await close();
  });

  test("the table is put in order by a change, shows shares of what adds up, and a number leads to its rows, by keyboard", async () => {
    const { site, open } = get();
    const asked = { kpis: ["leads", "lead_to_mql_rate"], period: site.month, by: ["channel"], compare: "previous" };
    const answer = await site.post<Answer>("/api/questions?lang=en", asked);
    const { page, close } = await open(`/explore?kpis=leads,lead_to_mql_rate&by=channel&period=${site.month}&lang=en`);
    await settled(page);
    const table = page.locator("[data-section=table]");
    await page.getByRole("button", { name: "Share of all" }).click();
    await page.waitForURL(/share=on/);
    // A rate has no share.
    expect(await table.getByRole("columnheader", { name: "Share" }).count()).toBe(1);
    await table.getByTitle("Sort by Change of New leads").press("Enter");
    await page.waitForURL(/sort=leads\.change/);
    await table.getByTitle("Sort by Change of New leads").press("Enter");
    await page.waitForURL(/sort=-leads\.change/);
    const least = answer.rows
      .filter((row) => row.kpi === "leads" && row.previous?.change != null && !row.by.channel?.startsWith("("))
      .sort((a, b) => (a.previous?.change ?? 0) - (b.previous?.change ?? 0))[0];
    const line = table.locator("tbody tr").nth(1);
    expect(await line.locator("th").textContent()).toBe(least?.by.channel);
    const share = (least?.value ?? 0) / (answer.total.find(({ kpi }) => kpi === "leads")?.value ?? 0);
    expect(Number.parseFloat((await line.locator("td").nth(1).textContent()) ?? "")).toBeCloseTo(share * 100, -0.5);
    const cell = line.getByRole("button", { name: `${count(least?.value)}: what it is made of` });
    await cell.press("Enter");
    await page.getByRole("menuitem", { name: "Copy to the last digit" }).waitFor();
    // The menu takes the focus in a task of its own, sooner than a hand finds the next key.
    await expect.poll(() => cell.evaluate((element) => element === document.activeElement)).toBe(false);
    await page.keyboard.press("Escape");
    await expect.poll(() => cell.evaluate((element) => element === document.activeElement)).toBe(true);
    await cell.press("Enter");
    await page.getByRole("menuitem", { name: "The rows behind it" }).press("Enter");
    await page.waitForURL(/\/kpis\/leads\?.*rows=1/);
    expect(new URL(page.url()).searchParams.get("where")).toBe(`channel:${least?.by.channel}`);
    expect(new URL(page.url()).searchParams.get("period")).toBe(site.month);
    await page.locator("[data-section=rows] tbody tr").first().waitFor();
    await close();
  });

  test("an empty workspace says what will stand there and leads to the files", async () => {
    const { empty, open } = get();
    const { page, close } = await open("/explore?lang=en", {}, empty);
    await page.getByText("Nothing to explore yet").waitFor();
    await page.getByRole("link", { name: "Load exports" }).click();
    await page.waitForURL(/\/sources/);
    await close();
  });

  for (const view of ["show=bar&grain=month", "show=line&grain=month", "show=heat&grain=month", "show=table"]) {
    test(`${view}: axe finds nothing, light and dark; a phone is wide enough; nothing is left untranslated`, async () => {
      const { site, open } = get();
      const period = `${site.month.slice(0, 4)}-01-01..${site.month}-28`;
      const path = `/explore?kpis=leads&by=channel&where=country:DE|US&period=${period}&${view}`;
      const { page, close } = await open(`${path}&lang=en`);
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor();
        await settled(page);
        await axeFindsNothing(page);
      }
      await page.setViewportSize({ width: 360, height: 780 });
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
      await page.goto(`${site.url}${path}&lang=zh`);
      await settled(page);
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
      expect(await untranslated(page)).toEqual([]);
      await close();
    });
  }

  test("axe finds nothing in an open list and an open dialog", async () => {
    const { site, open } = get();
    const { page, close } = await open(`/explore?kpis=leads&by=channel&period=${site.month}&lang=en`);
    await settled(page);
    await page.getByRole("button", { name: "Add a KPI" }).click();
    await page.getByRole("option", { name: "Ad spend" }).waitFor();
    await axeFindsNothing(page);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Save view" }).click();
    await page.getByLabel("Name of the view").waitFor();
    await axeFindsNothing(page);
    await close();
  });
}
