/// <reference lib="dom" />
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import type { Route } from "playwright-core";
import { expect, test } from "vitest";
import { formatValue } from "../../../../src/model/format/format-value.ts";
import type { Scorecard } from "../../../../src/service/questions/show-scorecard.ts";
import { axeFindsNothing } from "../axe-finds-nothing.ts";
import type { GetWorld } from "../world.ts";

const MOST_SCRIPT = 250 * 1024;
/** A reader's text of a number: blanks of any width are one. */
const plain = (text: string | null) => (text ?? "").replaceAll(/\s/g, " ").trim();

/** The catalogue as it is after a file of the team's was removed. */
async function without(route: Route): Promise<void> {
  const answer = await route.fetch();
  const kpis = (await answer.json()) as { id: string }[];
  await route.fulfill({ response: answer, json: kpis.filter(({ id }) => id !== "mqls") });
}

export function boardJourneys(get: GetWorld): void {
  for (const [language, width, scheme] of [
    ["en", 1440, "light"],
    ["zh", 360, "dark"],
  ] as const) {
    test(`the board shows the API's numbers (${language}, ${width} px, ${scheme})`, async () => {
      const { site, open } = get();
      const { page, requests, close } = await open(`/?period=${site.month}&lang=${language}`, { width, scheme });
      await page.locator("[data-kpi]").nth(9).waitFor();
      const answer = await site.get<Scorecard>(
        `/api/scorecards/cmo?period=${site.month}&compare=previous&trend=1&lang=${language}`,
      );
      expect(answer.rows.filter((row) => row.value !== null).length).toBeGreaterThanOrEqual(8);
      for (const row of answer.rows) {
        const card = page.locator(`[data-kpi=${row.kpi}]`);
        const shown = plain(await card.textContent());
        const value = plain(formatValue(row.value, row.unit, { language, currency: answer.question.currency }));
        expect(shown.replaceAll(" ", ""), row.kpi).toContain(value.replaceAll(" ", ""));
        expect(shown).toContain(answer.kpis[row.kpi]?.name[language]);
      }
      expect(await page.locator("[data-kpi] svg[role=img]").count()).toBeGreaterThanOrEqual(8);
      const asked = requests.map((url) => new URL(url).pathname).filter((path) => path.startsWith("/api/"));
      expect(asked.slice(0, 2)).toEqual(["/api/workspace", "/api/scorecards/cmo"]);
      // Fetched ahead for the next page, once the board rests.
      expect(asked.slice(2).filter((path) => path !== "/api/kpis")).toEqual([]);
      await close();
    });
  }

  test("a change of period changes the numbers and the address, and back brings them again", async () => {
    const { site, open } = get();
    const { page, close } = await open(`/?period=${site.month}&lang=en`);
    const leads = page.locator("[data-kpi=leads]");
    const first = await leads.textContent();
    await page.getByRole("button", { name: "Period before", exact: true }).click();
    await expect.poll(() => leads.textContent()).not.toBe(first);
    expect(new URL(page.url()).searchParams.get("period")).not.toBe(site.month);
    await page.goBack();
    await expect.poll(() => leads.textContent()).toBe(first);
    expect(new URL(page.url()).searchParams.get("period")).toBe(site.month);
    await close();
  });

  test("a quarter is chosen from the picker", async () => {
    const { open } = get();
    const { page, close } = await open("/?period=2026-05&lang=en");
    await page.getByRole("button", { name: /^Period: May 2026/ }).click();
    await page.getByRole("button", { name: "Q1", exact: true }).click();
    await page.waitForURL(/period=2026-Q1/);
    await expect.poll(() => page.getByRole("button", { name: "Period: Q1 2026" }).count()).toBe(1);
    await close();
  });

  test("a month before the data leads to the newest month that has some, and the cards go along as a picture", async () => {
    const { site, open } = get();
    const { page, close } = await open("/?period=2019-03&lang=en");
    await page.locator("[data-fuller]").click();
    await page.waitForURL(new RegExp(`period=${site.month}`));
    await page.locator("[data-kpi=leads][data-state=ok]").waitFor();
    expect(await page.locator("[data-fuller]").count()).toBe(0);
    await page.getByRole("button", { name: "Save or copy" }).click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("menuitem", { name: "SVG" }).click(),
    ]);
    const picture = readFileSync(await download.path(), "utf8");
    expect(picture).toContain(">New leads</text>");
    expect(picture).toContain("<path");
    await close();
  });

  test("a month that is not over is said to be so far", async () => {
    const { site, open } = get();
    const { page, close } = await open("/?period=this-month&lang=en");
    await expect.poll(() => page.locator("[data-kpi=leads]").textContent()).toContain("So far");
    expect(site.month).toMatch(/^\d{4}-\d{2}$/);
    await close();
  });

  test("the other boards are one press away and a KPI leads back to its own", async () => {
    const { site, open } = get();
    const { page, close } = await open(`/?period=${site.month}&lang=en`);
    await page.getByRole("link", { name: "B2B scorecard" }).click();
    await page.waitForURL(/\/boards\/b2b\?/);
    await page.locator("[data-kpi=mobile_share]").click();
    await page.waitForURL(/\/kpis\/mobile_share\?.*board=b2b/);
    await page.getByRole("link", { name: "← B2B scorecard" }).click();
    await page.waitForURL(/\/boards\/b2b\?/);
    await close();
  });

  test("a slow answer shows the places of the cards, no numbers, and nothing moves when it comes", async () => {
    const { site, open } = get();
    const { page, close } = await open("/api/docs");
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
      }).observe({ type: "layout-shift", buffered: true });
    });
    await page.route("**/api/scorecards/**", async (route) => {
      await new Promise((done) => setTimeout(done, 1500));
      await route.continue();
    });
    await page.goto(`${site.url}/?period=${site.month}&lang=en`);
    await page.locator("[aria-busy=true] .mantine-Skeleton-root").first().waitFor();
    expect(await page.locator(".mantine-Skeleton-root").count()).toBe(10);
    const waiting = await page.locator("[aria-busy=true]").textContent();
    expect(waiting).toContain("Loyalty");
    expect(waiting).not.toMatch(/\d/);
    await page.locator("[data-kpi]").nth(9).waitFor();
    await page.waitForTimeout(200);
    const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
    expect(shifts.reduce((sum, one) => sum + one, 0)).toBeLessThan(0.05);
    await close();
  });

  test("the first view needs at most 250 KB of compressed script, and none of the charts' library", async () => {
    const { site, open } = get();
    const { page, close } = await open(`/?period=${site.month}&lang=en`, { firstVisit: true });
    await page.locator("[data-kpi]").nth(9).waitFor();
    // What is fetched ahead for other pages begins when this one rests.
    await page.waitForFunction(() => performance.getEntriesByName("leadline-ahead").length > 0);
    const scripts = await page.evaluate(() => {
      const ahead = performance.getEntriesByName("leadline-ahead")[0]?.startTime ?? 0;
      return (performance.getEntriesByType("resource") as PerformanceResourceTiming[])
        .filter(({ name, startTime }) => name.endsWith(".js") && startTime < ahead)
        .map(({ name, encodedBodySize, decodedBodySize }) => ({ name, encodedBodySize, decodedBodySize }));
    });
    expect(scripts.length).toBeGreaterThan(0);
    let bytes = 0;
    for (const { name, encodedBodySize, decodedBodySize } of scripts) {
      expect(encodedBodySize, name).toBeLessThan(decodedBodySize);
      bytes += gzipSync(Buffer.from(await (await fetch(name)).arrayBuffer())).length;
    }
    expect(bytes).toBeLessThan(MOST_SCRIPT);
    expect(scripts.some(({ name }) => name.includes("SVGRenderer"))).toBe(false);
    // The rest comes by itself: another page then needs no script of its own.
    await expect
      .poll(() => page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name)))
      .toContainEqual(expect.stringMatching(/ExplorePage-.*\.js$/));
    await close();
  });

  test("a team composes a board by searching, moves KPIs by keyboard and by dragging, and finds it among the boards", async () => {
    const { site, open } = get();
    const { page, close } = await open(`/?period=${site.month}&lang=en`);
    await page.getByRole("button", { name: "More about this board" }).click();
    await page.getByRole("menuitem", { name: "New board" }).click();
    await page.waitForURL(/\/compose\?/);
    const save = page.getByRole("button", { name: "Save the board" });
    await save.waitFor();
    expect(await save.isDisabled()).toBe(true);
    await page.getByLabel("Name of the board").fill("Weekly review");
    await page.getByLabel("In Chinese (optional)").first().fill("每周回顾");
    const finder = page.getByRole("region", { name: "Add KPIs" });
    for (const [words, kpi] of [
      ["sessions", "sessions"],
      ["new leads", "leads"],
    ] as const) {
      await finder.getByRole("searchbox").fill(words);
      await finder.locator(`[data-add=${kpi}]`).click();
    }
    // One is dragged in from the list.
    await finder.getByRole("searchbox").fill("sql");
    await finder.locator("[data-add=sqls]").dragTo(page.locator("[data-kpi-row=leads]"), {
      targetPosition: { x: 60, y: 40 },
    });
    const rows = () => page.locator("[data-kpi-row]").evaluateAll((all) => all.map((one) => one.dataset.kpiRow));
    expect(await rows()).toEqual(["sessions", "leads", "sqls"]);
    expect(await page.locator("[data-hint]").getAttribute("data-hint")).toBe("few");
    // By keyboard: the focus goes along and the move is told.
    await page.locator("#move-sqls").focus();
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    expect(await rows()).toEqual(["sqls", "sessions", "leads"]);
    expect(await page.locator(":focus").getAttribute("id")).toBe("move-sqls");
    expect(await page.locator("[data-said]").textContent()).toContain("place 1 of 3");
    // By dragging.
    await page.locator("[data-kpi-row=leads]").dragTo(page.locator("[data-kpi-row=sqls]"), {
      targetPosition: { x: 60, y: 4 },
    });
    expect(await rows()).toEqual(["leads", "sqls", "sessions"]);
    await page.getByRole("button", { name: "Take Sessions off the board" }).click();
    expect(await rows()).toEqual(["leads", "sqls"]);
    await expect.poll(() => page.locator(":focus").getAttribute("id")).toBe("move-sqls");
    await save.click();
    await page.waitForURL(/\/boards\/weekly_review_[0-9a-f]{6}\?/);
    await page.locator("[data-kpi=sqls]").waitFor();
    expect(await page.locator("[data-kpi]").evaluateAll((all) => all.map((one) => one.dataset.kpi))).toEqual([
      "leads",
      "sqls",
    ]);
    await expect.poll(() => page.getByRole("link", { name: "Weekly review" }).count()).toBe(1);
    await page.getByRole("button", { name: "Language: 中文" }).click();
    await expect.poll(() => page.locator("h1").textContent()).toBe("每周回顾");
    await close();
  });

  test("a built-in board is copied, its groups moved, and the copy deleted again", async () => {
    const { site, open } = get();
    const { page, close } = await open(`/?period=${site.month}&lang=zh`, { width: 360, scheme: "dark" });
    await page.getByRole("button", { name: "更多看板操作" }).click();
    await page.getByRole("menuitem", { name: "复制看板" }).click();
    await page.waitForURL(/\/compose\?.*copy=cmo/);
    await page.getByLabel("看板名称").waitFor();
    expect(await page.getByLabel("看板名称").inputValue()).toBe("CMO 看板（副本）");
    expect(await page.locator("[data-hint]").getAttribute("data-hint")).toBe("board");
    await page.getByRole("button", { name: "上移分组客户忠诚度" }).click();
    await page.getByRole("button", { name: "保存看板" }).click();
    await page.waitForURL(/\/boards\/cmo_/);
    await page.locator("[data-kpi]").nth(9).waitFor();
    expect(await page.locator("main section h2").allTextContents()).toEqual(["流量表现", "客户忠诚度", "业务影响"]);
    await page.getByRole("button", { name: "更多看板操作" }).click();
    await page.getByRole("menuitem", { name: "编辑看板" }).click();
    await page.waitForURL(/\/edit\?/);
    await page.getByRole("button", { name: "删除看板" }).click();
    await page.getByRole("button", { name: "确定删除？再按一次" }).click();
    await page.waitForURL((url) => url.pathname === "/");
    const { boards } = await site.get<{ boards: { name: { zh: string } }[] }>("/api/boards");
    expect(boards.some((board) => board.name.zh.includes("副本"))).toBe(false);
    await close();
  });

  test("a draft outlives a change of language, and is not left without a word", async () => {
    const { site, open } = get();
    const { page, close } = await open(`/compose?period=${site.month}&lang=en`);
    await page.getByLabel("Name of the board").fill("Half done");
    await page.getByRole("button", { name: "Language: 中文" }).click();
    await expect.poll(() => page.getByLabel("看板名称").inputValue()).toBe("Half done");
    const asked: string[] = [];
    page.on("dialog", (dialog) => {
      asked.push(dialog.message());
      void (asked.length === 1 ? dialog.dismiss() : dialog.accept());
    });
    await page.getByRole("link", { name: "漏斗" }).click();
    await expect.poll(() => asked.length).toBe(1);
    expect(asked[0]).toContain("不保存就离开吗");
    expect(new URL(page.url()).pathname).toBe("/compose");
    await page.getByRole("link", { name: "漏斗" }).click();
    await page.waitForURL(/\/funnel/);
    await close();
  });

  test("two people change a board: the second is shown the first one's and chooses", async () => {
    const { site, open } = get();
    const group = { name: { en: "All", zh: "全部" }, kpis: ["leads", "mqls"] };
    const made = await site.post<{ id: string; revision: number }>("/api/boards", {
      name: { en: "Shared", zh: "共享" },
      groups: [group],
    });
    const { page, allowRefusals, close } = await open(`/boards/${made.id}/edit?lang=en`);
    allowRefusals();
    const name = page.getByLabel("Name of the board");
    await name.waitFor();
    const theirs = (kpis: string[], revision: number) =>
      fetch(`${site.url}/api/boards/${made.id}`, {
        method: "PUT",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({
          revision,
          board: { name: { en: "Theirs", zh: "他们的" }, groups: [{ ...group, kpis }] },
        }),
      });
    expect((await theirs(["sqls", "leads"], made.revision)).status).toBe(200);
    await name.fill("Mine");
    await page.getByRole("button", { name: "Save the board" }).click();
    const conflict = page.locator("[data-conflict]");
    await conflict.waitFor();
    expect(await conflict.textContent()).toContain("Theirs");
    expect(await conflict.textContent()).toContain("Sales-qualified leads (SQL), New leads");
    await conflict.getByRole("button", { name: "Take theirs" }).click();
    expect(await name.inputValue()).toBe("Theirs");
    await name.fill("Both");
    // A third one comes before: now one's own is kept.
    expect((await theirs(["mqls"], made.revision + 1)).status).toBe(200);
    await page.getByRole("button", { name: "Save the board" }).click();
    await page.locator("[data-conflict]").getByRole("button", { name: "Keep mine" }).click();
    await page.waitForURL(new RegExp(`/boards/${made.id}\\?`));
    const now = await site.get<{ name: { en: string }; revision: number; groups: { kpis: string[] }[] }>(
      `/api/boards/${made.id}`,
    );
    expect(now).toMatchObject({ name: { en: "Both" }, revision: made.revision + 3 });
    expect(now.groups[0]?.kpis).toEqual(["sqls", "leads"]);
    // Both are kept: one's own becomes a board of its own.
    await page.goto(`${site.url}/boards/${made.id}/edit?lang=en`);
    await name.waitFor();
    expect((await theirs(["cpl"], now.revision)).status).toBe(200);
    await name.fill("My own");
    await page.getByRole("button", { name: "Add a group" }).click();
    await expect
      .poll(() =>
        page
          .locator("[data-group='1'] input")
          .first()
          .evaluate((node) => node.matches(":focus")),
      )
      .toBe(true);
    await page.getByRole("button", { name: "Save the board" }).click();
    await page.locator("[data-conflict]").getByRole("button", { name: "Save mine as a new board" }).click();
    await page.waitForURL(/\/boards\/my_own_/);
    expect(await site.get(`/api/boards/${made.id}`)).toMatchObject({ name: { en: "Theirs" } });
    await close();
  });

  test("a board that holds a KPI the catalogue has no longer says which, and saves once it is off", async () => {
    const { site, open } = get();
    const made = await site.post<{ id: string }>("/api/boards", {
      name: { en: "Older", zh: "旧看板" },
      groups: [{ name: { en: "All", zh: "全部" }, kpis: ["leads", "mqls"] }],
    });
    const { page, close } = await open("/api/docs");
    await page.route("**/api/kpis", without);
    await page.goto(`${site.url}/boards/${made.id}/edit?lang=en`);
    const save = page.getByRole("button", { name: "Save the board" });
    await page.locator("[data-gone]").waitFor();
    expect(await page.locator("[data-gone]").textContent()).toContain("mqls");
    expect(await save.isDisabled()).toBe(true);
    await page.getByRole("button", { name: "Take mqls off the board" }).click();
    expect(await page.locator("[data-gone]").count()).toBe(0);
    await save.click();
    await page.waitForURL(new RegExp(`/boards/${made.id}\\?`));
    await close();
  });

  test("the presentation turns its pages by keys, stands in the address, fits the screen, and Esc leaves it", async () => {
    const { site, open } = get();
    for (const [language, width, scheme] of [
      ["en", 1440, "light"],
      ["zh", 360, "dark"],
    ] as const) {
      const { page, close } = await open(`/?period=${site.month}&lang=${language}`, { width, scheme });
      await page.locator("[data-kpi]").nth(9).waitFor();
      await page.getByRole("button", { name: language === "en" ? "Present" : "演示", exact: true }).click();
      await page.waitForURL(/present=1/);
      await page.locator("dialog[data-present='1'] [data-slide-kpi=sessions]").waitFor();
      await page.keyboard.press("ArrowRight");
      await page.waitForURL(/present=2/);
      await page.locator("[data-slide-kpi=leads]").waitFor();
      await axeFindsNothing(page);
      if (language === "en") {
        const size = await page
          .locator("[data-slide-kpi=leads] span[title]")
          .first()
          .evaluate((node) => Number.parseFloat(getComputedStyle(node).fontSize));
        expect(size).toBeGreaterThan(72);
        const fits = await page.locator("dialog").evaluate((node) => node.scrollHeight <= node.clientHeight);
        expect(fits).toBe(true);
      }
      await page.keyboard.press("End");
      await page.waitForURL(/present=4/);
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("ArrowLeft");
      await page.waitForURL(/present=3/);
      await page.reload();
      await page.locator("dialog[data-present='3']").waitFor();
      await page.keyboard.press("Escape");
      await page.waitForURL((url) => !url.searchParams.has("present"));
      expect(await page.locator("dialog").count()).toBe(0);
      await close();
    }
  });

  test("a board has a table twin with the months behind its lines", async () => {
    const { site, open } = get();
    const { page, close } = await open(`/?period=${site.month}&lang=en`);
    await page.locator("[data-kpi]").nth(9).waitFor();
    await page.getByRole("button", { name: "As a table" }).click();
    await page.waitForURL(/view=table/);
    await expect.poll(() => page.locator("tr[data-kpi]").count()).toBe(10);
    expect(await page.locator("thead th").count()).toBe(5 + 12);
    await close();
  });
}
