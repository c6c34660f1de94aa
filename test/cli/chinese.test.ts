import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { contactsFile } from "../funnel/contacts.ts";
import { runCli } from "../support/run-cli.ts";

const folder = mkdtempSync(join(tmpdir(), "leadline-cli-"));
const dir = join(folder, "team");
const file = contactsFile();
let made: Awaited<ReturnType<typeof runCli>>;
let loaded: typeof made;

beforeAll(async () => {
  made = await runCli(["init", dir, "--currency", "CNY", "--timezone", "Asia/Shanghai", "--language", "zh"]);
  loaded = await runCli(["load", dir, file]);
});
afterAll(() => {
  for (const each of [folder, dirname(file)]) rmSync(each, { recursive: true, force: true });
});

/** English words that are not names of files, commands, measures or presets. */
const english = (text: string) =>
  text
    .replaceAll(/\S*[._/]\S*|leadline \w+|LOAD|DIR|FILE|SHA-256/gi, "")
    .match(/\b(the|rows?|is|of|to|and|not|file|load)\b/gi);

test("a workspace in Chinese is made, filled and shown in Chinese", async () => {
  expect(made.out).toContain("工作区已建在");
  expect(loaded.out).toMatch(/读取 \d+ 行，加载 \d+ 行，隔离 0 行，跳过 0 行（加载号 hubspot-1）/);
  const sources = await runCli(["sources", dir]);
  expect(sources.out).toContain("加载时间");
  expect(sources.out).toContain("有效");
  expect(english(sources.out)).toBeNull();
  expect((await runCli(["quarantine", dir])).out).toBe("没有被隔离的行。\n");
});

test("the doctor speaks Chinese", async () => {
  const { out } = await runCli(["doctor", dir]);
  expect(english(out.replaceAll(dir, ""))).toBeNull();
  for (const line of out.trim().split("\n")) expect(line).toMatch(/\p{Script=Han}/u);
});

test("failures are told in Chinese with the same code", async () => {
  const unknown = join(folder, "unknown.csv");
  writeFileSync(unknown, "a,b\n1,2\n");
  const failed = await runCli(["load", dir, unknown]);
  expect(failed.code).toBe(1);
  expect(failed.err).toContain("unknown.csv：未加载。没有任何来源具有 unknown.csv 的这些列");
  expect(failed.err).toContain("[file.unknown]");
  const period = await runCli(["ask", dir, "leads", "--period", "soon"]);
  expect(period.err).toContain("“soon”不是时段。");
  expect((await runCli(["ask", dir, "leeds", "--period", "2026"])).err).toContain("没有指标“leeds”");
  expect((await runCli(["revert", dir])).err).toContain("哪一次加载？");
});

test("a receipt that does not hold says so in Chinese", async () => {
  const receipt = join(folder, "receipt.json");
  const { out } = await runCli(["explain", dir, "leads", "--period", "2026-01", "--json"]);
  const said = JSON.parse(out);
  writeFileSync(receipt, JSON.stringify(said));
  expect((await runCli(["verify", dir, receipt])).out).toContain("一致：");
  said.answers[0].value += 1;
  writeFileSync(receipt, JSON.stringify(said));
  const { code, out: told } = await runCli(["verify", dir, receipt]);
  expect(code).toBe(1);
  expect(told).toContain("不一致。");
});
