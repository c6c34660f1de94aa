/// <reference lib="dom" />
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { axeFindsNothing } from "../axe-finds-nothing.ts";
import { untranslated } from "../untranslated.ts";
import type { GetWorld } from "../world.ts";

export function settingsJourneys(get: GetWorld): void {
  test("a change says what it changes, is written into the file, and is in force at once", async () => {
    const { empty: site, open } = get();
    const { page, close } = await open("/settings?lang=en", {}, site);
    await page.getByLabel("Currency").selectOption("USD");
    await page.getByText("Revenue targets keep their figures").waitFor();
    await page.getByRole("button", { name: "Add a market" }).click();
    await page.getByPlaceholder("Market").fill("DACH");
    await page.getByLabel("Countries of DACH").fill("de, at, ch");
    await page.getByText("Germany, Austria, Switzerland").waitFor();
    await axeFindsNothing(page);
    expect(await page.locator("[data-bar]").textContent()).toContain("Changed: currency, markets");
    await page.getByRole("button", { name: "Save" }).click();
    await page.locator("[data-saved]").waitFor({ timeout: 20_000 });
    expect(readFileSync(join(site.dir, "leadline.yaml"), "utf8")).toMatch(/currency: USD[\s\S]*DACH/);
    expect((await site.get<{ currency: string }>("/api/workspace")).currency).toBe("USD");
    await page.getByLabel("Currency").selectOption("EUR");
    await page.getByRole("button", { name: "Save" }).click();
    await page.locator("[data-saved]").waitFor({ timeout: 20_000 });
    await close();
  });

  test("two tabs: different settings are both kept, the same one is asked about", async () => {
    const { empty: site, open } = get();
    const left = await open("/settings?lang=en", {}, site);
    const right = await open("/settings?lang=en", {}, site);
    left.allowRefusals();
    right.allowRefusals();
    const name = (page: typeof left.page) => page.getByLabel("Name", { exact: true });
    const save = (page: typeof left.page) => page.getByRole("button", { name: "Save" }).click();
    const current = () => site.get<{ settings: { name: string; week_start: string } }>("/api/settings");
    await name(left.page).fill("Left");
    await name(right.page).waitFor();
    await save(left.page);
    await left.page.locator("[data-saved]").waitFor({ timeout: 20_000 });
    await right.page.getByLabel("Week begins on").selectOption("sunday");
    await save(right.page);
    await right.page
      .getByText("Somebody else had changed meanwhile, and it is kept: name")
      .waitFor({ timeout: 20_000 });
    expect((await current()).settings).toMatchObject({ name: "Left", week_start: "sunday" });

    await name(left.page).fill("Left again");
    await name(right.page).fill("Right");
    await save(right.page);
    await right.page.locator("[data-saved]").waitFor({ timeout: 20_000 });
    await save(left.page);
    const conflict = left.page.locator("[data-conflict]");
    await conflict.waitFor({ timeout: 20_000 });
    expect(await conflict.textContent()).toContain("Right");
    expect((await current()).settings.name).toBe("Right");
    await conflict.getByRole("button").last().click();
    await left.page.locator("[data-saved]").waitFor({ timeout: 20_000 });
    expect((await current()).settings).toMatchObject({ name: "Left again", week_start: "sunday" });
    await name(left.page).fill("Nordlicht");
    await left.page.getByLabel("Week begins on").selectOption("monday");
    await save(left.page);
    await left.page.locator("[data-saved]").waitFor({ timeout: 20_000 });
    await left.close();
    await right.close();
  });

  test("a channel rule shows what it would move while it is written, and nothing moves", async () => {
    const { site, open } = get();
    const before = (await site.get<{ data_version: string }>("/api/workspace")).data_version;
    const { page, allowRefusals, close } = await open("/settings?lang=en");
    // Parts are a click away, a name among many is found.
    const names = page.locator("[data-part=campaigns]");
    await page.getByRole("link", { name: "Names of campaigns" }).click();
    await page.waitForURL(/#part-campaigns/);
    await page.locator("[aria-current=location]", { hasText: "Names of campaigns" }).waitFor();
    expect(await names.locator("li").count()).toBe(20);
    await names.getByLabel("Find a name or a campaign").fill("capteurs");
    await expect.poll(() => names.locator("li").count()).toBe(2);
    await names.getByRole("button", { name: "Add a name" }).click();
    expect(await names.locator("li").count()).toBe(3);
    await names
      .getByRole("button", { name: /^Remove \d+$/ })
      .last()
      .click();
    await names.getByLabel("Find a name or a campaign").fill("");
    await names.getByRole("button", { name: /^Show \d+ more$/ }).click();
    expect(await names.locator("li").count()).toBeGreaterThan(20);
    expect(await page.locator("[data-part=exclusions]").textContent()).toContain(
      "Our own people: mail at lotwerk.example",
    );
    const part = page.locator("[data-part=channels]");
    await part.getByRole("button", { name: "Add a rule" }).click();
    await part.getByText("A rule counts once it has a condition and a channel.").waitFor();
    await part.getByLabel("Source").fill("google");
    await part.getByLabel("To channel").fill("All of Google");
    await expect.poll(() => part.locator("[data-moves] tbody").count(), { timeout: 20_000 }).toBeGreaterThan(0);
    expect(await part.locator("[data-moves] tbody").first().textContent()).toContain("All of Google");
    allowRefusals();
    await part.getByLabel("Source").fill("(?=a)");
    await expect.poll(() => part.locator("[data-moves]").textContent(), { timeout: 20_000 }).toContain("(?=a)");
    expect((await site.get<{ data_version: string }>("/api/workspace")).data_version).toBe(before);
    await close();
  });

  test("in Chinese on a phone in the dark, with every setting in sight", async () => {
    const { site, open } = get();
    const { page, close } = await open("/settings?lang=zh", { width: 360, scheme: "dark" });
    await page.locator("[data-part=definitions]").waitFor();
    await page.getByRole("combobox", { name: "设置的各部分" }).selectOption("在别处设置");
    await page.waitForURL(/#part-elsewhere/);
    // What is not set here says where it is.
    expect(await page.locator("[data-part=elsewhere]").textContent()).toContain("routing");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    expect(await untranslated(page)).toEqual([]);
    await axeFindsNothing(page);
    expect((await site.get<{ settings: { name: string } }>("/api/settings")).settings.name).toBe(
      await page.getByLabel("名称", { exact: true }).inputValue(),
    );
    await close();
  });
}
