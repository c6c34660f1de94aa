import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { explain } from "../../../src/service/receipts/explain.ts";
import { verify } from "../../../src/service/receipts/verify.ts";
import { type TestWorkspace, testWorkspace } from "../../support/workspace.ts";

const PRESETS = join(import.meta.dirname, "../../../presets");

let team: TestWorkspace;
beforeAll(async () => {
  team = await testWorkspace();
  await team.load(join(PRESETS, "hubspot_email/sample/events_api.json"));
  await team.load(join(PRESETS, "marketo/sample/bulk_activities.csv"));
});
afterAll(() => team.close());

const receipt = (kpi: string) => explain(team.workspace, { kpis: [kpi], period: "2026-06" });

test("a human rate's receipt says how many people machines stood in for, and their share", async () => {
  expect((await receipt("human_open_rate")).exclusions).toEqual([
    { rule: "machine_opens", rows: 1, share: 0.5, signals: [{ signal: "vendor_flag", rows: 1, share: 0.5 }] },
  ]);
  expect((await receipt("unique_click_rate")).exclusions).toEqual([
    { rule: "machine_clicks", rows: 1, share: 0.5, signals: [{ signal: "vendor_flag", rows: 1, share: 0.5 }] },
  ]);
  expect((await receipt("unique_open_rate")).exclusions).toEqual([]);
});

test("an answer has people and machines side by side, and each signal's share of them", async () => {
  const { machines } = await team.ask({ kpis: ["human_open_rate", "unique_click_rate", "leads"], period: "2026-06" });
  expect(machines).toEqual([
    {
      rule: "machine_clicks",
      raw: 2,
      human: 1,
      left_out: 1,
      share: 0.5,
      signals: [{ signal: "vendor_flag", rows: 1, share: 0.5 }],
    },
    {
      rule: "machine_opens",
      raw: 2,
      human: 1,
      left_out: 1,
      share: 0.5,
      signals: [{ signal: "vendor_flag", rows: 1, share: 0.5 }],
    },
  ]);
  expect((await team.ask({ kpis: ["unique_open_rate"], period: "2026-06" })).machines).toBeUndefined();
  expect((await verify(team.workspace, await receipt("human_open_rate"))).equal).toBe(true);
});

test("the raw rate stands beside the human one", async () => {
  const value = async (kpi: string) => (await receipt(kpi)).answers[0]?.value;
  expect([await value("raw_click_rate"), await value("unique_click_rate")]).toEqual([1, 0.5]);
  expect([await value("machine_open_share"), await value("machine_click_share")]).toEqual([0.5, 0.5]);
});
