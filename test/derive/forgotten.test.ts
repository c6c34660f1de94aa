import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { forgetPerson } from "../../src/service/people/forget-person.ts";
import { explain } from "../../src/service/receipts/explain.ts";
import { changeSettings } from "../../src/service/settings/change-settings.ts";
import { listSettings } from "../../src/service/settings/settings-file.ts";
import { type TestWorkspace, testWorkspace } from "../support/workspace.ts";

const contacts = join(import.meta.dirname, "../../presets/hubspot/sample/contacts_export_utf8.csv");
const deals = join(import.meta.dirname, "../../presets/hubspot/sample/deals_export_utf8.csv");

let team: TestWorkspace;
beforeAll(async () => {
  team = await testWorkspace();
  await setRules([{ id: "testers", email_patterns: ["^qa\\+"] }]);
  await team.load(contacts);
  await team.load(deals);
});
afterAll(() => team.close());

async function setRules(rules: readonly { readonly id: string; readonly email_patterns: readonly string[] }[]) {
  const { revision, settings } = listSettings(team.workspace.dir, team.workspace.settings);
  const exclusions = rules.map(({ id, email_patterns }) => ({
    id,
    kind: "test" as const,
    email_domains: [],
    email_patterns: [...email_patterns],
    account_ids: [],
    person_ids: [],
  }));
  await changeSettings(team.workspace, revision, { ...settings, exclusions });
}

/** Every KPI by quarter, as far as the data can tell it. */
async function everything() {
  const kpis = [...team.workspace.catalogue.kpis.keys()];
  const rows = [];
  for (let start = 0; start < kpis.length; start += 50)
    rows.push(
      ...(await team.ask({ kpis: kpis.slice(start, start + 50), period: "2026", grain: "quarter", by: [] })).rows,
    );
  return rows;
}

async function leads() {
  const receipt = await explain(team.workspace, { kpis: ["leads"], period: "2026" });
  const left = receipt.exclusions.map(({ rule, rows }) => `${rule} ${rows}`);
  return { value: (await team.ask({ kpis: ["leads"], period: "2026" })).rows[0]?.value, left };
}

it("forgetting a person whom a pattern on the address excludes, or one who counts, changes no number", async () => {
  const before = await everything();
  // 101, 102 and 104 became leads; 103 is a tester's.
  expect(await leads()).toEqual({ value: 3, left: ["testers 1"] });
  expect((await forgetPerson(team.workspace, "QA+1@ourcompany.example")).found).toBe(true);
  expect(await everything()).toEqual(before);
  expect(await leads()).toEqual({ value: 3, left: ["testers 1"] });
  expect((await forgetPerson(team.workspace, "bo.lin@gmail.com")).found).toBe(true);
  expect(await everything()).toEqual(before);
  expect(before.filter(({ value }) => value !== null && value !== 0).length).toBeGreaterThan(10);
});

it("what is kept of it names the rule and no address", async () => {
  const kept = await team.workspace.engine.query<{ email_hash: string; rules: string[] }>(
    "SELECT * FROM forgotten_person",
  );
  expect(kept).toEqual([{ email_hash: expect.stringMatching(/^[0-9a-f]{64}$/), rules: ["testers"] }]);
});

it("the same file loaded after it leaves the person excluded", async () => {
  await team.load(contacts, { timezone: "UTC" });
  expect(await leads()).toEqual({ value: 3, left: ["testers 1"] });
});

it("a rule whose pattern changes keeps whom it had caught; new rules catch no forgotten person", async () => {
  await setRules([
    { id: "everybody", email_patterns: ["^bo"] },
    { id: "testers", email_patterns: ["^tester"] },
  ]);
  expect(await leads()).toEqual({ value: 3, left: ["testers 1"] });
});

it("a rule that is gone, or has no pattern any more, lets the person count", async () => {
  await setRules([{ id: "testers", email_patterns: [] }]);
  expect(await leads()).toEqual({ value: 4, left: [] });
  await setRules([{ id: "testers", email_patterns: ["^qa"] }]);
  expect(await leads()).toEqual({ value: 3, left: ["testers 1"] });
});
