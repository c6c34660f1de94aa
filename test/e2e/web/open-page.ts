/// <reference lib="dom" />
import type { Browser, BrowserContext, Page } from "playwright-core";
import { expect } from "vitest";

export interface Look {
  readonly width?: number;
  readonly height?: number;
  readonly scheme?: "light" | "dark";
  /** Nothing is kept from earlier visits: no script in the browser's cache. */
  readonly firstVisit?: boolean;
}

/** A page that remembers what it should not have done. */
export interface Watched {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Addresses of all requests so far. */
  readonly requests: readonly string[];
  /** Closes the page; fails when it logged errors, broke its content security policy or asked a foreign host. */
  readonly close: () => Promise<void>;
  /** From here on, requests may fail: the server is to be stopped, or asked for what it refuses. */
  readonly allowRefusals: () => void;
}

/** A browser's room for one look: its cache and its process of compiled scripts serve one page after another. */
interface Room {
  readonly context: BrowserContext;
  /** Opens the pages, which so share its process; half of opening a page would be starting another one. */
  readonly door: Page;
  taken: boolean;
}

const rooms = new WeakMap<Browser, Map<string, Promise<Room>>>();

export async function openPage(browser: Browser, address: string, look: Look = {}): Promise<Watched> {
  const { page, leave } = await newPage(browser, address, look);
  const requests: string[] = [];
  const wrong: string[] = [];
  let lost = false;
  page.on("request", (request) => requests.push(request.url()));
  page.on("console", (message) => {
    const text = message.text();
    if (message.type() === "error" && !(lost && text.startsWith("Failed to load resource"))) wrong.push(text);
  });
  page.on("pageerror", (error) => wrong.push(String(error)));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) =>
      console.error(`content security policy: ${event.violatedDirective} ${event.blockedURI}`),
    );
  });
  if (address !== "") await page.goto(address);
  return {
    page,
    context: page.context(),
    requests,
    allowRefusals: () => {
      lost = true;
    },
    async close() {
      const own = new URL(page.url()).host;
      await leave();
      expect(wrong).toEqual([]);
      const foreign = requests.filter((url) => !/^(data|blob):/.test(url) && new URL(url).host !== own);
      expect(foreign).toEqual([]);
    },
  };
}

/** A page to which nothing is known: alone in the room of its look, or in one of its own where that is taken. */
async function newPage(
  browser: Browser,
  address: string,
  look: Look,
): Promise<{ page: Page; leave: () => Promise<void> }> {
  const room = address === "" || look.firstVisit ? null : await roomFor(browser, address, look);
  if (room === null || room.taken) {
    const context = await newContext(browser, look);
    return { page: await context.newPage(), leave: () => context.close() };
  }
  room.taken = true;
  await forgetAll(room, address);
  const opened = room.context.waitForEvent("page");
  await room.door.evaluate(() => void window.open("about:blank"));
  const page = await opened;
  return {
    page,
    async leave() {
      await page.close();
      room.taken = false;
    },
  };
}

async function newContext(
  browser: Browser,
  { width = 1440, height = width < 500 ? 780 : 900, scheme = "light" }: Look,
): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: scheme,
    reducedMotion: "reduce",
    acceptDownloads: true,
  });
  context.setDefaultTimeout(10_000);
  return context;
}

async function roomFor(browser: Browser, address: string, look: Look): Promise<Room> {
  const known = rooms.get(browser) ?? new Map<string, Promise<Room>>();
  rooms.set(browser, known);
  const key = JSON.stringify([look.width, look.height, look.scheme]);
  const room =
    known.get(key) ??
    newContext(browser, look).then(async (context) => {
      const door = await context.newPage();
      await door.goto(new URL("/api/workspace", address).href);
      return { context, door, taken: false };
    });
  known.set(key, room);
  return room;
}

/** Cookies and what pages have kept are gone, as in a new context; files in the browser's cache stay. */
async function forgetAll({ context, door }: Room, address: string): Promise<void> {
  await context.clearCookies();
  const session = await context.newCDPSession(door);
  await session.send("Storage.clearDataForOrigin", { origin: new URL(address).origin, storageTypes: "all" });
  await session.detach();
}
