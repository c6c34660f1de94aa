import { rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Comparison, compareChannels } from "../../src/service/comparison/compare-channels.ts";
import { ask } from "../../src/service/questions/ask.ts";
import { type ApiClient, apiClient } from "../store/api-client.ts";
import { type TestWorkspace, testWorkspace } from "../support/workspace.ts";
import { teamFiles } from "./team-files.ts";

const { template, file, folders } = teamFiles();
const march = { period: "2026-03" };
let team: TestWorkspace;
let api: ApiClient;
let byLead: Comparison;

beforeAll(async () => {
  team = await testWorkspace(template);
  for (const name of ["contacts.csv", "companies.csv", "deals.csv", "linkedin.csv", "costs.csv"] as const)
    await team.load(file(name));
  api = apiClient(team.workspace);
  byLead = await compareChannels(team.workspace, { stage: "lead" }, march, "en");
});
afterAll(async () => {
  api.close();
  await team.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const row = (comparison: Comparison, name: string) => {
  const found = comparison.rows.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no ${name} among ${comparison.rows.map((one) => one.name).join(", ")}`);
  return found;
};

describe("channels of March, worked out by hand", () => {
  test("the largest spend stands first; what is on no channel is a row of its own and not judged", () => {
    expect(byLead.rows.map(({ name, kind }) => [name, kind])).toEqual([
      ["Event", "channel"],
      ["(not allocated)", "unallocated"],
      ["Paid Social", "channel"],
      ["Organic Search", "channel"],
    ]);
    expect(row(byLead, "(not allocated)")).toMatchObject({ parity: null, sentence: null, pair: null });
  });

  test("Paid Social: 100 for three leads, 6.7 % of 1,500 and 60 % of five leads", () => {
    const { values } = row(byLead, "Paid Social");
    expect(values).toMatchObject({
      marketing_cost: { value: 100 },
      leads: { value: 3 },
      mqls: { value: 1 },
      sqls: { value: 1 },
      opportunities: { value: 1 },
      customers_won: { value: 0 },
      cost_per_opportunity: { value: 100 },
      cac_marketing: { value: null, state: "zero_denominator" },
    });
    expect(values.cpl?.value).toBeCloseTo(100 / 3, 9);
    expect(values.spend_share?.value).toBeCloseTo(100 / 1500, 9);
    expect(values.conversion_share?.value).toBeCloseTo(3 / 5, 9);
    expect(values.parity_index?.value).toBeCloseTo(0.6 / (1 / 15), 9);
  });

  test("the interval of parity is Wilson's of three in five over the spend share", () => {
    const { interval, interval_method, n } = row(byLead, "Paid Social").values.parity_index ?? {};
    expect([interval_method, n]).toEqual(["wilson-over-spend-share", 5]);
    // Wilson of 3 of 5 (Newcombe 1998, method 3): 0.2307 to 0.8824.
    expect((interval?.[0] ?? 0) / 15).toBeCloseTo(0.2307, 4);
    expect((interval?.[1] ?? 0) / 15).toBeCloseTo(0.8824, 4);
  });

  test("where no cost is booked there is none, and no cost per lead; the leads stand", () => {
    const { values, parity, sentence } = row(byLead, "Organic Search");
    expect(values.marketing_cost).toMatchObject({ value: null, reason: { code: "nothing_booked" } });
    expect(values.cpl).toMatchObject({ value: null, reason: { code: "nothing_booked" } });
    expect(values).toMatchObject({
      leads: { value: 2 },
      sales_revenue: { value: 5000 },
      parity_index: { value: null },
    });
    expect(parity?.verdict).toBe("no_cost");
    expect(sentence).toBe("No cost is booked on Organic Search; it brought 40% of the leads.");
  });

  test("a channel that spent and brought nothing has zeros and is judged", () => {
    const { values, parity } = row(byLead, "Event");
    expect(values).toMatchObject({ leads: { value: 0 }, sales_revenue: { value: 0 }, conversion_share: { value: 0 } });
    // All three leads of those that spend are the other's: at most 3.8415 ÷ (3 + 3.8415) of them for 90 % of the spend.
    expect(parity).toMatchObject({ verdict: "below", value: 0 });
    expect(parity?.interval?.[1]).toBeCloseTo(3.841459 / 6.841459 / 0.9, 5);
  });

  test("the sentence sets the dear channel against the one that brings most for its spend", () => {
    expect(byLead.against).toBe("Paid Social");
    expect(byLead.headline).toMatchObject({ a: "Event", b: "Paid Social", spendRatio: 9, conversionRatio: 0 });
    expect(byLead.headline?.sentence).toBe(
      "Event took 9× the spend of Paid Social and brought no leads against its 3: below parity.",
    );
  });

  test("at another stage conversions are that stage's; one SQL each does not tell", async () => {
    const bySql = await compareChannels(team.workspace, {}, march, "en");
    expect(bySql.stage).toBe("sql");
    expect(row(bySql, "Paid Social").values.conversion_share?.value).toBe(0.5);
  });

  test("every number is the KPI's own: asked alone it is the same", async () => {
    const { rows } = await ask(
      team.workspace,
      { ...march, kpis: ["cpl", "spend_share", "leads"], by: ["channel"] },
      "en",
    );
    for (const { kpi, by, value } of rows) expect(row(byLead, by.channel ?? "").values[kpi]?.value).toBe(value);
  });

  test("unallocated cost and free leads move no verdict, and are told", () => {
    expect(byLead.notes.map(({ text }) => text).join(" ")).toContain(
      "33.3% of all) and leads of channels without cost (40% of all)",
    );
  });
});

test("against a channel of one's choice; one that is not there is refused with those that are", async () => {
  const chosen = await compareChannels(team.workspace, { stage: "lead", against: "Event" }, march, "zh");
  expect(row(chosen, "Paid Social").pair?.sentence).toBe(
    "Paid Social 的花费是 Event 的 0.1 倍，带来 3 条线索，而 Event 没有：高于花费比例。",
  );
  await expect(compareChannels(team.workspace, { against: "Radio" }, march)).rejects.toMatchObject({
    code: "comparison.against",
  });
});

test("of a time that no file covers there are no channels, and it is said why", async () => {
  const { rows, headline, notes } = await compareChannels(team.workspace, {}, { period: "2019" }, "en");
  expect([rows, headline]).toEqual([[], null]);
  expect(notes.map(({ code }) => code)).toContain("not_covered");
});

test("over HTTP it is the same, and what is not to be compared is refused", async () => {
  const { status, body } = await api.get("/api/comparison?period=2026-03&stage=lead&lang=en");
  expect(status).toBe(200);
  expect(body).toEqual(JSON.parse(JSON.stringify(byLead)));
  expect((await api.get("/api/comparison?period=2026-03&stage=click")).body.code).toBe("request.invalid");
});
