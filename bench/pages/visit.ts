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
  /** From the press on a link, the first time. */
  readonly pages: Readonly<Record<string, Came>>;
  /** The same when the page has been seen before. */
  readonly again: Readonly<Record<string, Came>>;
}

/** Milliseconds until a page came. */
export interface Came {
  /** Nothing waits any more of what is in view. */
  readonly seen: number;
  /** Nor of what is further down. */
  readonly whole: number;
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
  const { seen: board } = await settled(page);
  const questions = asked;
  await page.waitForTimeout(READING);
  const walk = async (): Promise<Record<string, Came>> => {
    const took: Record<string, Came> = {};
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

/** Moves to a link and presses it. */
async function follow(page: Page, to: string): Promise<Came> {
  const link = page.locator(to).first();
  await link.hover();
  await link.click();
  return settled(page);
}

const settled = (page: Page): Promise<Came> => page.evaluate(() => (window as unknown as Watched).leadlineSettled());

interface Watched {
  leadlineSettled: () => Promise<Came>;
}

/** Runs in the page: bytes of script as they came over the wire, before and after the page began to fetch ahead. */
function scriptBytes(): Pick<Visit, "script" | "otherScript"> {
  const ahead = performance.getEntriesByName("leadline-ahead")[0]?.startTime ?? Number.POSITIVE_INFINITY;
  const bytes = { script: 0, otherScript: 0 };
  for (const entry of performance.getEntriesByType("resource") as PerformanceResourceTiming[])
    if (entry.name.endsWith(".js")) bytes[entry.startTime < ahead ? "script" : "otherScript"] += entry.encodedBodySize;
  return bytes;
}

/** Runs in the page: tells when its main part last stopped waiting for an answer, since the address or the last press. */
function watchPage(): void {
  let begun = 0;
  let path = "";
  // The browser's own time of the press, not the moment at which it was asked for.
  addEventListener(
    "pointerdown",
    ({ timeStamp }) => {
      path = location.pathname;
      begun = timeStamp;
    },
    { capture: true },
  );
  const inView = (element: Element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  };
  const waiting = (): "in view" | "below" | null => {
    if (document.querySelector("main h1") === null || location.pathname === path) return "in view";
    const waits = [...document.querySelectorAll(".mantine-Skeleton-root, [aria-busy=true], [data-old=true]")];
    return waits.some(inView) ? "in view" : waits.length > 0 ? "below" : null;
  };
  Object.assign(window, {
    leadlineSettled: () =>
      new Promise<Came>((done) => {
        let seen: number | null = null;
        let whole: number | null = null;
        const look = () => {
          const now = performance.now();
          const still = waiting();
          if (still === "in view") seen = null;
          else seen ??= now;
          if (still !== null) whole = null;
          else whole ??= now;
          // Whole for a while: nothing of it was still about to ask.
          if (seen !== null && whole !== null && now - whole > 150) done({ seen: seen - begun, whole: whole - begun });
          else requestAnimationFrame(look);
        };
        look();
      }),
  });
}
