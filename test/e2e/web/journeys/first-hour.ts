import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { initWorkspace } from "../../../../src/service/workspace/init-workspace.ts";
import { axeFindsNothing } from "../axe-finds-nothing.ts";
import type { GetWorld } from "../world.ts";

export function firstHourJourneys(get: GetWorld): void {
  for (const [lang, greeting, empty] of [
    ["en", "Your first number is one file away", "No data"],
    ["zh", "只需一份文件，就能看到第一个数字", "暂无数据"],
  ] as const) {
    test(`an empty workspace greets, and each card says what it waits for, never 0 (${lang})`, async () => {
      const { empty: site, open } = get();
      const { page, close } = await open(`/?lang=${lang}`, { width: lang === "zh" ? 360 : 1440 }, site);
      const cards = page.locator("[data-kpi]");
      await cards.nth(9).waitFor();
      expect(await page.locator("main").textContent()).toContain(greeting);
      for (const text of await cards.allInnerTexts()) {
        expect(text).toContain("–");
        expect(text).toContain(empty);
        expect(text).toMatch(/GA4|CRM|Stripe/);
        expect(text).toMatch(/→|A sheet of your own|自己的表格/);
        expect(text).not.toMatch(/(^|\s)[€$]?0([\s%.]|$)/);
      }
      await axeFindsNothing(page);
      await close();
    });
  }

  test("the second door opens the demo company in a process and a tab of its own", async () => {
    const { empty: site, open } = get();
    // A demo that was filled before is served as it stands.
    const folder = join(site.dir, ".leadline", `demo-${new Date().toISOString().slice(0, 7)}`);
    mkdirSync(folder);
    initWorkspace(folder, { name: "Lotwerk Sensors" });
    const { page, context, close } = await open("/?lang=zh", { scheme: "dark" }, site);
    await page.getByRole("button", { name: "打开示例公司" }).click();
    const link = page.getByRole("link", { name: "打开示例公司" });
    await link.waitFor({ timeout: 30_000 });
    const address = (await link.getAttribute("href")) ?? "";
    expect(new URL(address).port).not.toBe(new URL(site.url).port);
    const demo = await context.newPage();
    await demo.goto(address);
    await demo.getByText("Lotwerk Sensors").first().waitFor();
    expect(await demo.locator("[data-demo] a").getAttribute("href")).toBe(`${site.url}/?lang=zh`);
    // Within the demo there is no door to another one.
    await demo.getByText("npx leadline demo --serve").waitFor();
    await demo.close();
    expect((await site.get<{ name: string }>("/api/workspace")).name).toBe("Nordlicht");
    await close();
  });
}
