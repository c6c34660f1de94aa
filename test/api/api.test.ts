import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../../src/api/app.ts";
import { createJobs } from "../../src/api/uploads/jobs.ts";
import { createUploads } from "../../src/api/uploads/uploads.ts";
import type { Answer, Receipt } from "../../src/model/answer.ts";
import { type TestWorkspace, testWorkspace } from "../support/workspace.ts";

const root = join(import.meta.dirname, "../..");
const sample = join(root, "presets/google_ads/sample/campaign_report_en_utf8.csv");
const here = { host: "localhost:8080" };

describe("the HTTP API answers as the command line does", () => {
  const uploadDir = mkdtempSync(join(tmpdir(), "leadline-uploads-"));
  let team: TestWorkspace;
  let app: ReturnType<typeof createApp>;

  // biome-ignore lint/suspicious/noExplicitAny: a client that knows nothing of the types
  const read = async (response: Response | Promise<Response>): Promise<any> => (await response).json();
  const get = async (path: string, headers: Record<string, string> = here): Promise<Response> =>
    app.request(path, { headers });
  const post = async (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
    app.request(path, {
      method: "POST",
      headers: { ...here, "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
    });

  beforeAll(async () => {
    team = await testWorkspace();
    app = createApp(
      { workspace: team.workspace, uploads: createUploads(uploadDir, 10_000), jobs: createJobs() },
      { version: "test", log: () => {}, allowedHosts: [] },
    );
  });
  afterAll(async () => {
    await team.close();
    rmSync(uploadDir, { recursive: true, force: true });
  });

  it("uploads, previews, loads with progress, and answers", async () => {
    const uploaded = await app.request("/api/uploads?name=campaigns.csv", {
      method: "POST",
      headers: { ...here, "content-type": "application/octet-stream" },
      body: readFileSync(sample),
    });
    expect(uploaded.status).toBe(200);
    const { upload, preview } = await read(uploaded);
    expect(preview).toMatchObject({ preset: "google_ads", status: "dry-run", rows_loaded: 3 });

    const started = await post("/api/loads", { files: [{ upload }] });
    expect(started.status).toBe(202);
    let job = await read(started);
    while (job.state === "running") {
      await new Promise((later) => setTimeout(later, 50));
      job = await read(get(`/api/jobs/${job.id}`));
    }
    expect(job.state).toBe("done");
    expect(job.result.files[0].status).toBe("committed");

    const asked = await post("/api/questions", { kpis: ["ad_spend", "ctr"], period: "2026-09" });
    const answer: Answer = await read(asked);
    // 1,204.50 + 10.00 + 300.00 USD, asked in EUR without rates: told, not guessed.
    expect(answer.notes.map((note) => note.text).join(" ")).toContain("USD");
    expect(answer.rows.find((row) => row.kpi === "ctr")?.value).toBeCloseTo(2240 / 57310, 12);
  });

  it("takes an archive's files as uploads of their own, and the archive as all of them", async () => {
    const send = (files: Record<string, Uint8Array>) =>
      app.request("/api/uploads?name=%E5%AF%BC%E5%87%BA.zip", {
        method: "POST",
        headers: { ...here, "content-type": "application/octet-stream", "accept-language": "zh" },
        body: Buffer.from(zipSync(files)),
      });
    const bytes = readFileSync(sample);
    const { upload, preview, files } = await read(send({ "ads/campaigns.csv": bytes, "inner.zip": zipSync({}) }));
    expect(preview).toBeNull();
    expect(files.map((file: { name: string }) => file.name)).toEqual(["ads/campaigns.csv", "inner.zip"]);
    expect(files[1]).toMatchObject({
      upload: null,
      preview: { file: "inner.zip", status: "failed", error: { code: "file.nested_archive" } },
    });
    expect(files[1].preview.error.message).toBe("inner.zip 是压缩文件 导出.zip 里的又一层压缩文件，系统只打开一层。");
    // It was loaded before, unpacked.
    const shown = await read(post(`/api/uploads/${files[0].upload}/preview`, {}));
    expect(shown.preview).toMatchObject({ file: "campaigns.csv", status: "unchanged", rows_loaded: 3 });
    let job = await read(post("/api/loads", { files: [{ upload }] }));
    while (job.state === "running") {
      await new Promise((later) => setTimeout(later, 50));
      job = await read(get(`/api/jobs/${job.id}`));
    }
    expect(job.result.files).toMatchObject([
      { file: "campaigns.csv", archive: "导出.zip", status: "unchanged" },
      { file: "inner.zip", archive: "导出.zip", status: "failed" },
    ]);
    // The bound of an upload is that of its files, too.
    const large = await send({ "a.csv": new Uint8Array(5 * 1024 ** 2) });
    expect([large.status, (await read(large)).code]).toEqual([422, "file.archive_too_large"]);
  });

  it("takes a gzip archive's file as an upload of its own, whatever the archive is called", async () => {
    const send = (name: string, bytes: Buffer) =>
      app.request(`/api/uploads?name=${encodeURIComponent(name)}`, {
        method: "POST",
        headers: { ...here, "content-type": "application/octet-stream", "accept-language": "zh" },
        body: new Uint8Array(bytes),
      });
    const packed = gzipSync(readFileSync(sample));
    const { preview, files } = await read(send("投放.csv.gz", packed));
    expect([preview, files]).toEqual([null, [{ name: "投放.csv", upload: expect.any(String), preview: null }]]);
    const shown = await read(post(`/api/uploads/${files[0].upload}/preview`, {}));
    expect(shown.preview).toMatchObject({ file: "投放.csv", preset: "google_ads", status: "unchanged" });
    const cut = await send("投放.csv.gz", packed.subarray(0, 100));
    expect(cut.status).toBe(422);
    expect(await read(cut)).toMatchObject({
      code: "file.damaged_archive",
      detail: "投放.csv.gz 是 gzip 压缩文件，但不完整，结尾部分缺失。",
    });
    const large = await send("large.csv.gz", gzipSync(Buffer.alloc(5 * 1024 ** 2)));
    expect([large.status, (await read(large)).code]).toEqual([422, "file.archive_too_large"]);
  });

  it("packs long answers for those who take that, and leaves short ones as they are", async () => {
    const taking = { ...here, "accept-encoding": "gzip, br" };
    const packed = await get("/api/kpis", taking);
    expect(packed.headers.get("content-encoding")).toBe("gzip");
    expect(packed.headers.get("vary")).toContain("accept-encoding");
    const bytes = Buffer.from(await packed.arrayBuffer());
    const plain = await get("/api/kpis");
    expect(plain.headers.get("content-encoding")).toBeNull();
    const text = await plain.text();
    expect(gunzipSync(bytes).toString()).toBe(text);
    expect(bytes.length).toBeLessThan(text.length / 2);
    const short = await get("/api/views", taking);
    expect(short.headers.get("content-encoding")).toBeNull();
    expect(await read(short)).toHaveProperty("views");
  });

  it("gives a receipt that verifies, and the rows behind the number", async () => {
    const receipt: Receipt = await read(post("/api/receipts", { kpis: ["ctr"], period: "2026-09" }));
    expect(receipt.sql).toContain("SELECT");
    expect(await read(post("/api/receipts/verify", receipt))).toMatchObject({ equal: true });
    const rows = await read(post("/api/rows?limit=5", { kpis: ["clicks"], period: "2026-09" }));
    expect(rows.parts[0].rows.length).toBeGreaterThan(0);
  });

  it("gives the rows page by page, each once", async () => {
    const asked = { kpis: ["clicks"], period: "2026-09" };
    const whole = await read(post("/api/rows", asked));
    const table = whole.parts[0].table;
    const page = async (offset: number) =>
      (await read(post(`/api/rows?limit=1&offset=${offset}&table=${table}`, asked))).parts[0];
    const pages = [await page(0), await page(1), await page(2)];
    expect(pages.flatMap((one) => one.rows)).toEqual(whole.parts[0].rows);
    expect(pages.map((one) => one.more)).toEqual([true, true, false]);
    expect((await read(post("/api/rows?table=elsewhere", asked))).parts).toEqual([]);
  });

  it("shows a formula with the value of each part, down to the measures", async () => {
    const receipt: Receipt = await read(post("/api/receipts", { kpis: ["ctr"], period: "2026-09" }));
    expect(receipt.parts).toMatchObject({ kind: "kpi", name: "ctr", op: "/", unit: "ratio", state: "ok" });
    const [above, below] = receipt.parts?.parts ?? [];
    expect(Number(receipt.parts?.value)).toBeCloseTo(Number(above?.value) / Number(below?.value), 12);
    expect(receipt.loads[0]).toMatchObject({ system: "google_ads", connection: expect.any(String) });
  });

  it("says by what a KPI can be broken down, and why not by the rest", async () => {
    const { dimensions } = await read(get("/api/kpis/ctr/dimensions?period=2026-09&lang=zh"));
    const campaign = dimensions.find((one: { id: string }) => one.id === "campaign");
    const name = { en: "Campaign", zh: "广告系列" };
    expect(campaign).toEqual({ id: "campaign", name, kind: "column", possible: true, reason: null });
    // Nothing that was loaded holds a product.
    expect(dimensions.some((one: { id: string }) => one.id === "product")).toBe(false);
    expect((await get("/api/kpis/nonsense/dimensions?period=2026-09")).status).toBe(422);
  });

  it("lists a dimension's values, the largest first, and finds them by a part of the name", async () => {
    const asked = { kpis: ["impressions"], period: "2026", by: ["campaign"] };
    const { rows } = await read(post("/api/questions", asked));
    const sizes = new Map<string, number>(
      rows.map((row: { by: { campaign: string }; value: number }) => [row.by.campaign, row.value]),
    );
    const path = "/api/dimensions/campaign/values?kpi=impressions&period=2026";
    const { values, more } = await read(get(path));
    expect(more).toBe(false);
    expect(values.length).toBe(sizes.size);
    expect(values.length).toBeGreaterThan(1);
    const [first, second] = values;
    expect(first.counted).toBe(Math.max(...sizes.values()));
    expect(second.counted).toBe(sizes.get(second.value));
    const part = second.value.slice(1, 5).toUpperCase();
    const narrowed = await read(get(`${path}&search=${encodeURIComponent(part)}&limit=1`));
    expect(narrowed.values).toHaveLength(1);
    expect(narrowed.values[0].value.toUpperCase()).toContain(part);
    // A filter on the dimension itself does not hide the others.
    const filtered = await read(get(`${path}&where=${encodeURIComponent(`campaign=${first.value}`)}`));
    expect(filtered.values).toEqual(values);
  });

  it("lists every measure with the KPIs that use it, also through others", async () => {
    const { measures } = await read(get("/api/measures"));
    const used = (id: string) => measures.find((one: { id: string }) => one.id === id)?.kpis;
    expect(used("ad_cost")).toContain("ad_spend");
    expect(used("customer_days")).toEqual(expect.arrayContaining(["customer_lifetime", "ltv_cac"]));
  });

  it("gives a board with its definitions and trend in one request, in the reader's language", async () => {
    const board = await read(get("/api/scorecards/cmo?period=2026-09&compare=previous&trend=1&lang=zh"));
    expect(board.rows).toHaveLength(10);
    expect(board.board.groups).toHaveLength(3);
    expect(board.kpis.sessions.name.zh).toBeTruthy();
    expect(board.trend.rows.length).toBe(120);
    expect(board.rows.find((row: { kpi: string }) => row.kpi === "sessions").reason.text).toMatch(/[一-鿿]/);
  });

  it("describes itself", async () => {
    const document = await read(get("/api/openapi.json"));
    expect(Object.keys(document.paths).sort()).toEqual([
      "/api/accounts",
      "/api/annotations",
      "/api/annotations/{id}",
      "/api/audience/check",
      "/api/audience/cleaned",
      "/api/boards",
      "/api/boards/{id}",
      "/api/campaigns",
      "/api/cohorts",
      "/api/comparison",
      "/api/demo",
      "/api/dimensions/{dimension}/values",
      "/api/funnel",
      "/api/jobs/{id}",
      "/api/kpis",
      "/api/kpis/{kpi}/dimensions",
      "/api/loads",
      "/api/loads/{load}/revert",
      "/api/measures",
      "/api/presets",
      "/api/presets/draft",
      "/api/presets/try",
      "/api/presets/{id}",
      "/api/quarantine",
      "/api/quarantine/mends",
      "/api/questions",
      "/api/receipts",
      "/api/receipts/verify",
      "/api/reconciliation",
      "/api/routing",
      "/api/routing/batches",
      "/api/routing/batches/{batch}",
      "/api/routing/batches/{batch}/csv",
      "/api/rows",
      "/api/scorecards/{board}",
      "/api/settings",
      "/api/settings/preview-channels",
      "/api/sources",
      "/api/suppression",
      "/api/suppression/{list}",
      "/api/uploads",
      "/api/uploads/{upload}/preview",
      "/api/views",
      "/api/views/{id}",
      "/api/workspace",
    ]);
    expect(await (await get("/api/docs")).text()).toContain("/api/questions");
  });

  it.each([
    ["a question that cannot be read", () => post("/api/questions", { kpis: [] }), 400, "request.invalid"],
    [
      "an unknown KPI",
      () => post("/api/questions", { kpis: ["nothing"], period: "2026" }),
      422,
      "question.unknown_kpi",
    ],
    ["an unknown board", () => get("/api/scorecards/nothing?period=2026-09"), 404, "board.unknown"],
    ["an unknown job", () => get("/api/jobs/nothing"), 404, "job.unknown"],
    ["an unknown route", () => get("/api/nothing"), 404, "route.not_found"],
    ["a foreign host", () => get("/api/workspace", { host: "evil.example" }), 403, "request.foreign_host"],
    [
      "a foreign origin",
      () => post("/api/questions", { kpis: ["ctr"], period: "2026" }, { origin: "https://evil.example" }),
      403,
      "request.foreign_origin",
    ],
  ])("refuses %s as a problem document", async (_name, ask, status, code) => {
    const response = await ask();
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toContain("application/problem+json");
    const problem = await read(response);
    expect(problem).toMatchObject({ status, code });
    expect(problem.remedy).toBeTruthy();
  });

  it("bounds uploads and leaves nothing of one that was too large", async () => {
    const response = await app.request("/api/uploads?name=big.csv", {
      method: "POST",
      headers: { ...here, "content-type": "application/octet-stream" },
      body: Buffer.alloc(20_000, "a"),
    });
    expect(response.status).toBe(413);
  });

  it("allows its own scripts only, and no framing", async () => {
    const headers = (await get("/api/workspace")).headers;
    expect(headers.get("content-security-policy")).toContain("script-src 'self'");
    expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  });

  it("words errors in the reader's language", async () => {
    const zh = { ...here, "accept-language": "zh-CN,zh;q=0.9,en;q=0.8" };
    const chinese = await read(get("/api/kpis/nothing", zh));
    expect(chinese.code).toBe((await read(get("/api/kpis/nothing"))).code);
    expect(`${chinese.title} ${chinese.remedy}`).toMatch(/\p{Script=Han}/u);
    const asked = { kpis: ["leads"], period: "soon" };
    expect((await read(post("/api/questions", asked, zh))).detail).toBe("“soon”不是时段。");
    expect((await read(post("/api/questions?lang=en", asked, zh))).detail).toBe('"soon" is not a period.');
  });
});
