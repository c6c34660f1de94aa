/// <reference lib="dom" />
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { zipSync } from "fflate";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { axeFindsNothing } from "../axe-finds-nothing.ts";
import type { Site } from "../site.ts";
import { untranslated } from "../untranslated.ts";
import type { GetWorld } from "../world.ts";

const SAMPLES = join(import.meta.dirname, "../../../../presets");
const ADS = join(SAMPLES, "google_ads/sample/campaign_report_en_utf16le.csv");
const VISITS = join(SAMPLES, "ga4/sample/exploration_freeform_daily.csv");

interface Sources {
  readonly sources: readonly {
    readonly connection: string;
    readonly rows: number;
    readonly loads: readonly { readonly load_id: string; readonly file: string; readonly status: string }[];
  }[];
}

/** Takes every load back, so that the next journey begins with nothing. */
export async function takeAllBack(site: Site): Promise<void> {
  const { sources } = await site.get<Sources>("/api/sources");
  for (const { loads } of sources)
    for (const { load_id, status } of loads)
      if (status !== "reverted") await site.post(`/api/loads/${load_id}/revert`, {});
}

const choose = (page: Page, file: string) => page.locator("main input[type=file]").setInputFiles(file);
const ads = (rows: readonly string[]) =>
  ["Campaign report", "Day,Campaign,Currency code,Cost,Impr.,Clicks", ...rows, ""].join("\n");

