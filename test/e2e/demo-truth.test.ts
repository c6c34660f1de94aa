import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inWords, mismatches, truthQuestions } from "../../demo/truth/compare.ts";
import type { Truth } from "../../demo/truth/truth.ts";
import { listAnnotations } from "../../src/service/annotations/list-annotations.ts";
import { fillDemo } from "../../src/service/demo/fill-demo.ts";
import { ask } from "../../src/service/questions/ask.ts";
import { explain } from "../../src/service/receipts/explain.ts";
import { listQuarantine } from "../../src/service/sources/list-quarantine.ts";
import { type OpenWorkspace, openWorkspace } from "../../src/service/workspace/open-workspace.ts";

const MINUTES = 60_000;
/** KPIs that are others narrowed to a channel. */
const NARROWED: Readonly<Record<string, string>> = {
  email_mqls: "mqls",
  email_demos: "demos",
  email_opportunities: "opportunities",
  email_pipeline: "pipeline_created",
};
/** KPIs that set a channel against all channels. */
const SHARES: Readonly<Record<string, string>> = { spend_share: "marketing_cost", conversion_share: "mqls" };

let folder: string;
let workspace: OpenWorkspace;
let truth: Truth;
let filled: Awaited<ReturnType<typeof fillDemo>>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "leadline-demo-"));
  const world = { now: () => new Date("2026-11-20T08:00:00Z"), env: {} };
  filled = await fillDemo(join(folder, "demo"), world);
  workspace = await openWorkspace(join(folder, "demo"), world);
  truth = JSON.parse(readFileSync(join(folder, "demo", "truth.json"), "utf8"));
}, 10 * MINUTES);

afterAll(async () => {
  await workspace?.close();
  rmSync(folder, { recursive: true, force: true });
});

test(
  "rows asked for alone, and many questions at once, are those of the answer with totals, for every KPI and whatever is asked",
  async () => {
    const pick = picker(2026);
    const kpis = [...workspace.catalogue.kpis.keys()];
    const questions = Array.from({ length: 150 }, (_, number) => ({
      kpis: [0, 1, 2].map((step) => kpis[(number * 3 + step) % kpis.length]),
      period: pick(
        "12-months-to-2026-10",
        "FY2026",
        "2026-Q3",
        "2026-W07",
        "this-month",
        "last-30-days",
        "2025",
        "2027",
      ),
      ...pick({}, { grain: "day" }, { grain: "week" }, { grain: "month" }, { grain: "quarter" }),
      ...pick({}, {}, { by: ["channel"] }, { by: ["market"] }, { by: ["campaign", "country"] }, { by: ["system"] }),
      ...pick({}, {}, { where: { channel: ["Email", "Paid Search"] } }, { where: { country: ["DE"] } }),
      ...pick({}, { compare: "previous" }, { compare: "last-year" }),
      ...pick({}, {}, { mode: "cohort", window: 30 }),
      ...pick({}, {}, { asOf: "2026-03-15" }),
    }));
    const told = (question: unknown) =>
      ask(workspace, question).then(
        ({ rows, machines }) => ({ rows, machines }),
        ({ code }) => ({ code }),
      );
    const whole: unknown[] = [];
    for (const question of questions) whole.push(await told(question));
    const alone: unknown[] = [];
    for (let from = 0; from < questions.length; from += 50)
      alone.push(
        ...(await Promise.all(questions.slice(from, from + 50).map((question) => told({ ...question, total: false })))),
      );
    const unlike = questions.filter((_, number) => !isDeepStrictEqual(whole[number], alone[number]));
    expect(unlike).toEqual([]);
    expect(await ask(workspace, { ...questions[0], total: false })).toMatchObject({ total: [] });
  },
  2 * MINUTES,
);

/** Picks one of the given, the same ones in every run. */
function picker(seed: number) {
  let state = seed;
  return <Choice>(...choices: readonly Choice[]): Choice => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return choices[Math.floor((state / 2 ** 31) * choices.length)] as Choice;
  };
}

test("all exports are loaded whole: nothing is quarantined", async () => {
  expect(filled.filled).toBe(true);
  expect(workspace.problems).toEqual([]);
  expect(await listQuarantine(workspace)).toEqual([]);
});

test(
  "every KPI answers what is true of the company: by month, quarter and year, broken down, and by cohort",
  async () => {
    const wrong: string[] = [];
    let confirmed = 0;
    for (const { question, cases } of truthQuestions(truth)) {
      const found = mismatches(cases, await ask(workspace, question));
      confirmed += cases.length - found.length;
      wrong.push(...found.map(inWords));
    }
    expect(wrong.slice(0, 40)).toEqual([]);
    expect(confirmed).toBe(truth.cases.length);
  },
  10 * MINUTES,
);

