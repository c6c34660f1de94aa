import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { FILES, SETTINGS } from "../channels/team-files.ts";
import { runCli } from "../support/run-cli.ts";

const folder = mkdtempSync(join(tmpdir(), "leadline-cli-"));
const dir = join(folder, "team");
const list = join(folder, "list.csv");

beforeAll(async () => {
  mkdirSync(dir);
  writeFileSync(join(dir, "leadline.yaml"), SETTINGS);
  writeFileSync(list, "email\nc6@own.example\nc3@firm3.example\n");
  for (const name of ["contacts.csv", "linkedin.csv", "costs.csv", "syndication.csv", "targets.csv"] as const) {
    writeFileSync(join(folder, name), FILES[name]);
    expect((await runCli(["load", dir, join(folder, name)])).code).toBe(0);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("channels are compared in tables and a sentence; as JSON it is one document", async () => {
  const { code, out } = await runCli(["compare", dir, "--period", "2026-03", "--stage", "lead"]);
  expect(code).toBe(0);
  expect(out).toMatch(/Paid Social +€100\.00 +3 /);
  expect(out).toMatch(/Event .*below parity/);
  expect(out).toMatch(/Event took 9× the spend of .*: below parity\./);
  const { out: json } = await runCli(["compare", dir, "--period", "2026-03", "--json"]);
  expect(JSON.parse(json).stage).toBe("sql");
});

test("a stage that there is not is refused with those that are", async () => {
  const { code, err } = await runCli(["compare", dir, "--period", "2026-03", "--stage", "click"]);
  expect(code).toBe(1);
  expect(err).toContain("There are lead, mql, sql, demo, opportunity, won. [comparison.stage]");
});

test("a reconciliation shows figures, parts with their rows, what is left and the rule", async () => {
  const { code, out } = await runCli(["reconcile", dir, "--period", "2026-Q1", "--only", "spend"]);
  expect(code).toBe(0);
  expect(out).toMatch(/platform cost in the ledger, counted once \(linkedin\) +-€110\.00 +1\n/);
  expect(out).toMatch(/not explained +€0\.00/);
  expect(out).toMatch(/linkedin +2026-02\.\.2026-03 +€140\.00 +2026-01 +€110\.00 +1/);
  expect(out).toContain("what it spent on these counts nowhere.");
  expect((await runCli(["reconcile", dir, "--period", "2026-Q1", "--only", "luck"])).err).toContain("[reconcile.only]");
});

test("target accounts stand with their rates, stage and roles, in lines that the terminal holds; as CSV and JSON they are all", async () => {
  const accounts = ["accounts", dir, "--period", "2026-03"];
  const { code, out } = await runCli(accounts, undefined, { COLUMNS: "80" });
  expect(code).toBe(0);
  expect(out).toMatch(/Buying-group coverage +0% +0 of 5 +0% – /);
  expect(out).toMatch(/Account penetration +– {3}/);
  expect(out).toMatch(/ABM North +– +0% +0 of 4 +–\n/);
  expect(out).toMatch(/Firm Two +SQL +– +– +0\/2 +– +cfo, it\n/);
  for (const line of out.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
  const { out: one } = await runCli([...accounts, "--limit", "1"]);
  expect(one).toContain("1 of 3 accounts");
  const { out: csv } = await runCli([...accounts, "--list", "ABM South", "--csv"]);
  expect(csv.split("\r\n")).toEqual([
    "account,lists,country,segment,owner,stage,stage_since,engagements,last_engaged,roles_wanted,roles_known,roles_engaged",
    "Firm Nine,ABM South,,,,,,0,,cfo,,",
    "",
  ]);
  const { out: json } = await runCli([...accounts, "--json"]);
  expect(JSON.parse(json)).toMatchObject({ count: 3, total: { buying_group_coverage: { value: 0, n: 5 } } });
});

test("a list or a number of accounts that there is not is refused", async () => {
  const accounts = ["accounts", dir, "--period", "2026-03"];
  expect((await runCli([...accounts, "--list", "ABM East"])).err).toContain(
    "There are ABM North, ABM South. [accounts.list]",
  );
  expect((await runCli([...accounts, "--limit", "0"])).err).toContain("[accounts.limit]");
});

test("a hand-out goes to stdout as CSV and nothing else; what happened goes to stderr, and it happens once", async () => {
  const route = ["route", dir, "--period", "2026-03"];
  expect((await runCli(route)).out).toContain("3 leads would be handed out; --csv does it.");
  const { out, err } = await runCli([...route, "--csv"]);
  expect(out.trim().split("\n")).toHaveLength(4);
  expect(err).toContain("3 leads handed out as ");
  expect((await runCli([...route, "--csv"])).out.trim().split("\n")).toHaveLength(1);
  expect((await runCli(["route", dir, "--again", "last", "--csv"])).out).toBe(out);
  expect((await runCli(["route", dir])).err).toContain("[usage.period]");
});

test("a wrong rule is told with its line", async () => {
  const other = join(folder, "wrong");
  mkdirSync(other);
  writeFileSync(
    join(other, "leadline.yaml"),
    "routing:\n  rules:\n    - id: hot\n      when: { colour: red }\n      to: sales\n",
  );
  const { code, err } = await runCli(["route", other, "--period", "2026-03"]);
  expect(code).toBe(1);
  expect(err).toMatch(/colour.*\n?.*line 4/s);
  expect(err).toContain("[workspace.invalid]");
});

test("a list is checked and written without those who should not be in it, but over no file", async () => {
  const cleaned = join(folder, "cleaned.csv");
  const check = ["audience", "check", dir, list, "--out", cleaned];
  const { code, out } = await runCli(check);
  expect(code).toBe(0);
  expect(out).toMatch(/2 +c6@own\.example +own people \(own_people\)/);
  expect(out).toContain("1 of 2 people should not be advertised to.");
  expect(readFileSync(cleaned, "utf8")).toBe("email\nc3@firm3.example\n");
  expect((await runCli(check)).err).toContain("[audience.exists]");
  const nothing = join(folder, "none.csv");
  expect((await runCli(["audience", "check", dir, join(folder, "gone.csv"), "--out", nothing])).code).toBe(1);
  expect(existsSync(nothing)).toBe(false);
});

test("a list that was uploaded counts from then on, until it is forgotten", async () => {
  const partners = join(folder, "partners.txt");
  writeFileSync(partners, "firm3.example\n");
  expect((await runCli(["audience", "suppress", dir, partners, "--list", "Partners"])).out).toMatch(/Partners +0 +1/);
  const { out } = await runCli(["audience", "check", dir, list, "--json"]);
  expect(JSON.parse(out).suppressed).toBe(2);
  expect((await runCli(["audience", "lists", dir, "--drop", "Partners"])).out).toContain("No list has been uploaded.");
});

test("in a workspace that speaks Chinese, tables and reasons are Chinese", async () => {
  writeFileSync(join(dir, "leadline.yaml"), `language: zh\n${SETTINGS}`);
  expect((await runCli(["compare", dir, "--period", "2026-03"])).out).toContain("未记任何费用");
  expect((await runCli(["reconcile", dir, "--period", "2026-Q1"])).out).toContain("平台费用只计一次");
  expect((await runCli(["audience", "check", dir, list])).out).toContain("内部人员");
  expect((await runCli(["accounts", dir, "--period", "2026-03"])).out).toContain("尚无联系人的角色");
  expect((await runCli(["compare", dir, "--period", "2026-03", "--stage", "click"])).err).toContain("不支持 click");
});
