import type { Browser } from "playwright-core";

const QUESTION = "/api/scorecards/cmo?period=last-month&compare=previous&trend=1";

/** Milliseconds that the same browser needs to ask the board's question and to have its answer as text, without any page. */
export async function barePage(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${url}/api/workspace`);
  const took = await page.evaluate(async (question) => {
    const begun = performance.now();
    const response = await fetch(question);
    const { rows } = await response.json();
    if (rows.length === 0) throw new Error("the board is empty");
    return performance.now() - begun;
  }, QUESTION);
  await context.close();
  return took;
}