test("the truth knows every KPI of the catalogue, and every one has a value in some month", () => {
  const known = new Set(
    truth.cases.filter(({ value, by }) => value !== null && by === undefined).map(({ kpi }) => kpi),
  );
  const derived = [...Object.keys(NARROWED), ...Object.keys(SHARES), "parity_index"];
  const others = [...workspace.catalogue.kpis.keys()].filter((kpi) => !known.has(kpi) && !derived.includes(kpi));
  expect(others).toEqual([]);
});

test("users exported by month answer for a month, and of a quarter the answer says why it has none", async () => {
  const { rows, total } = await ask(workspace, {
    kpis: ["users"],
    period: "2026-Q3",
    grain: "month",
    asOf: truth.today,
  });
  expect(rows.map(({ state }) => state)).toEqual(["ok", "ok", "ok"]);
  expect(total[0]).toMatchObject({ value: null, state: "not_additive" });
});

test("whoever stands in ON24's report and in the Salesforce campaign of the same webinar counts once", async () => {
  const { exclusions } = await explain(workspace, { kpis: ["registrants"], period: "2026-Q3", asOf: truth.today });
  expect(exclusions.find(({ rule }) => rule === "same_event")?.rows).toBeGreaterThan(20);
});

test("what happened in the company is noted on the time axis", async () => {
  const own = await listAnnotations(workspace, { origin: "own" });
  expect(own.map(({ kind }) => kind)).toEqual([
    "measurement_break",
    "campaign",
    "campaign",
    "website",
    "measurement_break",
  ]);
});

test("what e-mail brings is what the channel Email brings", async () => {
  const period = "2026-Q3";
  const own = await ask(workspace, { kpis: Object.keys(NARROWED), period, asOf: truth.today });
  const all = await ask(workspace, {
    kpis: Object.values(NARROWED),
    period,
    where: { channel: ["Email"] },
    asOf: truth.today,
  });
  expect(own.rows.map(({ value }) => value)).toEqual(all.rows.map(({ value }) => value));
  expect(own.rows[0]?.value).toBeGreaterThan(0);
});

test("shares are of the whole answer and add up to one; parity is the one by the other", async () => {
  const question = { period: "2026-Q3", by: ["channel"], asOf: truth.today };
  const whole = await ask(workspace, { ...question, kpis: Object.values(SHARES) });
  const shares = await ask(workspace, { ...question, kpis: [...Object.keys(SHARES), "parity_index"] });
  const valueBy = (answer: typeof whole, kpi: string, channel: string | undefined) =>
    answer.rows.find((row) => row.kpi === kpi && row.by.channel === channel)?.value ?? null;
  for (const [share, kpi] of Object.entries(SHARES)) {
    const total = whole.total.find((row) => row.kpi === kpi)?.value ?? 0;
    const rows = shares.rows.filter((row) => row.kpi === share && row.value !== null);
    expect(rows.length).toBeGreaterThan(3);
    expect(rows.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBeCloseTo(1, 9);
    for (const { by, value } of rows) expect(value).toBeCloseTo((valueBy(whole, kpi, by.channel) ?? 0) / total, 9);
  }
  for (const { by, value } of shares.rows.filter((row) => row.kpi === "parity_index" && row.value !== null)) {
    const [spend, conversions] = Object.keys(SHARES).map((kpi) => valueBy(shares, kpi, by.channel) ?? 0);
    expect(value).toBeCloseTo((conversions ?? 0) / (spend ?? 0), 9);
  }
});

test("channels that have no row of their own do not hide sessions: the rows of a breakdown add up to its total", async () => {
  const { rows, total } = await ask(workspace, {
    kpis: ["sessions", "leads"],
    period: "2026-Q3",
    by: ["channel"],
    asOf: truth.today,
  });
  for (const whole of total) {
    const parts = rows.filter(({ kpi }) => kpi === whole.kpi).reduce((sum, { value }) => sum + (value ?? 0), 0);
    expect(parts).toBe(whole.value);
  }
});

test("the running month is marked incomplete", async () => {
  const { rows } = await ask(workspace, {
    kpis: ["sessions", "leads", "win_rate"],
    period: "2026-11",
    asOf: truth.today,
  });
  expect(rows.map(({ state }) => state)).toEqual(["incomplete", "incomplete", "incomplete"]);
});
