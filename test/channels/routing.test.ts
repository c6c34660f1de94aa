import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkAudience } from "../../src/service/audience/check-audience.ts";
import { dropSuppressionList, keepSuppressionList, showSuppression } from "../../src/service/audience/keep-lists.ts";
import { forgetPerson } from "../../src/service/people/forget-person.ts";
import { listHandouts, routedCsv, routeLeads, showHandout } from "../../src/service/routing/route-leads.ts";
import { type ApiClient, apiClient } from "../store/api-client.ts";
import { type TestWorkspace, testWorkspace } from "../support/workspace.ts";
import { teamFiles } from "./team-files.ts";

const { template, file, folders } = teamFiles();
const lists = mkdtempSync(join(tmpdir(), "leadline-lists-"));
const sha = (address: string): string => createHash("sha256").update(address).digest("hex");
const listFile = (name: string, ...lines: readonly string[]): string => {
  writeFileSync(join(lists, name), `${lines.join("\n")}\n`);
  return join(lists, name);
};
let team: TestWorkspace;
let api: ApiClient;

beforeAll(async () => {
  team = await testWorkspace(template);
  for (const name of [
    "contacts.csv",
    "companies.csv",
    "deals.csv",
    "linkedin.csv",
    "syndication.csv",
    "forms.csv",
  ] as const)
    expect(await team.load(file(name)), name).toMatchObject({ status: "committed", rows_quarantined: 0 });
  api = apiClient(team.workspace);
});
afterAll(async () => {
  api.close();
  await team.close();
  for (const folder of [...folders, lists]) rmSync(folder, { recursive: true, force: true });
});

