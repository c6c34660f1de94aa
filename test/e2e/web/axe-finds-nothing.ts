/// <reference lib="dom" />
import axe from "axe-core";
import type { Page } from "playwright-core";
import { expect } from "vitest";

/** Fails with axe's findings on a page, each with the elements concerned. What is being asked anew is pale until it comes. */
export async function axeFindsNothing(page: Page): Promise<void> {
  await expect.poll(() => page.locator("[data-old=true]").count(), { timeout: 15_000 }).toBe(0);
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run({ resultTypes: ["violations"] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join("\n")}`);
  });
  expect(found).toEqual([]);
}
