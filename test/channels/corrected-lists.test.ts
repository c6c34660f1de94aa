import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type TestWorkspace, testWorkspace } from "../support/workspace.ts";

let team: TestWorkspace;
beforeEach(async () => {
  team = await testWorkspace();
});
afterEach(() => team.close());

async function load(name: string, lines: readonly string[], set: Record<string, string> = {}) {
  const file = join(team.workspace.dir, name);
  writeFileSync(file, `${lines.join("\n")}\n`);
  const loaded = await team.load(file, set);
  expect(loaded).toMatchObject({ status: "committed", rows_quarantined: 0 });
}

async function cost(where: Record<string, string[]> = {}): Promise<number | null | undefined> {
  const answer = await team.ask({ kpis: ["marketing_cost"], period: "2026", where });
  return answer.rows[0]?.value;
}

describe("gifts", () => {
  const title = "Send ID,Touch,Type,Recipient Email,Status,Sent Date,Total Cost,Currency";
  const gift = (id: string, day: string, status: string, amount: string) =>
    `${id},Box,physical,p${id}@acme.example,${status},${day},${amount},EUR`;

  test("that a corrected list says came back on its first and last day cost nothing any more", async () => {
    await load("gifts.csv", [
      title,
      gift("1", "2026-02-12", "delivered", "50"),
      gift("2", "2026-02-14", "delivered", "30"),
      gift("3", "2026-02-20", "delivered", "40"),
    ]);
    expect(await cost()).toBe(120);
    await load("gifts-corrected.csv", [
      title,
      gift("1", "2026-02-12", "refunded", "50"),
      gift("2", "2026-02-14", "delivered", "30"),
      gift("3", "2026-02-20", "expired", "0"),
    ]);
    expect(await cost()).toBe(30);
  });

  test("that all came back leave no cost, and those of other days stay", async () => {
    await load("gifts-1.csv", [
      title,
      gift("1", "2026-02-12", "delivered", "50"),
      gift("2", "2026-02-14", "delivered", "30"),
    ]);
    await load("gifts-2.csv", [title, gift("3", "2026-03-02", "delivered", "40")]);
    expect(await cost()).toBe(120);
    await load("gifts-1-corrected.csv", [
      title,
      gift("1", "2026-02-12", "refunded", "50"),
      gift("2", "2026-02-14", "refunded", "30"),
    ]);
    expect(await cost()).toBe(40);
  });
});

describe("vendors' leads", () => {
  const title = "Program,Vendor,Email,Delivery Date,Lead Status,CPL,Currency";
  const lead = (program: string, vendor: string, day: string, status: string, name: string) =>
    `${program},${vendor},${name}@acme.example,${day},${status},60,EUR`;

  test("that a corrected list returns on its first and last day, or leaves out, cost nothing any more", async () => {
    await load("leads.csv", [
      title,
      lead("Guide", "NetLine", "2026-01-13", "Accepted", "a"),
      lead("Guide", "NetLine", "2026-01-14", "Accepted", "b"),
      lead("Guide", "NetLine", "2026-01-15", "Accepted", "c"),
      lead("Guide", "NetLine", "2026-01-16", "Accepted", "d"),
    ]);
    expect(await cost()).toBe(240);
    await load("leads-corrected.csv", [
      title,
      lead("Guide", "NetLine", "2026-01-13", "Rejected - wrong country", "a"),
      lead("Guide", "NetLine", "2026-01-14", "Accepted", "b"),
      lead("Guide", "NetLine", "2026-01-16", "Duplicate", "d"),
    ]);
    expect(await cost()).toBe(60);
  });

  test("of another vendor, or of another program, on the same days are left alone", async () => {
    await load("netline.csv", [title, lead("Guide", "NetLine", "2026-01-13", "Accepted", "a")]);
    await load("flownet.csv", [title, lead("Report", "FlowNet", "2026-01-13", "Accepted", "b")]);
    expect(await cost()).toBe(120);
    await load("flownet-corrected.csv", [title, lead("Report", "FlowNet", "2026-01-13", "Rejected", "b")]);
    expect(await cost()).toBe(60);
    expect(await cost({ campaign: ["Guide"] })).toBe(60);
  });
});
