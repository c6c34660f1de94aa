import { expect, test } from "vitest";
import type { Answer } from "../../../../src/model/answer.ts";
import { formatValue } from "../../../../src/model/format/format-value.ts";
import type { GetWorld } from "../world.ts";

export function channelsJourneys(get: GetWorld): void {
  test("channels stand side by side with the API's numbers, from one question", async () => {
    const { site, open } = get();
    const { page, requests, close } = await open(`/channels?period=${site.month}&lang=zh`);
    const lines = page.locator("[data-section=channels] tbody tr");
    await lines.first().waitFor();
    const answer = await site.post<Answer>("/api/questions", { kpis: ["leads"], period: site.month, by: ["channel"] });
    const most = answer.rows
      .filter((row) => !/^\(|^$/.test(row.by.channel ?? ""))
      .toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0))[0];
    const shown = formatValue(most?.value ?? null, "count", { language: "zh", currency: "EUR" });
    expect(await lines.first().textContent()).toContain(shown);
    const whole = formatValue(answer.total[0]?.value ?? null, "count", { language: "zh", currency: "EUR" });
    expect(await lines.last().textContent()).toContain(whole);
    expect(requests.filter((url) => url.includes("/api/questions"))).toHaveLength(1);
    await close();
  });
}
