import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createApp } from "../../src/api/app.ts";
import { createJobs } from "../../src/api/uploads/jobs.ts";
import { createUploads } from "../../src/api/uploads/uploads.ts";
import { contactsFile } from "../funnel/contacts.ts";
import { type TestWorkspace, testWorkspace } from "../support/workspace.ts";

const uploadDir = mkdtempSync(join(tmpdir(), "leadline-uploads-"));
const file = contactsFile();
let team: TestWorkspace;
let app: ReturnType<typeof createApp>;

// biome-ignore lint/suspicious/noExplicitAny: a client that knows nothing of the types
const get = async (path: string): Promise<any> =>
  (await app.request(path, { headers: { host: "localhost:8080" } })).json();

beforeAll(async () => {
  team = await testWorkspace();
  await team.load(file);
  app = createApp(
    { workspace: team.workspace, uploads: createUploads(uploadDir, 10_000), jobs: createJobs() },
    { version: "test", log: () => {}, allowedHosts: [] },
  );
});
afterAll(async () => {
  await team.close();
  for (const dir of [uploadDir, dirname(file)]) rmSync(dir, { recursive: true, force: true });
});

test("a funnel by cohort, narrowed to two channels, in the reader's language", async () => {
  const where = "where=channel=Paid%20Search&where=channel=Organic%20Search";
  const funnel = await get(`/api/funnel?period=2026-01&mode=cohort&window=30&${where}&lang=zh`);
  expect(funnel.question).toMatchObject({ mode: "cohort", window: 30 });
  expect(funnel.question.where).toEqual({ channel: ["Paid Search", "Organic Search"] });
  expect(funnel.segments[0].rows.lead_to_mql_rate).toMatchObject({ value: 3 / 8, n: 8 });
  expect(funnel.segments[0].rows.traffic_to_lead_rate.reason.text).toMatch(/\p{Script=Han}/u);
  expect(funnel.kpis.leads.name.zh).toBeTruthy();
});

test("a funnel for each channel", async () => {
  const funnel = await get("/api/funnel?period=2026-01&by=channel");
  expect(funnel.segments.map((one: { by: { channel?: string } }) => one.by.channel)).toEqual([
    undefined,
    "Paid Search",
    "Organic Search",
  ]);
});

test("a triangle with windows of one's own", async () => {
  const shown = await get("/api/cohorts?period=2026-01&from=lead&to=mql&windows=15,30");
  expect(shown.lines[0].cells.map(({ value }: { value: number }) => value)).toEqual([1 / 8, 3 / 8]);
  expect(shown.pairs.length).toBeGreaterThan(9);
});

test("the twelve months up to a period", async () => {
  const [until, spelled] = [
    await get("/api/cohorts?period=12-months-to-2026-01"),
    await get("/api/cohorts?period=2025-02-01..2026-01-31"),
  ];
  expect(until.lines).toHaveLength(12);
  expect({ ...until, question: null }).toEqual({ ...spelled, question: null });
});

test.each([
  ["/api/funnel?period=2026-01&where=channel", "request.where"],
  ["/api/funnel?period=2026-01&mode=both", "request.invalid"],
  ["/api/funnel?period=2026-01&where=colour=red", "question.unknown_dimension"],
  ["/api/cohorts?period=2026-01&windows=soon", "request.invalid"],
  ["/api/cohorts?period=2026-01&windows=0", "question.invalid"],
  ["/api/cohorts?period=2026-01&from=won&to=lead", "funnel.no_pair"],
  ["/api/cohorts?period=12-months-to-soon", "period.unknown"],
])("%s is refused with a code and a remedy", async (path, code) => {
  const problem = await get(path);
  expect(problem).toMatchObject({ code });
  expect(problem.remedy).toBeTruthy();
});
