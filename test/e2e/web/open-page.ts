/// <reference lib="dom" />
import type { Browser, BrowserContext, Page } from "playwright-core";
import { expect } from "vitest";

export interface Look {
  readonly width?: number;
  readonly height?: number;
  readonly scheme?: "light" | "dark";
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

export async function openPage(browser: Browser, address: string, look: Look = {}): Promise<Watched> {
  const { width = 1440, height = width < 500 ? 780 : 900, scheme = "light" } = look;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: scheme,
    reducedMotion: "reduce",
    acceptDownloads: true,
  });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
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
    context,
    requests,
    allowRefusals: () => {
      lost = true;
    },
    async close() {
      const own = new URL(page.url()).host;
      await context.close();
      expect(wrong).toEqual([]);
      const foreign = requests.filter((url) => !/^(data|blob):/.test(url) && new URL(url).host !== own);
      expect(foreign).toEqual([]);
    },
  };
}
