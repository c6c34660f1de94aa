import { expect, test } from "vitest";
import type { GetWorld } from "../world.ts";

export function serverJourneys(get: GetWorld): void {
  test("a lost server is said at once, the numbers stay, and it is found again by itself", async () => {
    const { empty: site, open } = get();
    const { page, allowRefusals, close } = await open("/?period=2026-05&lang=en", {}, site);
    await page.locator("[data-kpi]").nth(9).waitFor();
    allowRefusals();
    await site.stop();
    await page.getByRole("button", { name: "Period before", exact: true }).click();
    await page.getByText("The server does not answer.").waitFor();
    expect(await page.locator("[data-kpi], .mantine-Skeleton-root").count()).toBeGreaterThanOrEqual(10);
    await site.start();
    await expect.poll(() => page.getByText("The server does not answer.").count(), { timeout: 15_000 }).toBe(0);
    await page.locator("[data-kpi]").nth(9).waitFor();
    await expect.poll(() => page.locator("[data-old=true]").count(), { timeout: 10_000 }).toBe(0);
    await close();
  });

  test("a page opened while the server is away shows it and comes up by itself", async () => {
    const { empty: site, open } = get();
    const { page, allowRefusals, close } = await open("/?lang=zh", {}, site);
    allowRefusals();
    await page.route("**/api/workspace", (route) => route.abort());
    await page.reload();
    await page.getByText("服务器没有响应。").waitFor();
    await page.unroute("**/api/workspace");
    await page.locator("[data-kpi]").nth(9).waitFor({ timeout: 10_000 });
    await close();
  });

  test("an error that the server explains is shown with what to do", async () => {
    const { site, open } = get();
    const { page, allowRefusals, close } = await open("/api/docs");
    allowRefusals();
    await page.goto(`${site.url}/?period=2026-99&lang=en`);
    await page.getByRole("alert").getByText("This could not be shown").waitFor();
    expect(await page.getByRole("alert").filter({ hasText: "This could not be shown" }).textContent()).toMatch(
      /2026-99/,
    );
    await close();
  });
}
