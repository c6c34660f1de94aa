/// <reference lib="dom" />
import type { Page } from "playwright-core";

/** Words that Chinese marketers use as they are, ids, and what is the workspace's own. */
const KEPT =
  /\b(Leadline|Lotwerk Sensors|Nordlicht|CMO|B2B|MQLs?|SQLs?|GA4|CRM|LTV|CAC|ROI|ROAS|CTR|CPC|CPM|CPA|CPL|MRR|ARR|ARPA|UA|URL|CSV|AI|EN|LinkedIn|Meta|Google|Kaplan|Meier|Stripe|HubSpot|Account Engagement|Pardot|QuickBooks Online|Salesforce|USD|EUR|iCloud|Apple|Mail|SKU|UTM|Cookie|PDF|leadline\.yaml|[a-z]+(_[a-z0-9]+)+|[a-z]+-\d+)\b/g;

/** Texts on the page that hold Latin words but no Chinese: code, ids and texts marked as foreign or of no known language aside. */
export async function untranslated(page: Page): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!element || element.closest("script, style, code, pre, [lang=en], [lang=''], [data-chart]")) continue;
      if (element.closest("details:not([open])") && !element.closest("summary")) continue;
      if (node.textContent?.trim()) found.push(node.textContent.trim());
    }
    for (const element of document.querySelectorAll("[aria-label], [placeholder], [title]")) {
      for (const name of ["aria-label", "placeholder"]) {
        const text = element.getAttribute(name);
        if (text && element.getAttribute("lang") !== "en") found.push(text);
      }
    }
    return found;
  });
  return texts.filter((text) => /[A-Za-z]{3,}/.test(text.replaceAll(KEPT, "")) && !/\p{Script=Han}/u.test(text));
}
