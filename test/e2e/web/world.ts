import type { Browser } from "playwright-core";
import { launchBrowser } from "../../support/browser.ts";
import { type Look, openPage, type Watched } from "./open-page.ts";
import { demoSite, emptySite, type Site } from "./site.ts";

/** The demo company, an empty workspace and a browser, for all journeys. */
export interface World {
  readonly site: Site;
  readonly empty: Site;
  readonly open: (path: string, look?: Look, site?: Site) => Promise<Watched>;
  readonly browser: Browser;
  readonly close: () => Promise<void>;
}

export async function startWorld(): Promise<World> {
  const browser = await launchBrowser();
  const site = await demoSite();
  const empty = await emptySite();
  return {
    site,
    empty,
    browser,
    open: (path, look, of = site) => openPage(browser, of.url + path, look),
    async close() {
      await browser.close();
      await site.close();
      await empty.close();
    },
  };
}

/** Journeys get the world when their tests run. */
export type GetWorld = () => World;