describe("leads with an answer go where the rules say, once each", () => {
  const preview = () => routeLeads(team.workspace, { period: "2026-03", hand: false });

  const batchOf = async (list: string): Promise<string> => {
    const batches = await listHandouts(team.workspace);
    expect(batches.map(({ lists: held }) => held)).toEqual(
      expect.arrayContaining([{ nurture: 1, "sales-fr": 1 }, { sales: 1 }]),
    );
    return batches.find(({ lists: held }) => list in held && !("nurture" in held && "sales" in held))?.batch ?? "";
  };

  test("leads of a form go by the answer among their attributes; a vendor's lead who also sent it is the vendor's", async () => {
    const february = await routeLeads(team.workspace, { period: "2026-02", hand: true });
    expect(february.rows.map(({ kind, list, intent, email, name }) => [kind, list, intent, email, name])).toEqual([
      ["form", "sales", "yes", "gil@new6.example", "Gil Gray"],
      ["form", "nurture", "no", "ivy@new8.example", "Ivy Ink"],
    ]);
    expect(february.left.no_rule).toBe(1);
  });

  test("a preview writes nothing and tells no address", async () => {
    const routed = await preview();
    expect(routed.batch).toBeNull();
    expect(routed.rows.map(({ date, list, rule, intent }) => [date, list, rule, intent])).toEqual([
      ["2026-03-05", "sales", "hot", "yes"],
      ["2026-03-06", "nurture", "rest", "no"],
      ["2026-03-09", "sales-fr", "french", "yes"],
    ]);
    expect(routed.rows.every(({ email, name, phone }) => email + name + phone === "")).toBe(true);
    expect(routed.left).toEqual({
      handed_out: 0,
      repeated: 1,
      not_accepted: 1,
      no_rule: 1,
      held_back: [{ reason: "competitor", leads: 1 }],
    });
    expect(await listHandouts(team.workspace)).toHaveLength(1);
  });

  test("two who hand out at once never hand out the same lead", async () => {
    const both = await Promise.all(
      [1, 2].map(() => routeLeads(team.workspace, { period: "2026-03", hand: true, list: "sales" })),
    );
    expect(both.flatMap(({ rows }) => rows.map(({ email }) => email))).toEqual(["ana@new1.example"]);
  });

  test("the rest follows; a third time there is nothing left", async () => {
    const rest = await routeLeads(team.workspace, { period: "2026-03", hand: true });
    expect(rest.rows.map(({ email }) => email)).toEqual(["bob@new2.example", "flo@new5.example"]);
    expect(rest.left.handed_out).toBe(2);
    expect(await routeLeads(team.workspace, { period: "2026-03", hand: true })).toMatchObject({
      batch: null,
      rows: [],
    });
  });

  test("the same export loaded anew brings nobody back", async () => {
    const copy = join(lists, "syndication-again.csv");
    writeFileSync(copy, readFileSync(file("syndication.csv"), "utf8").replace("Report", "Whitepaper"));
    await team.load(copy);
    expect((await preview()).rows).toEqual([]);
  });

  test("a former hand-out is shown again as CSV; a cell that a spreadsheet would calculate is made text", async () => {
    const csv = routedCsv(await showHandout(team.workspace, await batchOf("sales")));
    const [titles, line, ...others] = csv.trim().split("\n");
    expect(titles).toBe(
      "lead,date,list,rule,kind,intent,vendor,channel,program,campaign,country,segment,account,email,name,phone",
    );
    expect(line).toContain("'=New,ana@new1.example,Ana Diaz,");
    expect(others).toEqual([]);
  });

  test("who is erased stays handed out, without an address", async () => {
    await forgetPerson(team.workspace, "bob@new2.example");
    const again = await showHandout(team.workspace, await batchOf("nurture"));
    expect(again.rows.map(({ list, email }) => [list, email])).toEqual([
      ["nurture", ""],
      ["sales-fr", "flo@new5.example"],
    ]);
    expect((await preview()).rows).toEqual([]);
  });

  test("over HTTP: what is left, the batches, and an unknown one", async () => {
    expect((await api.get("/api/routing?period=2026-03")).body).toMatchObject({ rows: [], left: { not_accepted: 1 } });
    expect((await api.post("/api/routing", { period: "2026-03" })).body).toMatchObject({ batch: null });
    expect((await api.get("/api/routing/batches")).body.batches).toHaveLength(3);
    expect((await api.get("/api/routing/batches/last")).body.rows.length).toBeGreaterThan(0);
    expect(await api.get("/api/routing/batches/none")).toMatchObject({
      status: 404,
      body: { code: "route_batch.unknown" },
    });
  });
});

