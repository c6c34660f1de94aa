import { rmSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type AccountsShown, showAccounts } from "../../src/service/accounts/show-accounts.ts";
import { type ApiClient, apiClient } from "../store/api-client.ts";
import { type TestWorkspace, testWorkspace } from "../support/workspace.ts";
import { teamFiles } from "./team-files.ts";

const { template, file, folders } = teamFiles();
const march = { period: "2026-03", limit: 500 };
let team: TestWorkspace;
let api: ApiClient;
let shown: AccountsShown;

beforeAll(async () => {
  team = await testWorkspace(template);
  for (const name of ["contacts.csv", "companies.csv", "deals.csv", "targets.csv", "briefings.csv"] as const)
    expect(await team.load(file(name)), name).toMatchObject({ status: "committed", rows_quarantined: 0 });
  api = apiClient(team.workspace);
  shown = await showAccounts(team.workspace, march, "en");
});
afterAll(async () => {
  api.close();
  await team.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

test("three accounts stand on the lists at the end of March; the one that left is none of them", () => {
  expect(shown.count).toBe(3);
  expect(shown.accounts.map(({ account }) => account)).toEqual(["Firm Five", "Firm Two", "Firm Nine"]);
});

test("each with the furthest stage of its people, its engagements of the month and its roles", () => {
  const [five, two, nine] = shown.accounts;
  expect(five).toMatchObject({
    lists: ["ABM North"],
    stage: "won",
    stage_since: "2026-03-18",
    engagements: 2,
    last_engaged: "2026-03-20",
    wanted: ["cfo", "it"],
    known: ["cfo"],
    engaged: ["cfo"],
  });
  // The briefing of February is not March's.
  expect(two).toMatchObject({ stage: "opportunity", engagements: 0, last_engaged: null, known: ["it"], engaged: [] });
  expect(nine).toMatchObject({ lists: ["ABM South"], stage: null, stage_since: null, known: [], wanted: ["cfo"] });
});

test("the list and the KPIs say the same: one of three engaged, two of five roles known, one engaged", () => {
  const { accounts, total } = shown;
  const sum = (roles: "wanted" | "known" | "engaged") => accounts.reduce((all, one) => all + one[roles].length, 0);
  expect([sum("wanted"), sum("known"), sum("engaged")]).toEqual([5, 2, 1]);
  expect(total.account_penetration).toMatchObject({ n: 3 });
  expect(total.account_penetration?.value).toBeCloseTo(1 / 3, 12);
  expect(total.buying_group_coverage).toMatchObject({ value: 0.4, n: 5 });
  expect(total.buying_group_engagement).toMatchObject({ value: 0.2, n: 5 });
});

test("by list and by role the same question is asked of each", () => {
  expect(shown.lists.map(({ name, values }) => [name, values.account_penetration?.value])).toEqual([
    ["ABM North", 0.5],
    ["ABM South", 0],
  ]);
  expect(shown.roles.map(({ name, values }) => [name, values.buying_group_coverage?.n])).toEqual([
    ["it", 2],
    ["cfo", 3],
  ]);
});

test("one list alone, and no more accounts than asked for", async () => {
  const north = await showAccounts(team.workspace, { ...march, list: "ABM North", limit: 1 }, "en");
  expect([north.count, north.accounts.length]).toEqual([2, 1]);
  expect(north.total.account_penetration?.value).toBe(0.5);
  expect(north.lists.map(({ name }) => name)).toEqual(["ABM North", "ABM South"]);
});

test("as of the end of February nobody was won, and Firm Old still stood on its list", async () => {
  const february = await showAccounts(team.workspace, { period: "2026-02", limit: 500 }, "en");
  expect(february.count).toBe(4);
  expect(february.accounts.every(({ stage }) => stage === null)).toBe(true);
});

test("over HTTP it is the same", async () => {
  const { status, body } = await api.get("/api/accounts?period=2026-03&lang=en");
  expect(status).toBe(200);
  expect(body).toEqual(JSON.parse(JSON.stringify(shown)));
  expect((await api.get("/api/accounts?period=2026-03&limit=0")).body.code).toBe("request.invalid");
});