export function sourcesJourneys(get: GetWorld): void {
  test("a file is read before it is loaded, then counts, and can be taken back", async () => {
    const { empty: site, open } = get();
    const { page, close } = await open("/sources?lang=en", {}, site);
    await page.getByText("Nothing is loaded yet.").waitFor();
    await choose(page, ADS);
    const item = page.locator("[data-section=queue] li[data-phase]");
    await page.locator("[data-phase=ready]").waitFor();
    expect(await item.textContent()).toContain("google_ads");
    expect(await item.textContent()).toMatch(/UTF-16/i);
    await page.locator("[data-mapping] summary").click();
    expect(await page.locator("[data-mapping]").textContent()).toContain("Clicks");
    expect(await site.get<Sources>("/api/sources")).toEqual({ sources: [] });
    await page.getByRole("button", { name: "Load the file" }).click();
    await page.locator("[data-phase=done]").waitFor({ timeout: 30_000 });
    const { sources } = await site.get<Sources>("/api/sources");
    expect(sources[0]?.rows).toBeGreaterThan(0);
    const loaded = page.locator("[data-section=loaded]");
    await expect.poll(() => loaded.textContent()).toContain(sources[0]?.connection);
    await loaded.getByText(/^Loads/).click();
    await loaded.getByRole("button", { name: "Take back", exact: true }).click();
    await loaded.getByText(/^Its \d+ rows stop counting at once/).waitFor();
    await loaded.getByRole("button", { name: "Really take back" }).click();
    await expect.poll(() => loaded.textContent(), { timeout: 15_000 }).toContain("taken back");
    await close();
  });

  test("an archive gives way to its files, each read and loaded under its own name", async () => {
    const { empty: site, open } = get();
    const path = join(site.dir, "downloads.zip");
    const [ads, visits] = [readFileSync(ADS), readFileSync(VISITS)];
    writeFileSync(
      path,
      zipSync({
        "google/广告.csv": ads,
        "ga4/visits.csv": visits,
        "old.zip": zipSync({ "x.csv": ads }),
        "空.csv": Buffer.from("Datum,Netz,Geld\n"),
      }),
    );
    const { page, close } = await open("/sources?lang=zh", { width: 360 }, site);
    await choose(page, path);
    await page.locator("[data-phase=failed]").nth(1).waitFor();
    const names = page.locator("[data-section=queue] li[data-phase] b");
    expect(await names.allTextContents()).toEqual(["广告.csv", "visits.csv", "old.zip", "空.csv"]);
    expect(await page.locator("[data-archive]").allTextContents()).toEqual(Array(4).fill("来自 downloads.zip"));
    expect(await page.locator("li[data-phase=failed]").first().textContent()).toContain(
      "old.zip 是压缩文件 downloads.zip 里的又一层压缩文件，系统只打开一层。请解压后加载其中的文件。",
    );
    expect(await page.locator("li[data-phase=failed]").last().textContent()).toContain(
      "空.csv 里没有数据：只有表头（Datum, Netz, Geld），下面没有数据行。",
    );
    await page.getByRole("button", { name: "加载 2 个文件" }).click();
    await page.locator("[data-phase=done]").nth(1).waitFor({ timeout: 30_000 });
    const { sources } = await site.get<Sources>("/api/sources");
    const loads = sources.flatMap((source) => source.loads).filter(({ status }) => status === "standing");
    expect(loads.map(({ file }) => file).sort()).toEqual(["visits.csv", "广告.csv"]);
    await axeFindsNothing(page);
    await takeAllBack(site);
    await close();
  });

  test("a real file dropped on the board changes the board's number", async () => {
    const { empty: site, open } = get();
    const { page, close } = await open("/?period=2026-09&lang=en", {}, site);
    const card = page.locator("[data-kpi=sessions]");
    await card.waitFor();
    expect(await card.textContent()).toContain("–");
    const bytes = [...readFileSync(VISITS)];
    const data = await page.evaluateHandle((content) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(content)], "visits.csv"));
      return transfer;
    }, bytes);
    await page.dispatchEvent("main", "drop", { dataTransfer: data });
    await page.waitForURL(/\/sources\?/);
    await page.getByRole("button", { name: "Load the file" }).click();
    await page.locator("[data-phase=done]").waitFor({ timeout: 30_000 });
    const answer = await site.post<{ rows: { value: number }[] }>("/api/questions", {
      kpis: ["sessions"],
      period: "2026-09",
    });
    // The board that the file fills most is one step away, in the month that the file is about.
    await page.locator("[data-section=next]").getByRole("link", { name: "See CMO board" }).click();
    await page.waitForURL(/period=2026-09/);
    await expect.poll(() => card.textContent(), { timeout: 15_000 }).toContain(String(answer.rows[0]?.value));
    await takeAllBack(site);
    await close();
  });

  test("what a file would replace stands there before it is loaded, with days and rows, and the calendar shows the rest", async () => {
    const { empty: site, open } = get();
    const first = join(site.dir, "first.csv");
    writeFileSync(
      first,
      ads(["2026-09-01,Brand,EUR,1,10,1", "2026-09-02,Brand,EUR,1,10,1", "2026-09-03,X,EUR,1,10,1"]),
    );
    const second = join(site.dir, "second.csv");
    writeFileSync(second, ads(["2026-09-02,Brand,EUR,1,10,7", "2026-09-03,X,EUR,1,10,7"]));
    const { page, close } = await open("/sources?lang=en", {}, site);
    await choose(page, first);
    await page.getByText("nothing that is loaded changes").waitFor();
    await page.getByRole("button", { name: "Load the file" }).click();
    await page.locator("[data-phase=done]").waitFor({ timeout: 30_000 });
    await choose(page, second);
    await page.locator("[data-phase=ready]").waitFor();
    expect(await page.locator("[data-phase=ready] [data-replaces]").textContent()).toBe(
      "Ad figures by day, 2 Sept 2026 to 3 Sept 2026: 2 rows of first.csv give way to this file (2 rows). Each day counts once; taking this file back brings them back.",
    );
    // The same file once more changes nothing, and is not offered to be loaded.
    await page.getByRole("button", { name: "Remove second.csv" }).click();
    await choose(page, first);
    await page.getByText("This very file is loaded already and counts once.").waitFor();
    expect(await page.getByRole("button", { name: /^Load/ }).count()).toBe(0);
    const row = page.locator("[data-source=google_ads]");
    await row.waitFor();
    expect(await row.textContent()).toContain("Only up to 3 Sept 2026");
    await page.getByRole("button", { name: "By day" }).click();
    await page.waitForURL(/by=day/);
    await axeFindsNothing(page);
    await takeAllBack(site);
    await close();
  });

  test("dates that can be read two ways are asked for in place", async () => {
    const { empty: site, open } = get();
    const file = join(site.dir, "two-ways.csv");
    writeFileSync(file, ads(["03/04/2026,Brand,EUR,1,10,1", "04/04/2026,Brand,EUR,1,10,1"]));
    const { page, close } = await open("/sources?lang=zh", { width: 360, scheme: "dark" }, site);
    await choose(page, file);
    await page.locator("[data-asked=dates]").waitFor();
    expect(await untranslated(page)).toEqual([]);
    await page.getByRole("button", { name: /^日在前/ }).click();
    await page.locator("[data-phase=ready]").waitFor();
    expect(await page.locator("[data-phase=ready]").textContent()).toContain("2026年4月3日");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await close();
  });

  test("rows in quarantine are mended in the page, checked, and loaded, by keyboard", async () => {
    const { empty: site, open } = get();
    const broken = join(site.dir, "google-ads-broken.csv");
    writeFileSync(broken, ads(["2026-09-01,Brand,EUR,1,10,1", "soon,Brand,EUR,1,10,5", "later,Brand,EUR,1,10,7"]));
    const { page, close } = await open("/sources?lang=en", {}, site);
    await choose(page, broken);
    await page.locator("[data-phase=ready] [data-rejects]").waitFor();
    expect(await page.locator("[data-rejects] [data-wrong]").first().textContent()).toContain("soon");
    await page.getByRole("button", { name: "Load the file" }).click();
    await page.locator("[data-phase=done]").waitFor({ timeout: 30_000 });
    const section = page.locator("[data-section=quarantine]");
    await expect.poll(() => section.locator("tbody tr").count()).toBe(2);
    await axeFindsNothing(page);
    expect(await section.textContent()).toContain('"Day" is not a date.');
    const told = await fetch(`${site.url}/api/quarantine`, { headers: { "accept-language": "zh-CN" } });
    expect((await told.json()).rows[0].reason).toBe("“Day”不是日期。");
    await section.getByRole("textbox", { name: "Day, line 4" }).focus();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("2026-09-02");
    await section.getByRole("textbox", { name: "Day, line 5" }).focus();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("never");
    await section.getByRole("button", { name: "Check mended rows (2)" }).focus();
    await page.keyboard.press("Enter");
    await section.locator("[data-line='4'][data-checked=good]").waitFor({ timeout: 15_000 });
    await section.locator("[data-line='5'][data-checked=wrong]").waitFor();
    await section.getByRole("button", { name: "Load mended rows (1)" }).focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => section.locator("tbody tr").count(), { timeout: 15_000 }).toBe(1);
    const answer = await site.post<{ rows: { value: number }[] }>("/api/questions", {
      kpis: ["clicks"],
      period: "2026-09",
    });
    expect(answer.rows[0]?.value).toBe(6);
    await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
    await page.locator("html[data-mantine-color-scheme=dark]").waitFor();
    await axeFindsNothing(page);
    await takeAllBack(site);
    await close();
  });

  test("on a slow network the bar shows how much has been sent", async () => {
    const { empty: site, open } = get();
    const file = join(site.dir, "slow.csv");
    writeFileSync(file, ads(Array.from({ length: 3000 }, (_, at) => `2026-09-01,Brand ${at},EUR,1,10,1`)));
    const { page, context, close } = await open("/sources?lang=en", {}, site);
    await page.getByText("Drop files here").waitFor();
    const network = await context.newCDPSession(page);
    await network.send("Network.enable");
    await network.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: 200,
      downloadThroughput: 200_000,
      uploadThroughput: 60_000,
    });
    await choose(page, file);
    await page.locator("[data-phase=uploading]").waitFor();
    await expect
      .poll(() => page.locator("[data-phase=uploading] [role=status]").textContent({ timeout: 5_000 }), {
        interval: 50,
        timeout: 10_000,
      })
      .toMatch(/[1-9]\d? %/);
    await page.locator("[data-phase=ready]").waitFor({ timeout: 30_000 });
    await close();
  });

  test("a server that is started anew in the middle of a load is waited for, and the page then tells the truth", async () => {
    const { empty: site, open } = get();
    const file = join(site.dir, "large.csv");
    const day = (at: number) => `2026-0${1 + (at % 9)}-${String(1 + (at % 28)).padStart(2, "0")}`;
    writeFileSync(file, ads(Array.from({ length: 190_000 }, (_, at) => `${day(at)},Brand ${at % 5000},EUR,1.25,10,1`)));
    const { page, allowRefusals, close } = await open("/sources?lang=en", {}, site);
    await choose(page, file);
    await page.locator("[data-phase=ready]").waitFor({ timeout: 60_000 });
    const begun = page.waitForResponse((response) => response.url().endsWith("/api/loads"));
    await page.getByRole("button", { name: "Load the file" }).click();
    await begun;
    allowRefusals();
    await site.kill();
    await page.locator("[data-phase=lost]").waitFor();
    await site.start();
    const found = page.locator("[data-found]");
    await found.waitFor({ timeout: 60_000 });
    const { sources } = await site.get<Sources>("/api/sources");
    const counts = sources.some(({ loads }) =>
      loads.some((load) => load.file === "large.csv" && load.status === "standing"),
    );
    expect(counts).toBe(false);
    expect(await found.textContent()).toContain("Nothing of it counts");
    await page.getByRole("button", { name: "Load the file" }).click();
    await page.locator("[data-phase=done]").waitFor({ timeout: 60_000 });
    const answer = await site.post<{ rows: { value: number }[] }>("/api/questions", {
      kpis: ["clicks"],
      period: "2026",
    });
    expect(answer.rows[0]?.value).toBe(190_000);
    await takeAllBack(site);
    await close();
  }, 180_000);
}