describe("who should not be in a list", () => {
  const rows = async (path: string) => {
    const { rows: found } = await checkAudience(team.workspace, path, {}, "en");
    return found.map(({ line, reasons }) => [line, reasons.map(({ reason, since }) => [reason, since])]);
  };

  test("by address, in whatever case; by its SHA-256; by the firm's domain; nobody without a reason", async () => {
    const path = listFile(
      "audience.csv",
      "Name;E-Mail",
      "customer;C5@Firm5.example ",
      `open;${sha("c2@firm2.example")}`,
      "own;c6@own.example",
      "rival;someone@mail.rival.example",
      "colleague of the customer;other@firm5.example",
      "erased;bob@new2.example",
      "fine;c3@firm3.example",
      `fine, not known;${sha("nobody@nowhere.example")}`,
    );
    expect(await rows(path)).toEqual([
      [2, [["customer", "2026-03-18"]]],
      [3, [["open_opportunity", "2026-03-12"]]],
      [4, [["internal", null]]],
      [5, [["competitor", null]]],
      [6, [["customer", "2026-03-18"]]],
      [7, [["erased", null]]],
    ]);
    const { cleaned, notes } = await checkAudience(team.workspace, path, {}, "en");
    expect(cleaned).toBe(`Name;E-Mail\nfine;c3@firm3.example\nfine, not known;${sha("nobody@nowhere.example")}\n`);
    expect(notes.map(({ code }) => code)).toEqual(["hashes"]);
  });

  test("an address and its hash are one person; lines that are neither are told and left out", async () => {
    const path = listFile("twice.txt", "c3@firm3.example", sha("c3@firm3.example"), "C3@FIRM3.example", "no address");
    const checked = await checkAudience(team.workspace, path, {}, "en");
    expect(checked).toMatchObject({ entries: 3, people: 1, kept: 1, suppressed: 0, unreadable: [4] });
    expect(checked.cleaned).toBe("c3@firm3.example\n");
  });

  test("what was spent: 60 on 5 March and 40 on 20 March, one of two a customer since the 18th: 20", async () => {
    const path = listFile("spend.csv", "email", "c5@firm5.example", "c3@firm3.example");
    const asked = { period: "2026-03", where: { campaign: ["Spring"] } };
    const { waste } = await checkAudience(team.workspace, path, asked, "en");
    expect(waste).toMatchObject({ estimate: 20, spend: 100, currency: "EUR" });
    expect(waste?.method).toContain("assumes");
    const none = await checkAudience(team.workspace, path, { ...asked, where: { campaign: ["Autumn"] } }, "en");
    expect(none).toMatchObject({ waste: null, waste_unknown: { code: "nothing_booked" } });
  });

  test("an uploaded list of addresses, hashes and domains counts, keeps no address, and can be forgotten", async () => {
    const path = listFile("partners.csv", "who", "c3@firm3.example", sha("d@partner.example"), "agency.example");
    expect(await keepSuppressionList(team.workspace, path, "Partners")).toMatchObject({ added: 3, entries: 3 });
    expect(await keepSuppressionList(team.workspace, path, "Partners")).toMatchObject({ added: 0 });
    expect((await showSuppression(team.workspace)).lists).toMatchObject([{ list: "Partners", persons: 2, domains: 1 }]);
    const asked = listFile(
      "asked.txt",
      sha("c3@firm3.example"),
      "d@partner.example",
      "x@eu.agency.example",
      "c1@firm1.example",
    );
    expect(await rows(asked)).toEqual([
      [1, [["list", null]]],
      [2, [["list", null]]],
      [3, [["list", null]]],
    ]);
    const state =
      readFileSync(join(team.workspace.dataDir, "state.db"), "latin1") +
      readFileSync(join(team.workspace.dataDir, "state.db-wal"), "latin1");
    expect(state).not.toContain("c3@firm3");
    expect(state).not.toContain(sha("c3@firm3.example"));
    expect(await dropSuppressionList(team.workspace, "Partners")).toEqual({ dropped: 3 });
    expect(await rows(asked)).toEqual([]);
    await expect(dropSuppressionList(team.workspace, "Partners")).rejects.toMatchObject({
      code: "audience_list.unknown",
    });
  });

  test("a file without people, or none at all, is refused with a remedy", async () => {
    const path = listFile("prices.csv", "price", "12", "13");
    await expect(rows(path)).rejects.toMatchObject({ code: "audience.no_people" });
    await expect(rows(join(lists, "gone.csv"))).rejects.toMatchObject({ code: "audience.missing" });
    await expect(keepSuppressionList(team.workspace, path, "../x")).rejects.toMatchObject({ code: "audience.list" });
  });

  test("over HTTP: checked, and who is suppressed by reason", async () => {
    const upload = await api.upload("list.csv", "email\nc5@firm5.example\nc3@firm3.example\n");
    const { status, body } = await api.post("/api/audience/check", { upload, period: "2026-03", lang: "zh" });
    expect([status, body.suppressed, body.reasons]).toEqual([200, 1, [{ reason: "customer", people: 1 }]]);
    expect(body.cleaned).toBeUndefined();
    const { standing } = (await api.get("/api/suppression")).body;
    expect(standing.find((one: { reason: string }) => one.reason === "customer")).toEqual({
      reason: "customer",
      people: 1,
      domains: 1,
    });
  });
});
