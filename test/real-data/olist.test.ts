import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { shared, sharedDir, sharedNote, truthOf } from "../support/shared-data.ts";
import { byPeriod, type TestWorkspace, testWorkspace, valuesBy } from "../support/workspace.ts";

const template = `${import.meta.dirname}/olist`;
const file = (name: string) => shared("data/olist", `olist_${name}_dataset.csv`);
const EVER = "2017-07-01..2018-11-30";

interface Origin {
  readonly origin: string;
  readonly mqls: number;
  readonly won: number;
  readonly rate: number;
  readonly median_days_cal: number | null;
  readonly p90_days_cal: number | null;
  readonly wilson95: [number, number];
}
interface Cohort {
  readonly month: string;
  readonly mqls: number;
  readonly won_30: number;
  readonly won_60: number;
  readonly won_90: number;
  readonly won_180: number;
  readonly rate_ever: number;
  readonly rate_30: number;
  readonly rate_90: number;
  readonly rate_180: number;
}

const named = (origin: string) => (origin === "(blank)" ? "(not set)" : origin);

describe.skipIf(!sharedDir)(`olist: a real B2B acquisition funnel gives its independent truth${sharedNote}`, () => {
  let team: TestWorkspace;

  beforeAll(async () => {
    team = await testWorkspace(template);
    for (const name of ["marketing_qualified_leads", "closed_deals", "order_items"]) {
      const loaded = await team.load(file(name));
      expect(loaded.status).toBe("committed");
      expect(loaded.rows_read).toBe(loaded.rows_loaded + loaded.rows_quarantined + loaded.rows_skipped);
      expect(loaded.rows_quarantined).toBe(0);
    }
  });
  afterAll(() => team.close());

  it("counts MQLs by month", async () => {
    const months = byPeriod(
      await team.ask({ kpis: ["mqls"], period: "2017-07-01..2018-05-31", grain: "month" }),
      "mqls",
    );
    for (const { month, mqls } of truthOf<{ month: string; mqls: number }[]>("olist", "mqls_per_month"))
      expect([month, months[month]?.value]).toEqual([month, mqls]);
  });

  it("counts MQLs, rates with Wilson intervals and days to close by origin", async () => {
    const origins = truthOf<Origin[]>("olist", "by_origin");
    const answer = await team.ask({
      kpis: ["mqls", "mql_to_won_rate", "days_to_close_median", "days_to_close_p90"],
      period: EVER,
      by: ["source"],
      mode: "cohort",
      window: 1000,
    });
    const rates = answer.rows.filter((row) => row.kpi === "mql_to_won_rate");
    expect(rates).toHaveLength(origins.length);
    const medians = valuesBy(answer, "days_to_close_median", "source");
    const p90s = valuesBy(answer, "days_to_close_p90", "source");
    for (const origin of origins) {
      const row = rates.find((one) => one.by.source === named(origin.origin));
      expect(row?.value, origin.origin).toBeCloseTo(origin.rate, 12);
      expect(row?.n).toBe(origin.mqls);
      expect(row?.interval?.[0]).toBeCloseTo(origin.wilson95[0], 9);
      expect(row?.interval?.[1]).toBeCloseTo(origin.wilson95[1], 9);
      if (origin.median_days_cal === null) expect(medians[named(origin.origin)]).toBeNull();
      else {
        expect(medians[named(origin.origin)], origin.origin).toBeCloseTo(origin.median_days_cal, 9);
        expect(p90s[named(origin.origin)], origin.origin).toBeCloseTo(origin.p90_days_cal ?? Number.NaN, 9);
      }
    }
  });

  it("gives the overall cohort rate with its interval as a total from the rows", async () => {
    const truth = truthOf<{ rate: number; wilson95: [number, number] }>("olist", "mql_to_won_overall");
    const answer = await team.ask({
      kpis: ["mql_to_won_rate"],
      period: EVER,
      by: ["source"],
      mode: "cohort",
      window: 1000,
    });
    expect(answer.total[0]?.value).toBeCloseTo(truth.rate, 12);
    expect(answer.total[0]?.interval?.[0]).toBeCloseTo(truth.wilson95[0], 9);
  });

  it("follows each month's cohort for 30, 60, 90 and 180 days", async () => {
    const cohorts = truthOf<Cohort[]>("olist", "cohort_conversion");
    for (const days of [30, 60, 90, 180] as const) {
      const answer = await team.ask({
        kpis: ["mql_to_won_rate"],
        period: "2017-07-01..2018-05-31",
        grain: "month",
        mode: "cohort",
        window: days,
      });
      const months = byPeriod(answer, "mql_to_won_rate");
      for (const cohort of cohorts) {
        expect(months[cohort.month]?.value, `${cohort.month} ${days}`).toBeCloseTo(
          cohort[`won_${days}`] / cohort.mqls,
          12,
        );
        expect(months[cohort.month]?.state).toBe("ok");
      }
    }
  });

  it("keeps period conversion apart from cohort conversion", async () => {
    const periods = truthOf<{ month: string; mqls: number; won: number; rate: number | null }[]>(
      "olist",
      "period_conversion",
    );
    const answer = await team.ask({ kpis: ["mql_to_won_rate"], period: EVER, grain: "month" });
    const months = byPeriod(answer, "mql_to_won_rate");
    for (const period of periods) {
      const row = months[period.month];
      if (period.rate === null) expect([period.month, row?.value]).toEqual([period.month, null]);
      else expect(row?.value, period.month).toBeCloseTo(period.rate, 12);
    }
  });

  it("gives median and 90th percentile of days to close", async () => {
    const truth = truthOf<{ median_cal_incl: number; p90_cal_incl: number }>("olist", "days_to_close");
    const answer = await team.ask({ kpis: ["days_to_close_median", "days_to_close_p90"], period: EVER });
    expect(answer.rows.map((row) => row.value)).toEqual([truth.median_cal_incl, truth.p90_cal_incl]);
  });

  it("gives revenue by the origin of the seller", async () => {
    const origins = truthOf<{ origin: string; revenue: number }[]>("olist", "revenue_by_origin_delivered_after_won");
    const values = valuesBy(
      await team.ask({ kpis: ["sales_revenue"], period: EVER, by: ["source"] }),
      "sales_revenue",
      "source",
    );
    for (const { origin, revenue } of origins) expect(values[named(origin)] ?? 0, origin).toBeCloseTo(revenue, 6);
  });
});
