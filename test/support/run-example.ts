import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Engine } from "../../src/engine/engine.ts";
import { migrate } from "../../src/engine/migrate.ts";
import { openEngine } from "../../src/engine/open-engine.ts";
import { rebuildDerived } from "../../src/ingest/load/rebuild-derived.ts";
import type { Answer } from "../../src/model/answer.ts";
import { type FactId, fact } from "../../src/model/facts.ts";
import type { Inventory, LoadedPart, VisiblePart } from "../../src/model/inventory.ts";
import type { KpiExample } from "../../src/model/kpi.ts";
import { questionSchema } from "../../src/model/question.ts";
import { workspaceSchema } from "../../src/model/workspace.ts";
import { answerQuestion } from "../../src/plan/answer/answer-question.ts";
import type { Catalogue } from "../../src/plan/catalogue.ts";
import { calendarOf } from "../../src/plan/period/calendar.ts";
import { addMonths } from "../../src/plan/period/iso-day.ts";
import { readPeriod } from "../../src/plan/period/read-period.ts";
import type { QuestionRow } from "../../src/plan/plan.ts";
import { planQuestion } from "../../src/plan/plan-question.ts";
import { type PartSummary, partSummary } from "../../src/sql/load/part-summary.ts";
import { questionStatement } from "../../src/sql/question/question-statement.ts";
import { type ExamplePart, exampleParts } from "./example-rows.ts";

/** The day on which examples are asked, unless they say another. */
const ASKED_ON = "2027-06-30";

/** Facts from which nothing is derived. */
const FLAT: ReadonlySet<string> = new Set<FactId>([
  "web_session",
  "web_daily",
  "web_period",
  "content_read",
  "social_post",
  "ad_daily",
  "ad_period",
  "search_daily",
  "search_period",
  "cost",
]);

/** One engine on which many examples run, each as loads and a build of its own. */
export interface ExampleBench {
  readonly run: (kpi: string, example: KpiExample, catalogue: Catalogue) => Promise<Answer>;
  readonly close: () => Promise<void>;
}

/** Opens an embedded engine in a new folder, with all tables. */
export async function openExampleBench(): Promise<ExampleBench> {
  const dir = mkdtempSync(join(tmpdir(), "leadline-examples-"));
  const engine = await openEngine({ path: dir });
  await migrate(engine);
  let last = 0;
  return {
    run: async (kpi, example, catalogue) => {
      last += 100;
      return runExample(engine, last, kpi, example, catalogue);
    },
    close: async () => {
      await engine.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** Inserts the rows as loads numbered from `number`, derives, asks, and answers, as the product does. */
async function runExample(
  engine: Engine,
  number: number,
  kpi: string,
  example: KpiExample,
  catalogue: Catalogue,
): Promise<Answer> {
  const workspace = workspaceSchema.parse(example.settings ?? {});
  const { as_of, ...asked } = example.question;
  const question = questionSchema.parse({ kpis: [kpi], ...asked, ...(as_of === undefined ? {} : { asOf: as_of }) });
  const today = as_of ?? ASKED_ON;
  const { from, to } = readPeriod(question.period, calendarOf(workspace), { day: today, ended: as_of !== undefined });
  const covered = { from: addMonths(from, -12), to: [to, today].sort()[0] ?? to };

  const visible: VisiblePart[] = [];
  for (const [index, part] of exampleParts(example.rows).entries())
    visible.push(...(await load(engine, number + index, part, covered)));
  if (visible.some((part) => !FLAT.has(part.fact))) await rebuildDerived(engine, workspace, visible, number);
  const inventory = await inventoryOf(engine, visible, number, today);

  const plan = planQuestion({ question, catalogue, workspace, inventory, today });
  const statement = questionStatement(plan);
  const rows = statement === null ? [] : await engine.query<QuestionRow>(statement.sql, statement.parameters);
  return answerQuestion(plan, rows);
}

/** One load of one fact; its export covers the days asked about, also where it has no rows. */
async function load(
  engine: Engine,
  loadNo: number,
  { fact: id, connection, rows, columns }: ExamplePart,
  covered: { readonly from: string; readonly to: string },
): Promise<readonly VisiblePart[]> {
  await engine.insert(
    id,
    rows.map((row) => ({ ...row, load_no: loadNo })),
  );
  const [first] = rows;
  const summaries = await engine.query<PartSummary>(partSummary(id, loadNo, columns));
  return summaries.map((summary) => ({
    fact: id,
    grain: summary.grain,
    scope: "",
    ...spanOf(id, summary, covered),
    rows: Number(summary.rows),
    dimensions: summary.dimensions,
    measures: summary.measures,
    attributes: summary.attributes,
    currencies: summary.currencies,
    platforms: summary.platforms,
    loadNo,
    system: String(first?.system),
    connection,
    hidden: [],
  }));
}

function spanOf(
  id: ExamplePart["fact"],
  { date_from, date_to }: PartSummary,
  covered: { readonly from: string; readonly to: string },
): Pick<LoadedPart, "from" | "to"> {
  if (fact(id).date === null || date_from === null || date_to === null) return { from: null, to: null };
  const days = [date_from, date_to, covered.from, covered.to].sort();
  return { from: days[0] ?? null, to: days.at(-1) ?? null };
}

interface DerivedPartRow {
  readonly fact: string;
  readonly date_from: string | null;
  readonly date_to: string | null;
  readonly rows: string;
  readonly dimensions: string[];
  readonly attributes: string[];
  readonly currencies: string[];
}

async function inventoryOf(
  engine: Engine,
  visible: readonly VisiblePart[],
  buildNo: number,
  today: string,
): Promise<Inventory> {
  const derived = await engine.query<DerivedPartRow>(
    `SELECT fact, toString(date_from) AS date_from, toString(date_to) AS date_to, rows, dimensions, attributes, currencies
     FROM derived_part WHERE build_no = {build:UInt32}`,
    { build: buildNo },
  );
  const loads = [...Map.groupBy(visible, ({ loadNo }) => loadNo)].map(([loadNo, parts]) => ({
    loadNo,
    loadId: `load-${loadNo}`,
    system: parts[0]?.system ?? "",
    connection: parts[0]?.connection ?? "",
    preset: "example",
    file: "example.csv",
    sha256: String(loadNo),
    committedAt: `${today}T12:00:00.000Z`,
    rowsRead: 0,
    rowsLoaded: 0,
    rowsQuarantined: 0,
    rowsSkipped: 0,
    parts,
  }));
  return {
    loads,
    visible,
    buildNo,
    derived: derived.map(({ date_from, date_to, rows, ...part }) => ({
      ...part,
      grain: "",
      scope: "",
      from: date_from,
      to: date_to,
      rows: Number(rows),
      platforms: [],
    })),
    dataVersion: String(buildNo),
  };
}
