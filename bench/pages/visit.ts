/// <reference lib="dom" />
import type { Browser, Page } from "playwright-core";

/** What one visit in a fresh browser profile took: milliseconds, bytes, requests. */
export interface Visit {
  /** From the address to the board with all its numbers. */
  readonly board: number;
  /** Compressed bytes of script that the board needed, and of those fetched for other pages, ahead and on the way. */
  readonly script: number;
  readonly otherScript: number;
  /** Questions that the board asked of the warehouse. */
  readonly questions: number;
  /** From the press on a link to the page with all its numbers, the first time. */
  readonly pages: Readonly<Record<string, number>>;
  /** The same when the page has been seen before. */
  readonly again: Readonly<Record<string, number>>;
}

const BOARD = 'nav a[href^="/?"]';
/** The way through the pages: each name with the link to it on the page before. */
export const WAY = {
  "a KPI": 'main a[href^="/kpis/"]',
  funnel: 'nav a[href^="/funnel?"]',
  kpis: 'nav a[href^="/kpis?"]',
  channels: 'nav a[href^="/channels?"]',
  "a channel": 'main table a[href^="/channels/"]',
  explore: 'nav a[href^="/explore?"]',
  sources: 'nav a[href^="/sources?"]',
  settings: 'a[href^="/settings"]',
} as const;
/** Somebody looks at the board before going on; meanwhile the page fetches the others' scripts. */
const READING = 3_000;
const QUESTION = /\/api\/(questions|scorecards)/;

/** Opens the board, then every page by its link, twice. */
export async function visitPages(browser: Browser, url: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.addInitScript(watchPage);
  let asked = 0;
  page.on("response", (response) => {
    if (QUESTION.test(response.url())) asked += 1;
  });
  await page.goto(`${url}/`);
  const board = await settled(page);
  const questions = asked;
  await page.waitForTimeout(READING);
  const walk = async (): Promise<Record<string, number>> => {
    const took: Record<string, number> = {};
    for (const [name, link] of Object.entries(WAY)) took[name] = await follow(page, link);
    await follow(page, BOARD);
    return took;
  };
  const pages = await walk();
  const again = await walk();
  const scripts = await page.evaluate(scriptBytes);
  await context.close();
  return { board, ...scripts, questions, pages, again };
}

/** Moves to a link and presses it; milliseconds until its page is whole. */
async function follow(page: Page, to: string): Promise<number> {
  const link = page.locator(to).first();
  await link.hover();
  await page.evaluate(() => (window as unknown as Watched).leadlineBegin());
  await link.click();
  return settled(page);
}

const settled = (page: Page): Promise<number> => page.evaluate(() => (window as unknown as Watched).leadlineSettled());

interface Watched {
  leadlineBegin: () => void;
  leadlineSettled: () => Promise<number>;
}

/** Runs in the page: bytes of script as they came over the wire, before and after the page began to fetch ahead. */
function scriptBytes(): Pick<Visit, "script" | "otherScript"> {
  const ahead = performance.getEntriesByName("leadline-ahead")[0]?.startTime ?? Number.POSITIVE_INFINITY;
  const bytes = { script: 0, otherScript: 0 };
  for (const entry of performance.getEntriesByType("resource") as PerformanceResourceTiming[])
    if (entry.name.endsWith(".js")) bytes[entry.startTime < ahead ? "script" : "otherScript"] += entry.encodedBodySize;
  return bytes;
}

/** Runs in the page: tells when its main part last stopped waiting for an answer, in milliseconds since it began. */
function watchPage(): void {
  let begun = 0;
  let path = "";
  const waiting = () =>
    document.querySelector("main h1") === null ||
    location.pathname === path ||
    document.querySelector(".mantine-Skeleton-root, [aria-busy=true], [data-old=true]") !== null;
  Object.assign(window, {
    leadlineBegin() {
      path = location.pathname;
      begun = performance.now();
    },
    leadlineSettled: () =>
      new Promise<number>((done) => {
        let since: number | null = null;
        const look = () => {
          const now = performance.now();
          if (waiting()) since = null;
          else since ??= now;
          // Whole for a while: nothing of it was still about to ask.
          if (since !== null && now - since > 150) done(since - begun);
          else requestAnimationFrame(look);
        };
        look();
      }),
  });
}
