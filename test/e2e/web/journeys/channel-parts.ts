/// <reference lib="dom" />
import { readFileSync } from "node:fs";
import ExcelJS from "exceljs";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { AccountsShown } from "../../../../src/service/accounts/show-accounts.ts";
import type { Reconciliation } from "../../../../src/service/reconciliation/reconciliation.ts";
import { axeFindsNothing } from "../axe-finds-nothing.ts";
import { type Site, teamSite } from "../site.ts";
import { untranslated } from "../untranslated.ts";
import type { GetWorld } from "../world.ts";

/** Target accounts, hand-outs, audience check and reconciliation, on figures that are worked out by hand. */
export function channelPartsJourneys(get: GetWorld): void {
  let team: Site;
  beforeAll(async () => {
    team = await teamSite();
  }, 120_000);
  afterAll(() => team?.close());
  const open = (path: string, look = {}) => get().open(path, look, team);
  const settled = (page: Page) =>
    expect
      .poll(() => page.locator(".mantine-Skeleton-root, [data-old=true], [aria-busy=true]").count(), {
        timeout: 15_000,
      })
      .toBe(0);

  /** What a section's menu saves, as a file. */
  const saved = async (page: Page, section: Locator, item: "CSV" | "Excel (XLSX)") => {
    await section.locator("[data-actions]").first().click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("menuitem", { name: item, exact: true }).click(),
    ]);
    return download.path();
  };
  const sheetOf = async (path: string) => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(path);
    const [sheet] = book.worksheets;
    if (!sheet) throw new Error("no sheet");
    return sheet;
  };

  for (const [lang, words] of [
    ["en", { title: "3 accounts on the lists, 2 with an opportunity or won", engaged: "engaged" }],
    ["zh", { title: "名单上共 3 家客户，其中 2 家已有商机或成交", engaged: "有互动" }],
  ] as const) {
    test(`target accounts stand by the stage they reached, with penetration and roles (${lang})`, async () => {
      const { page, close } = await open(`/channels/accounts?period=2026-03&lang=${lang}`);
      await page.getByRole("heading", { name: words.title }).waitFor();
      const lines = await page.locator("[data-section=accounts] tbody th").allTextContents();
      expect(lines).toEqual(["Firm Five", "Firm Two", "Firm Nine"]);
      const { total } = await team.get<AccountsShown>("/api/accounts?period=2026-03");
      expect(total.account_penetration?.value).toBeCloseTo(1 / 3, 9);
      expect(await page.locator("[data-kpi=account_penetration]").textContent()).toContain("33.3%");
      const five = page.locator("[data-section=accounts] tbody tr").first();
      expect(await five.locator("[data-role=engaged]").textContent()).toBe(words.engaged);
      expect(await five.locator("[data-role=missing]").count()).toBe(1);
      await close();
    });
  }

  test("one list alone stands in the address; the accounts are saved as CSV and as a workbook", async () => {
    const { page, close } = await open("/channels/accounts?period=2026-03&lang=en");
    await page.getByLabel("List").selectOption("ABM South");
    await page.waitForURL(/list=ABM/);
    await page.getByRole("heading", { name: "1 accounts on the lists" }).waitFor();
    const section = page.locator("[data-section=accounts]");
    const text = readFileSync(await saved(page, section, "CSV"), "utf8");
    expect(text.split("\r\n")[1]).toBe("Firm Nine,ABM South,,,,,,0,,cfo,,");
    const sheet = await sheetOf(await saved(page, section, "Excel (XLSX)"));
    expect(sheet.getCell("A2").value).toBe("Firm Nine");
    expect(sheet.getCell("H2").value).toBe(0);
    await close();
  });

  test("leads are handed out once: previewed, confirmed, listed, downloaded, and not offered again", async () => {
    const { page, close } = await open("/channels/routing?period=2026-03&lang=en");
    await page.getByRole("heading", { name: "3 leads of March 2026 would be handed out" }).waitFor();
    const section = page.locator("[data-section=routing]");
    expect(await section.textContent()).not.toContain("ana@new1.example");
    expect(await page.locator("[data-section=left-out]").textContent()).toContain("held back: competitor");
    await section.getByRole("button", { name: "Hand out" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Which list").selectOption("sales");
    await dialog.getByRole("button", { name: "Hand out 1 leads" }).click();
    await page.waitForURL(/batch=/);
    const batch = page.locator("[data-section=batch]");
    await batch.locator("tbody tr").first().waitFor();
    expect(await batch.locator("tbody tr").count()).toBe(1);
    await page.getByRole("heading", { name: "2 leads of March 2026 would be handed out" }).waitFor();
    const lines = readFileSync(await saved(page, batch, "CSV"), "utf8")
      .trim()
      .split("\r\n");
    expect(lines[0]).toBe(
      "lead,date,list,rule,kind,intent,vendor,channel,program,campaign,country,segment,account,email,name,phone",
    );
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain(",sales,hot,vendor,yes,");
    const sheet = await sheetOf(await saved(page, batch, "Excel (XLSX)"));
    expect([sheet.rowCount, sheet.getCell("C2").value]).toEqual([2, "sales"]);
    await page.reload();
    await page.locator("[data-section=batches] tbody tr").first().waitFor();
    expect(await page.locator("[data-section=batches] tbody tr").count()).toBe(1);
    await close();
  });

  for (const lang of ["en", "zh"] as const) {
    test(`a dropped list is checked, explained and cleaned, and never loaded (${lang})`, async () => {
      const { page, close } = await open(`/channels/audience?period=2026-03&lang=${lang}`);
      const list = "Email\nc5@firm5.example\nsomebody@elsewhere.example\nrex@rival.example\nnot an address\n";
      const transfer = await page.evaluateHandle((text) => {
        const data = new DataTransfer();
        data.items.add(new File([text], "spring.csv", { type: "text/csv" }));
        return data;
      }, list);
      await page.locator("[data-section=drop]").dispatchEvent("drop", { dataTransfer: transfer });
      const title = {
        en: "2 of 3 people in spring.csv should not be in it",
        zh: "spring.csv 的 3 人中有 2 人不该在内",
      };
      await page.getByRole("heading", { name: title[lang] }).waitFor();
      expect(new URL(page.url()).pathname).toBe("/channels/audience");
      expect(await page.locator("[data-reason=customer]").textContent()).toContain("1");
      expect(await page.locator("[data-reason=competitor]").textContent()).toContain("1");
      // Two of three people, c5 a customer since the 18th, on 100 of spend: 60·1/3 on the 5th, 40·2/3 on the 20th.
      expect(await page.locator("[data-section=waste]").textContent()).toContain("46.67");
      expect(await page.locator("[data-section=waste]").textContent()).toContain({ en: "assumes", zh: "假设" }[lang]);
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: { en: "Download the cleaned list", zh: "下载清理后的名单" }[lang] }).click(),
      ]);
      expect(readFileSync(await download.path(), "utf8")).toBe("Email\nsomebody@elsewhere.example\n");
      if (lang === "en") {
        const sheet = await sheetOf(await saved(page, page.locator("[data-section=checked]"), "Excel (XLSX)"));
        expect([2, 3].map((line) => sheet.getCell(`B${line}`).value)).toEqual([
          "c5@firm5.example",
          "rex@rival.example",
        ]);
      }
      await close();
    });
  }

  test("what is no list of people is refused with its reason", async () => {
    const { page, close, allowRefusals } = await open("/channels/audience?period=2026-03&lang=en");
    allowRefusals();
    await page
      .locator("[data-section=drop] input")
      .setInputFiles({ name: "prices.csv", mimeType: "text/csv", buffer: Buffer.from("Item,Price\nScale,12\n") });
    await page.getByText("has no column of e-mail addresses").waitFor();
    await close();
  });

  test("a suppression list is added by a file, holds people back, and is forgotten again", async () => {
    const { page, close } = await open("/channels/audience?period=2026-03&lang=en");
    await page.getByRole("button", { name: "Add a list" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Name of the list").fill("Resellers");
    await dialog.locator("input[type=file]").setInputFiles({
      name: "r.csv",
      mimeType: "text/csv",
      buffer: Buffer.from("Email\nsomebody@elsewhere.example\n"),
    });
    await dialog.getByRole("button", { name: "Add a list" }).click();
    await page.getByRole("button", { name: "Forget Resellers" }).waitFor();
    await page.locator("[data-section=drop] input").setInputFiles({
      name: "l.csv",
      mimeType: "text/csv",
      buffer: Buffer.from("Email\nsomebody@elsewhere.example\n"),
    });
    await page.getByRole("heading", { name: "1 of 1 people in l.csv should not be in it" }).waitFor();
    await page.getByRole("button", { name: "Forget Resellers" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Forget Resellers" }).click();
    await page.getByRole("heading", { name: "Nobody in l.csv is suppressed: 1 people checked" }).waitFor();
    await close();
  });

  for (const lang of ["en", "zh"] as const) {
    test(`a reconciliation stands as waterfalls that close, and as tables (${lang})`, async () => {
      const { page, close } = await open(`/channels/reconciliation?period=2026-03&lang=${lang}&subject=spend`);
      const { subjects } = await team.get<Reconciliation>(
        `/api/reconciliation?period=2026-03&subject=spend&lang=${lang}`,
      );
      const [spend] = subjects;
      await page.locator("[data-section=reconcile-spend] [data-chart=waterfall] svg").first().waitFor();
      expect(spend?.steps.length).toBeGreaterThan(0);
      for (const step of spend?.steps ?? []) {
        const parts = step.parts.reduce((sum, { amount }) => sum + amount, 0);
        expect(step.from_value + parts + step.residual).toBeCloseTo(step.to_value, 4);
      }
      await page.getByRole("button", { name: { en: "As a table", zh: "看表格" }[lang] }).click();
      await page.waitForURL(/view=table/);
      const [once] = spend?.steps ?? [];
      const table = page.locator(`[data-step="${once?.id}"] table`);
      expect(await table.locator("tbody tr").count()).toBe((once?.parts.length ?? 0) + 3);
      expect(await table.textContent()).toContain(once?.from_name ?? "?");
      expect(await page.locator("[data-section=cost-rules]").textContent()).toContain("linkedin");
      await close();
    });
  }

  test("what the sources cannot tell stands beside what is not explained", async () => {
    const { page, close } = await open("/channels/reconciliation?period=2026-03&lang=en");
    const { subjects } = await team.get<Reconciliation>("/api/reconciliation?period=2026-03&subject=leads&lang=en");
    const told = (subjects[0]?.steps ?? []).flatMap(({ unknown }) => unknown.map(({ text }) => text));
    expect(told.length).toBeGreaterThan(0);
    await page.locator("[data-section=reconcile-leads] [data-step]").first().waitFor();
    const text = await page.locator("[data-section=reconcile-leads]").textContent();
    for (const one of told) expect(text).toContain(one);
    await page.getByRole("button", { name: "Revenue" }).click();
    await page.waitForURL(/subject=revenue/);
    await page.locator("[data-section=reconcile-revenue]").waitFor();
    await close();
  });

  for (const [path, fills] of [
    ["/channels/accounts", "A list of target accounts fills it"],
    ["/channels/routing?period=2026-03", "lead list with its intent question"],
    ["/channels/reconciliation?period=2026-03", "ad platform reports fill it"],
    ["/channels/audience", "a CRM export fills customers"],
  ] as const) {
    test(`an empty workspace says what fills ${path}`, async () => {
      const { empty, open: openAny } = get();
      const { page, close } = await openAny(`${path}${path.includes("?") ? "&" : "?"}lang=en`, {}, empty);
      await page.getByText(fills).first().waitFor();
      await close();
    });
  }

  for (const path of [
    "/channels?stage=lead",
    "/channels?view=table",
    "/channels/Paid%20Social?",
    "/channels/accounts?",
    "/channels/routing?",
    "/channels/audience?",
    "/channels/reconciliation?",
    "/channels/reconciliation?view=table&subject=spend",
  ]) {
    test(`${path}: axe finds nothing, light and dark; a phone is wide enough; nothing is left untranslated`, async () => {
      const { page, close } = await open(`${path}&period=2026-03&lang=en`);
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor();
        await page.locator("main h1").waitFor();
        await settled(page);
        await axeFindsNothing(page);
      }
      await page.setViewportSize({ width: 360, height: 780 });
      const width = () => page.evaluate(() => document.documentElement.scrollWidth);
      await expect.poll(width).toBe(360);
      await page.getByRole("button", { name: /^Language/ }).click();
      await page.locator("html[lang=zh-CN]").waitFor();
      await settled(page);
      await expect.poll(width).toBe(360);
      expect(await untranslated(page)).toEqual([]);
      await close();
    });
  }
}
