import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { contactsFile } from "../funnel/contacts.ts";
import { runCli } from "../support/run-cli.ts";

const folder = mkdtempSync(join(tmpdir(), "leadline-cli-"));
const dir = join(folder, "team");
const file = contactsFile();

beforeAll(async () => {
  await runCli(["init", dir, "--currency", "EUR", "--timezone", "UTC"]);
  expect((await runCli(["load", dir, file])).code).toBe(0);
});
afterAll(() => {
  for (const each of [folder, dirname(file)]) rmSync(each, { recursive: true, force: true });
});

test("a funnel is printed as a table that names its mode", async () => {
  const { code, out } = await runCli(["funnel", dir, "--period", "2026-01", "--mode", "cohort", "--window", "30"]);
  expect(code).toBe(0);
  expect(out).toContain("Rates: cohort, 30 d");
  expect(out).toMatch(/New leads +8 +37\.5% +13\.7% – 69\.4% +40 d/);
});

test("a funnel for each channel follows the whole", async () => {
  const { out } = await runCli(["funnel", dir, "--period", "2026-01", "--by", "channel"]);
  expect(out.match(/channel = .*/g)).toEqual(["channel = Paid Search", "channel = Organic Search"]);
});

test("as JSON it is the API's answer", async () => {
  const { out } = await runCli(["funnel", dir, "--period", "2026-01", "--json"]);
  const { segments } = JSON.parse(out);
  expect(segments[0].rows.leads.value).toBe(8);
});

test("a mode that there is not is refused", async () => {
  const { code, err } = await runCli(["funnel", dir, "--period", "2026-01", "--mode", "both"]);
  expect(code).toBe(1);
  expect(err).toContain("[question.invalid]");
});
