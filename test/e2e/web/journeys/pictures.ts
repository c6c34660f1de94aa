/// <reference lib="dom" />
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { pictureDifferences } from "../../../support/picture-differences.ts";
import { layoutShift } from "../layout-shift.ts";
import { matchPicture, pictureOf } from "../match-picture.ts";
import type { GetWorld, World } from "../world.ts";

/** Tall enough for what matters of a page. */
const DESK = { width: 1280, height: 1440 } as const;
const PHONE = { width: 360, height: 1440 } as const;

const MONTH = "2026-10";
/** What Core Web Vitals call good. */
const STEADY = 0.1;
const PAGES = [
  ["board", "/?"],
  ["kpi", "/kpis/lead_to_sql_rate?"],
  ["funnel", "/funnel?"],
  ["channels", "/channels?"],
  ["channel", "/channels/Paid%20Search?"],
  ["explore", "/explore?kpis=leads&by=channel&show=bar&grain=month&"],
  ["catalogue", "/kpis?"],
  ["kpi-tree", "/kpis?show=tree&"],
  ["sources", "/sources?"],
  ["settings", "/settings?"],
  ["reconciliation", "/channels/reconciliation?"],
  ["accounts", "/channels/accounts?"],
] as const;

/** The page's main pages on the demo company; also its two most read ones in Chinese, dark and on a phone. */
export function pictureJourneys(get: GetWorld): void {
  for (const [name, path] of PAGES) {
    test(`the ${name} page looks as stored`, async () => {
      const { page, close } = await shown(get(), `${path}period=${MONTH}&lang=en`, DESK);
      expect(await layoutShift(page), "nothing jumps while it loads").toBeLessThan(STEADY);
      await matchPicture(page, name);
      await close();
    });
  }

  for (const [name, path] of PAGES.slice(0, 2)) {
    test(`the ${name} page looks as stored in Chinese, dark, on a phone`, async () => {
      const { page, close } = await shown(get(), `${path}period=${MONTH}&lang=zh`, { ...PHONE, scheme: "dark" });
      await matchPicture(page, `${name}-zh-dark-phone`);
      await close();
    });
  }

  test.each(PAGES)("nothing jumps on a phone while the %s page loads", async (_, path) => {
    const { page, close } = await shown(get(), `${path}period=${MONTH}&lang=en`, PHONE);
    expect(await layoutShift(page)).toBeLessThan(STEADY);
    await close();
  });

  test("a picture tells a missing card, a moved chart and a lost colour scheme, but not how letters are smoothed", async () => {
    const { page, close } = await shown(get(), `/?period=${MONTH}&lang=en`, DESK);
    const staysSame = await changing(page);
    expect(await staysSame("")).toBe(true);
    expect(await staysSame("[data-kpi=leads] { visibility: hidden }")).toBe(false);
    expect(await staysSame("[data-kpi=sessions] svg[role=img] { transform: translateY(-40px) }")).toBe(false);
    expect(await staysSame("html { filter: invert(1) }")).toBe(false);
    expect(await staysSame("main { filter: blur(0.5px) }")).toBe(true);
    await close();
  });

  test("a picture is the same with another Chinese font of the system", async () => {
    const { page, close } = await shown(get(), `/?period=${MONTH}&lang=zh`, { ...PHONE, scheme: "dark" });
    const staysSame = await changing(page);
    expect(await staysSame("* { font-family: serif !important }")).toBe(true);
    await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
    await page.locator("html[data-mantine-color-scheme=light]").waitFor();
    expect(await staysSame("")).toBe(false);
    await close();
  });
}

/** Tells of styles whether the page still looks as it does now. */
async function changing(page: Page): Promise<(css: string) => Promise<boolean>> {
  const { picture } = await pictureOf(page);
  return async (css) => {
    await page.evaluate((text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      document.adoptedStyleSheets = [sheet];
    }, css);
    return pictureDifferences((await pictureOf(page)).picture, picture).same;
  };
}

/** A page once nothing on it waits for an answer or is still being drawn. */
async function shown(world: World, path: string, look: Parameters<World["open"]>[1]) {
  const watched = await world.open(path, look);
  await settled(watched.page);
  return watched;
}

async function settled(page: Page): Promise<void> {
  await page.locator("main h1").waitFor();
  await expect
    .poll(() => page.locator(".mantine-Skeleton-root, [data-old=true], [aria-busy=true]").count(), { timeout: 15_000 })
    .toBe(0);
  // Charts come with a script of their own, which may arrive after the numbers.
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}
