import { rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { reconcile } from "../../src/service/reconciliation/reconcile.ts";
import type { Step, Subject } from "../../src/service/reconciliation/reconciliation.ts";
import { type TestWorkspace, testWorkspace } from "../support/workspace.ts";
import { teamFiles } from "./team-files.ts";

const { template, file, folders } = teamFiles();
let team: TestWorkspace;

beforeAll(async () => {
  team = await testWorkspace(template);
  for (const name of [
    "contacts.csv",
    "companies.csv",
    "deals.csv",
    "payments.csv",
    "linkedin.csv",
    "ga4.csv",
    "costs.csv",
  ] as const)
    expect(await team.load(file(name)), name).toMatchObject({ status: "committed", rows_quarantined: 0 });
  for (const [name, timezone] of [
    ["google.csv", "America/New_York"],
    ["meta.csv", "Europe/Berlin"],
  ] as const)
    expect(await team.load(file(name), { timezone }), name).toMatchObject({ status: "committed", rows_quarantined: 0 });
  expect(await team.load(file("visits.csv"))).toMatchObject({ status: "committed", rows_quarantined: 0 });
});
afterAll(async () => {
  await team.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const subject = async (id: Subject["id"], period: string): Promise<Subject> => {
  const { subjects } = await reconcile(team.workspace, { period, subjects: [id] }, "en");
  const [found] = subjects;
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
};
const stepTo = ({ steps }: Subject, to: string): Step => {
  const found = steps.find((step) => step.to === to);
  if (found === undefined) throw new Error(`no step to ${to}`);
  return found;
};
const parts = ({ parts: known }: Step) =>
  Object.fromEntries(
    known.map(({ id, detail, amount, rows }) => [detail === "" ? id : `${id} ${detail}`, [amount, rows]]),
  );

describe("leads of March, worked out by hand", () => {
  test("six records became a lead; one is another's person, one is the team's own, one skipped the stage: five count", async () => {
    const step = stepTo(await subject("leads", "2026-03"), "crm_leads");
    expect(step).toMatchObject({ from_value: 6, to_value: 5, difference: -1, residual: 0 });
    expect(parts(step)).toEqual({ repeated: [-1, 1], inferred: [1, 1], "excluded own_people": [-1, 1] });
  });

  test("the platform reports seven: what it cannot see, what it counts too, and whose day is another one in UTC", async () => {
    const step = stepTo(await subject("leads", "2026-03"), "platform_leads");
    expect(step).toMatchObject({ from_value: 5, to_value: 7, difference: 2, residual: 2 });
    expect(parts(step)).toEqual({
      other_channels: [-2, 2],
      "excluded_here own_people": [1, 1],
      repeated_here: [1, 1],
      "time_zone UTC": [0, 2],
    });
    expect(step.unknown.map(({ code }) => code)).toEqual(["submit_date", "actions"]);
  });

  test("nobody has loaded vendors' leads, and web analytics does not know persons: both say so and have no figure", async () => {
    const { said } = await subject("leads", "2026-03");
    for (const id of ["vendor_leads", "web_leads"]) {
      const one = said.find((each) => each.id === id);
      expect(one?.value).toBeNull();
      expect(one?.reason?.text).toMatch(/\.$/);
    }
  });
});

test("conversions: of the platform's nine three were only seen, web analytics has eleven of another channel", async () => {
  const found = await subject("conversions", "2026-03");
  const step = stepTo(found, "web_conversions");
  expect(step).toMatchObject({ from_value: 9, to_value: 15, residual: -2 });
  expect(parts(step)).toEqual({ view_through: [-3, 3], other_channels: [11, 11] });
  const leads = stepTo(found, "crm_leads_ads");
  expect(leads).toMatchObject({ from_value: 9, to_value: 3, residual: -1 });
  expect(parts(leads)).toEqual({
    view_through: [-3, 3],
    "time_zone UTC": [0, 2],
    repeated: [-1, 1],
    "excluded own_people": [-1, 1],
  });
  expect(leads.parts.find(({ id }) => id === "excluded")?.kind).toBe("internal");
  expect(
    step.unknown.map(({ code, text }) => [code, /No column tells it in the exports of linkedin\.$/.test(text)]),
  ).toEqual([
    ["click_date", true],
    ["window", true],
    ["time_zone_visits", false],
    ["bots", false],
    ["consent", false],
    ["actions", false],
  ]);
});

describe("conversions of May, worked out by hand: 9 of Google Ads and 13 of Meta against 5 of the web site", () => {
  test("two were only seen, three happened in other days than the click, two came later than a day, one is New York's May", async () => {
    const step = stepTo(await subject("conversions", "2026-05"), "web_conversions");
    expect(step).toMatchObject({ from_value: 22, to_value: 5, difference: -17, residual: -11 });
    expect(parts(step)).toEqual({
      view_through: [-2, 2],
      click_date: [-3, 3],
      window: [-2, 2],
      "time_zone America/New_York": [-1, 3],
      other_channels: [2, 2],
    });
  });

  test("what stays unknown names the export that lacks it, and nothing that all exports tell", async () => {
    const { unknown } = stepTo(await subject("conversions", "2026-05"), "web_conversions");
    const texts = new Map(unknown.map(({ code, text }) => [code, text]));
    expect([...texts.keys()]).toEqual(["click_date", "window", "bots", "consent", "actions"]);
    expect(texts.get("click_date")).toMatch(/No column tells it in the exports of meta\.$/);
    expect(texts.get("window")).toMatch(/No column tells it in the exports of google_ads\.$/);
  });

  test("their value: 900 by the day of the click are 600 by the day of the conversion", async () => {
    const step = stepTo(await subject("revenue", "2026"), "crm_revenue");
    expect(step).toMatchObject({ from_value: 900, to_value: 5000, residual: 4400 });
    expect(parts(step)).toEqual({ click_date: [-300, 300] });
  });
});

describe("spend of the quarter, worked out by hand", () => {
  test("140 of the platform and 1,580 of the ledger are 1,610: the 110 that both have count once", async () => {
    const step = stepTo(await subject("spend", "2026-Q1"), "counted_spend");
    expect(step).toMatchObject({ from_value: 1720, to_value: 1610, residual: 0 });
    expect(parts(step)).toEqual({ "counted_once linkedin": [-110, 1] });
  });

  test("the platform's 140 against the ledger's 180: February is not in the one, January not in the other, 10 are left", async () => {
    const step = stepTo(await subject("spend", "2026-Q1"), "ledger_spend/linkedin");
    expect(step).toMatchObject({ from_value: 140, to_value: 180, residual: 10 });
    expect(parts(step)).toEqual({
      "months_without_ledger 2026-02": [-40, 1],
      "months_without_platform 2026-01": [70, 1],
    });
  });

  test("March's bill is left out for the two days that the platform's export has of it: the other days are said to count nowhere", async () => {
    const step = stepTo(await subject("spend", "2026-Q1"), "counted_spend");
    expect(step.unknown.map(({ text }) => text)).toEqual([
      expect.stringMatching(/The exports of linkedin lack 11 of the 31 days of that month/),
    ]);
  });

  test("the rule per platform is shown: its own exports from February on, the ledger before", async () => {
    const { rules } = await subject("spend", "2026-Q1");
    expect(rules).toEqual([
      {
        platform: "linkedin",
        connections: ["linkedin"],
        by_connection: [{ connection: "linkedin", months: ["2026-02-01", "2026-03-01"], spend: 140 }],
        from_platform: ["2026-02-01", "2026-03-01"],
        from_ledger: ["2026-01-01"],
        platform_spend: 140,
        left_out: 110,
        left_out_rows: 1,
      },
    ]);
  });
});

test("revenue: 5,000 won, 3,200 billed; 1,200 of it by a customer without a deal, 3,000 less to the one with both", async () => {
  const step = stepTo(await subject("revenue", "2026-03"), "ledger_revenue");
  expect(step).toMatchObject({ from_value: 5000, to_value: 3200, residual: -3000 });
  expect(parts(step)).toEqual({ billed_unlinked: [1200, 1] });
});

test("parts and residual make up every difference, in every period", async () => {
  for (const period of ["2026-01", "2026-02", "2026-03", "2026-05", "2026-Q1", "2026"]) {
    const { subjects } = await reconcile(team.workspace, { period }, "zh");
    for (const { steps } of subjects)
      for (const { from_value, to_value, parts: known, residual, difference } of steps) {
        const whole = (value: number) => Math.round(value * 10_000);
        expect(known.reduce((sum, { amount }) => sum + whole(amount), whole(from_value) + whole(residual))).toBe(
          whole(to_value),
        );
        expect(whole(difference)).toBe(whole(to_value) - whole(from_value));
      }
  }
});

test("a period that has not begun is refused", async () => {
  await expect(reconcile(team.workspace, { period: "2031" })).rejects.toMatchObject({ code: "reconcile.not_begun" });
});
