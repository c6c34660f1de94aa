import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { shared, sharedDir, sharedNote, truthOf } from "../support/shared-data.ts";
import { type TestWorkspace, testWorkspace, valuesBy } from "../support/workspace.ts";

interface Arm {
  readonly arm: string;
  readonly channel?: string;
  readonly n: number;
  readonly visits: number;
  readonly conversions: number;
  readonly spend: number;
  readonly visit_to_conversion: number;
  readonly avg_order_value: number;
}

describe.skipIf(!sharedDir)(`hillstrom: an e-mail experiment, its arms as creatives${sharedNote}`, () => {
  let team: TestWorkspace;
  const arms = sharedDir ? truthOf<Arm[]>("hillstrom", "by_arm") : [];
  const period = "2008-03";

  beforeAll(async () => {
    team = await testWorkspace(`${import.meta.dirname}/hillstrom`);
    const loaded = await team.load(shared("data/hillstrom/hillstrom.csv"), { sent: "2008-03-20" });
    const sum = (column: "n" | "visits" | "conversions", rows = arms) =>
      rows.reduce((total, row) => total + row[column], 0);
    expect(loaded).toMatchObject({
      status: "committed",
      rows_read: sum("n"),
      rows_quarantined: 0,
      facts: {
        email_event: sum(
          "n",
          arms.filter(({ arm }) => arm !== "No E-Mail"),
        ),
        web_session: sum("visits"),
        revenue: sum("conversions"),
      },
    });
  });
  afterAll(() => team?.close());

  it("mails sent are the customers of the two arms that got one", async () => {
    const rows = await team.workspace.engine.query<{ creative: string; sent: string }>(
      "SELECT creative, sent FROM email_send ORDER BY creative",
    );
    expect(rows.map(({ creative, sent }) => [creative, Number(sent)])).toEqual(
      arms.filter(({ arm }) => arm !== "No E-Mail").map(({ arm, n }) => [arm, n]),
    );
  });

  it.each([
    ["sessions", "visits"],
    ["macro_conversion_rate", "visit_to_conversion"],
    ["sales_revenue", "spend"],
    ["average_order", "avg_order_value"],
  ] as const)("%s by arm", async (kpi, metric) => {
    const values = valuesBy(await team.ask({ kpis: [kpi], period, by: ["creative"] }), kpi, "creative");
    expect(Object.keys(values).sort()).toEqual(arms.map(({ arm }) => arm).sort());
    for (const arm of arms) expect(values[arm.arm], arm.arm).toBeCloseTo(arm[metric], 9);
  });

  it("within customers of one way of buying", async () => {
    const cells = truthOf<Arm[]>("hillstrom", "by_channel_arm");
    const answer = await team.ask({ kpis: ["sessions"], period, by: ["creative", "bought_by"] });
    const found = answer.rows.map((row) => [row.by.bought_by, row.by.creative, row.value]);
    expect(found.toSorted()).toEqual(cells.map(({ channel, arm, visits }) => [channel, arm, visits]).toSorted());
  });
});
