import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Answer, Receipt } from "../../src/model/answer.ts";
import { runCli } from "../support/run-cli.ts";

const root = join(import.meta.dirname, "../..");
const sample = (path: string) => join(root, "presets", path);

describe("the command line takes a team from an empty folder to a verified number", () => {
  const folder = mkdtempSync(join(tmpdir(), "leadline-cli-"));
  const dir = join(folder, "team");
  const json = async <Result>(...args: string[]): Promise<Result> => {
    const ran = await runCli([...args, "--json"]);
    expect([ran.code, ran.err]).toEqual([0, ""]);
    return JSON.parse(ran.out);
  };

  beforeAll(async () => {
    const made = await runCli(["init", dir, "--name", "Team", "--currency", "USD", "--timezone", "UTC"]);
    expect(made.code).toBe(0);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("refuses a second init on the same folder, with a remedy", async () => {
    const again = await runCli(["init", dir]);
    expect(again).toMatchObject({ code: 1, out: "" });
    expect(again.err).toContain("[workspace.exists]");
  });

  it("loads exports of two systems, and loading them again changes nothing", async () => {
    const files = [
      sample("google_ads/sample/campaign_report_en_utf16le.csv"),
      sample("linkedin/sample/campaign_performance_en_utf16le.csv"),
    ];
    const first = await json<{ files: Record<string, unknown>[] }>("load", dir, ...files);
    expect(first.files.map((file) => [file.preset, file.status, file.rows_read])).toEqual([
      ["google_ads", "committed", 5],
      ["linkedin", "committed", 3],
    ]);
    const second = await json<{ files: Record<string, unknown>[] }>("load", dir, ...files);
    expect(second.files.map((file) => file.status)).toEqual(["unchanged", "unchanged"]);
  });

  it("opens an archive, and knows the files in it however they came", async () => {
    const archive = join(folder, "mail.zip");
    const ads = readFileSync(sample("google_ads/sample/campaign_report_en_utf16le.csv"));
    const visits = readFileSync(sample("ga4/sample/exploration_freeform_daily.csv"));
    writeFileSync(
      archive,
      zipSync({
        "reports/ads.csv": ads,
        "流量.csv": visits,
        "__MACOSX/._x": ads,
        "more.zip": zipSync({ "x.csv": ads }),
      }),
    );
    const ran = await runCli(["load", dir, archive, "--json"]);
    expect(ran.code).toBe(1);
    const { files } = JSON.parse(ran.out) as { files: Record<string, never>[] };
    expect(files.map((file) => [file.file, file.archive, file.preset, file.status])).toEqual([
      ["ads.csv", "mail.zip", "google_ads", "unchanged"],
      ["流量.csv", "mail.zip", "ga4", "committed"],
      ["more.zip", "mail.zip", "", "failed"],
    ]);
    const plain = join(folder, "unpacked.csv");
    writeFileSync(plain, visits);
    const again = await runCli(["load", dir, plain, archive]);
    expect(again.out).toContain("流量.csv (in mail.zip): ga4");
    expect(again.out.match(/Loaded already; nothing to do\./g)).toHaveLength(3);
    expect(again.err).toContain("more.zip (in mail.zip): not loaded. more.zip is an archive inside");
    const { sources } = await json<{ sources: { loads: { file: string }[] }[] }>("sources", dir);
    expect(sources.flatMap(({ loads }) => loads.map(({ file }) => file))).toContain("流量.csv");
    expect(existsSync(join(dir, "data", "archives")) ? readdirSync(join(dir, "data", "archives")) : []).toEqual([]);
  });

  it("opens a gzip archive of any name and any number of members, in a dry run, too", async () => {
    const ads = readFileSync(sample("google_ads/sample/campaign_report_en_utf16le.csv"));
    const packed = join(folder, "ads-2026.csv.gz");
    writeFileSync(packed, Buffer.concat([gzipSync(ads.subarray(0, 200)), gzipSync(ads.subarray(200))]));
    const dry = await json<{ files: Record<string, unknown>[] }>("load", dir, packed, "--dry-run");
    expect(dry.files).toMatchObject([
      { file: "ads-2026.csv", archive: "ads-2026.csv.gz", preset: "google_ads", rows_read: 5, status: "unchanged" },
    ]);
    const cut = join(folder, "cut.csv.gz");
    writeFileSync(cut, gzipSync(ads).subarray(0, 100));
    const broken = await runCli(["load", dir, cut]);
    expect(broken.code).toBe(1);
    expect(broken.err).toContain("cut.csv.gz is a gzip archive that ends too early.");
  });

  it("counts amounts without a currency in the workspace's own, and says so", async () => {
    const leads = sample("content_syndication/sample/vendor_leads.csv");
    const { files } = await json<{ files: Record<string, unknown>[] }>("load", dir, leads, "--dry-run");
    expect(files).toMatchObject([{ rows_read: 3, rows_loaded: 3, rows_quarantined: 0 }]);
    expect(files[0]?.notices).toEqual([expect.stringContaining("its amounts count as USD, the workspace's own")]);
    const said = await json<{ files: Record<string, unknown>[] }>(
      "load",
      dir,
      leads,
      "--dry-run",
      "--set",
      "currency=EUR",
    );
    expect(said.files[0]?.notices).toEqual([]);
  });

  it("answers with the sums of the files", async () => {
    const answer = await json<Answer>("ask", dir, "ad_spend,clicks", "--period", "2026-09", "--by", "channel");
    const spend = Object.fromEntries(
      answer.rows.filter((row) => row.kpi === "ad_spend").map((row) => [row.by.channel, row.value]),
    );
    // 1,033.33 + 0.01 + 5.00 of Google Ads; 1,234.50 + 10.25 + 100.00 of LinkedIn.
    expect(spend).toEqual({ "Paid Search": 1038.34, "Paid Social": 1344.75 });
    expect(answer.total.find((row) => row.kpi === "ad_spend")?.value).toBeCloseTo(2383.09, 10);
  });

  it("prints tables for people, in the workspace's language", async () => {
    const ran = await runCli(["ask", dir, "ad_spend", "--period", "2026-09", "--by", "campaign"]);
    expect(ran.out).toContain("Brand search");
    expect(ran.out).toContain("$1,033");
  });

  it("explains a number and finds the receipt equal when run again", async () => {
    const receipt = await json<Receipt>("explain", dir, "cpc", "--period", "2026-09");
    expect(receipt.loads).toHaveLength(2);
    expect(receipt.answers[0]?.measures.length).toBeGreaterThan(0);
    const file = join(folder, "receipt.json");
    writeFileSync(file, JSON.stringify(receipt));
    expect((await runCli(["verify", dir, file])).code).toBe(0);
    const [first] = receipt.answers;
    writeFileSync(file, JSON.stringify({ ...receipt, answers: [{ ...first, value: (first?.value ?? 0) + 1 }] }));
    const wrong = await runCli(["verify", dir, file]);
    expect(wrong.code).toBe(1);
    expect(wrong.out).toContain("Not equal");
  });

  it("shows the rows behind a number with file and line", async () => {
    const found = await json<{ parts: { table: string; rows: Record<string, unknown>[] }[] }>(
      "rows",
      dir,
      "clicks",
      "--period",
      "2026-09",
      "--where",
      "channel=Paid Social",
    );
    const rows = found.parts.flatMap((part) => part.rows);
    expect(rows).toHaveLength(3);
    expect(JSON.stringify(rows)).toContain("campaign_performance_en_utf16le.csv");
  });

  it("lists sources and takes a load back", async () => {
    const { sources } = await json<{ sources: { system: string; loads: { load_id: string }[] }[] }>("sources", dir);
    const load = sources.find((source) => source.system === "linkedin")?.loads[0]?.load_id ?? "";
    expect((await runCli(["revert", dir, load])).code).toBe(0);
    const answer = await json<Answer>("ask", dir, "ad_spend", "--period", "2026-09");
    expect(answer.rows[0]?.value).toBeCloseTo(1038.34, 10);
  });

  it("says what is wrong: unknown KPI, unknown dimension, wrong period, missing file", async () => {
    const unknown = await runCli(["ask", dir, "ad_spent", "--period", "2026-09"]);
    expect(unknown.code).toBe(1);
    expect(unknown.err).toContain("ad_spend");
    expect((await runCli(["ask", dir, "ad_spend", "--period", "2026-13"])).code).toBe(1);
    expect((await runCli(["ask", dir, "ad_spend", "--period", "2026-09", "--by", "weather"])).err).toContain("weather");
    const missing = await runCli(["load", dir, join(folder, "nothing.csv")]);
    expect(missing.code).toBe(1);
    expect(missing.err).toContain("nothing.csv");
  });

  it("answers wrong usage with exit code 2", async () => {
    expect((await runCli(["ask", dir, "ad_spend"])).code).toBe(2);
    expect((await runCli(["unknown"])).code).toBe(2);
    expect((await runCli(["load", dir])).code).toBe(2);
  });

  it("takes the workspace from the environment", async () => {
    const ran = await runCli(["ask", "ad_spend", "--period", "2026-09", "--json"], undefined, {
      LEADLINE_WORKSPACE: dir,
    });
    expect(ran.code).toBe(0);
  });

  it("lists the catalogue without a workspace", async () => {
    const kpis = await json<{ id: string; name: { en: string; zh: string } }[]>("kpis");
    expect(kpis.length).toBeGreaterThan(70);
    expect(kpis.find((kpi) => kpi.id === "cpl")?.name.zh).toBeTruthy();
  });

  it("shows the doctor's findings", async () => {
    const ran = await runCli(["doctor", dir]);
    expect(ran.out).toContain("ClickHouse");
    expect(existsSync(join(dir, ".leadline"))).toBe(true);
  });
});
