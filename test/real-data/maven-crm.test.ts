import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { shared, sharedDir, sharedNote, truthOf } from "../support/shared-data.ts";
import { byPeriod, type TestWorkspace, testWorkspace, valuesBy } from "../support/workspace.ts";

interface Segment {
  readonly key: string;
  readonly closed: number;
  readonly won: number;
  readonly win_rate: number | null;
  readonly revenue: number;
  readonly avg_deal_won: number | null;
  readonly median_cycle_won: number | null;
}

const YEAR = "2017";

describe.skipIf(!sharedDir)(
  `maven-crm: a sales pipeline with dirty joins gives its independent truth${sharedNote}`,
  () => {
    let team: TestWorkspace;

    beforeAll(async () => {
      team = await testWorkspace(`${import.meta.dirname}/maven-crm`);
      const loaded = await team.load(shared("data/maven-crm/sales_pipeline.csv"), { snapshot: "2017-12-31" });
      expect(loaded).toMatchObject({ status: "committed", rows_read: 2179, rows_loaded: 2179, rows_quarantined: 0 });
    });
    afterAll(() => team.close());

    it("gives the win rate with its Wilson interval", async () => {
      const truth = truthOf<{ win_rate: number; won: number; lost: number; wilson95: [number, number] }>(
        "maven-crm",
        "win_rate",
      );
      const row = (await team.ask({ kpis: ["win_rate"], period: YEAR })).rows[0];
      expect(row?.value).toBeCloseTo(truth.win_rate, 12);
      expect(row?.n).toBe(truth.won + truth.lost);
      expect(row?.interval?.[0]).toBeCloseTo(truth.wilson95[0], 9);
      expect(row?.interval?.[1]).toBeCloseTo(truth.wilson95[1], 9);
    });

    it.each([
      ["by_agent", "owner"],
      ["by_product", "product"],
      ["by_sector", "segment"],
      ["by_manager", "manager"],
      ["by_region", "region"],
    ])("gives win rate, revenue, average deal and cycle %s", async (metric, dimension) => {
      const answer = await team.ask({
        kpis: ["win_rate", "sales_revenue", "average_deal_size", "won_cycle"],
        period: YEAR,
        by: [dimension],
      });
      const rates = valuesBy(answer, "win_rate", dimension);
      const revenue = valuesBy(answer, "sales_revenue", dimension);
      const deals = valuesBy(answer, "average_deal_size", dimension);
      const cycles = valuesBy(answer, "won_cycle", dimension);
      for (const segment of truthOf<Segment[]>("maven-crm", metric)) {
        if (segment.closed === 0) continue;
        expect(rates[segment.key], segment.key).toBeCloseTo(segment.win_rate ?? Number.NaN, 12);
        expect(revenue[segment.key], segment.key).toBeCloseTo(segment.revenue, 6);
        if (segment.avg_deal_won !== null) expect(deals[segment.key], segment.key).toBeCloseTo(segment.avg_deal_won, 6);
        if (segment.median_cycle_won !== null) expect(cycles[segment.key], segment.key).toBe(segment.median_cycle_won);
      }
    });

    it("gives the median cycle of won deals", async () => {
      const truth = truthOf<{ stage: string; median: number }[]>("maven-crm", "sales_cycle").find(
        (one) => one.stage === "Won",
      );
      expect((await team.ask({ kpis: ["won_cycle"], period: YEAR })).rows[0]?.value).toBe(truth?.median);
    });

    it("gives revenue by quarter with its change", async () => {
      const answer = await team.ask({ kpis: ["sales_revenue"], period: YEAR, grain: "quarter", compare: "previous" });
      const quarters = byPeriod(answer, "sales_revenue");
      for (const truth of truthOf<{ qtr: string; revenue: number; qoq: number | null }[]>(
        "maven-crm",
        "revenue_by_quarter",
      )) {
        expect(quarters[truth.qtr]?.value, truth.qtr).toBeCloseTo(truth.revenue, 6);
        if (truth.qoq === null) expect(quarters[truth.qtr]?.previous?.change ?? null).toBeNull();
      }
      const single = await team.ask({ kpis: ["sales_revenue"], period: "2017-Q3", compare: "previous" });
      const third = truthOf<{ qtr: string; qoq: number }[]>("maven-crm", "revenue_by_quarter").find(
        (one) => one.qtr === "2017-Q3",
      );
      expect(single.rows[0]?.previous?.change).toBeCloseTo(third?.qoq ?? Number.NaN, 12);
    });

    it("gives the average deal and the open pipeline", async () => {
      const deal = truthOf<{ mean: number; revenue: number }>("maven-crm", "avg_deal_size");
      const open = truthOf<{ list_value: number }>("maven-crm", "open_pipeline");
      const answer = await team.ask({ kpis: ["average_deal_size", "pipeline_open", "sales_revenue"], period: YEAR });
      const values = Object.fromEntries(answer.rows.map((row) => [row.kpi, row.value]));
      expect(values.average_deal_size).toBeCloseTo(deal.mean, 6);
      expect(values.sales_revenue).toBe(deal.revenue);
      expect(values.pipeline_open).toBe(open.list_value);
    });

    it("counts a new customer once, at the account's first win", async () => {
      const answer = await team.ask({ kpis: ["customers_won"], period: YEAR, grain: "quarter" });
      const quarters = byPeriod(answer, "customers_won");
      for (const { qtr, new_customers } of truthOf<{ qtr: string; new_customers: number }[]>(
        "maven-crm",
        "new_customers_by_quarter",
      ))
        expect(quarters[qtr]?.value, qtr).toBe(new_customers);
    });
  },
);
