import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { showCohorts } from "../../src/service/funnel/show-cohorts.ts";
import { showFunnel } from "../../src/service/funnel/show-funnel.ts";
import { shared, sharedDir, sharedNote, truthOf } from "../support/shared-data.ts";
import { type TestWorkspace, testWorkspace } from "../support/workspace.ts";

interface Cohort {
  readonly month: string;
  readonly mqls: number;
  readonly won_30: number;
  readonly won_60: number;
  readonly won_90: number;
  readonly won_180: number;
}

describe.skipIf(!sharedDir)(`the cohort triangle of a real funnel${sharedNote}`, () => {
  let team: TestWorkspace;

  beforeAll(async () => {
    team = await testWorkspace(`${import.meta.dirname}/olist`);
    for (const name of ["marketing_qualified_leads", "closed_deals"])
      await team.load(shared("data/olist", `olist_${name}_dataset.csv`));
  });
  afterAll(() => team.close());

  it("gives each month's row as counted independently", async () => {
    const truth = truthOf<Cohort[]>("olist", "cohort_conversion");
    const { lines, whole } = await showCohorts(
      team.workspace,
      { from: "mql", to: "won", windows: [30, 60, 90, 180] },
      { period: "2017-07-01..2018-05-31" },
    );
    expect(truth.length).toBeGreaterThan(5);
    for (const { month, mqls, won_30, won_60, won_90, won_180 } of truth) {
      const line = lines.find(({ period }) => period.label === month);
      expect([month, line?.entered?.value]).toEqual([month, mqls]);
      const reached = [won_30, won_60, won_90, won_180];
      for (const [index, cell] of (line?.cells ?? []).entries()) {
        expect(cell.value, `${month} ${index}`).toBeCloseTo((reached[index] ?? Number.NaN) / mqls, 12);
        expect(cell.state).toBe("ok");
      }
      expect(line?.cells).toHaveLength(4);
    }
    const sum = (key: keyof Cohort) => truth.reduce((total, cohort) => total + Number(cohort[key]), 0);
    expect(whole.cells[3]?.value).toBeCloseTo(sum("won_180") / sum("mqls"), 12);
  });

  it("marks what was too young on a day in the past", async () => {
    const { lines } = await showCohorts(
      team.workspace,
      { from: "mql", to: "won", windows: [30, 180] },
      { period: "2018-03-01..2018-05-31", asOf: "2018-06-15" },
    );
    expect(lines.map(({ cells }) => cells.map(({ state }) => state))).toEqual([
      ["ok", "immature"],
      ["ok", "immature"],
      ["immature", "immature"],
    ]);
  });

  it("shows the team's own stages with their real numbers in the funnel", async () => {
    const truth = truthOf<{ month: string; mqls: number }[]>("olist", "mqls_per_month");
    const { segments } = await showFunnel(team.workspace, { period: "2018-01" });
    expect(segments[0]?.rows.mqls?.value).toBe(truth.find(({ month }) => month === "2018-01")?.mqls);
  });
});
