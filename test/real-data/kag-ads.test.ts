import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { shared, sharedDir, sharedNote, truthOf } from "../support/shared-data.ts";
import { type TestWorkspace, testWorkspace, valuesBy } from "../support/workspace.ts";

interface Segment {
  readonly ctr: number | null;
  readonly cpc: number | null;
  readonly cpm: number | null;
  readonly cpl_inquiry: number | null;
  readonly cpa_approved: number | null;
}

describe.skipIf(!sharedDir)(
  `kag-ads: ratios by campaign, age and gender equal their independent truth${sharedNote}`,
  () => {
    let team: TestWorkspace;
    const period = "2017-08-17..2017-08-30";
    const kpis = ["ctr", "cpc", "cpm", "cpl_inquiry", "cpa"];
    const truthKeys = ["ctr", "cpc", "cpm", "cpl_inquiry", "cpa_approved"] as const;

    beforeAll(async () => {
      team = await testWorkspace(`${import.meta.dirname}/kag-ads`);
      const loaded = await team.load(shared("data/kag-ads/KAG_conversion_data.csv"), {
        from: "2017-08-17",
        to: "2017-08-30",
      });
      expect(loaded).toMatchObject({ status: "committed", rows_loaded: 1143 });
    });
    afterAll(() => team.close());

    it.each([
      ["by_campaign", "campaign"],
      ["by_age", "age"],
      ["by_gender", "gender"],
      ["by_interest", "interest"],
      ["by_fb_campaign", "fb_campaign"],
    ])("%s", async (metric, dimension) => {
      const answer = await team.ask({ kpis, period, by: [dimension] });
      for (const segment of truthOf<(Segment & Record<string, unknown>)[]>("kag-ads", metric)) {
        const key = String(segment[dimension]);
        for (const [i, kpi] of kpis.entries()) {
          const expected = segment[truthKeys[i] ?? "ctr"];
          const value = valuesBy(answer, kpi, dimension)[key];
          if (expected === null || expected === 0) expect(value, `${kpi} ${key}`).toBe(expected);
          else expect(Math.abs((value ?? Number.NaN) / expected - 1), `${kpi} ${key}`).toBeLessThan(1e-6);
        }
      }
    });

    it("totals are ratios of sums, not means of ratios", async () => {
      const truth = truthOf<Segment>("kag-ads", "total");
      const trap = truthOf<{ mean_ctr: number }>("kag-ads", "mean_of_ratios_trap");
      const total = (await team.ask({ kpis: ["ctr"], period, by: ["age"] })).total[0]?.value ?? Number.NaN;
      expect(total).toBeCloseTo(truth.ctr ?? Number.NaN, 12);
      expect(Math.abs(total - trap.mean_ctr)).toBeGreaterThan(1e-6);
    });

    it("a file without days is refused for a month's chart, not spread over it", async () => {
      const answer = await team.ask({ kpis: ["ad_spend"], period: "2017-08-20..2017-08-25", grain: "day" });
      for (const row of answer.rows) expect(row.value).toBeNull();
    });
  },
);
