import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { Engine } from "../../src/engine/engine.ts";
import type { Answer, AnswerRow } from "../../src/model/answer.ts";
import { columnsOf, DERIVED, type DerivedId, type FactId, fact } from "../../src/model/facts.ts";
import type { HiddenRange, Inventory, LoadedPart, VisiblePart } from "../../src/model/inventory.ts";
import { questionSchema } from "../../src/model/question.ts";
import { workspaceSchema } from "../../src/model/workspace.ts";
import type { Catalogue } from "../../src/plan/catalogue.ts";
import { planQuestion } from "../../src/plan/plan-question.ts";

type Row = Readonly<Record<string, unknown>>;

/** One load of one fact; `from`, `to`, `grain` as the loader would have found them unless given. */
interface GoldenLoad {
  readonly fact: FactId;
  readonly system?: string;
  readonly connection?: string;
  readonly from?: string;
  readonly to?: string;
  readonly grain?: string;
  readonly hidden?: readonly HiddenRange[];
  readonly rows: readonly Row[];
}

interface ExpectedRow {
  readonly kpi?: string;
  readonly period?: string;
  readonly by?: Readonly<Record<string, string>>;
  readonly value: number | null;
  readonly state?: string;
  readonly reason?: string;
  /** The reason as people read it. */
  readonly says?: string;
  readonly n?: number;
  readonly interval?: readonly [number, number];
  readonly previous?: { readonly value: number | null; readonly change: number | null; readonly period?: string };
}

/** A case as its file says it: data, a question, and the whole answer worked out by hand. */
export interface GoldenCase {
  readonly name: string;
  readonly note: string;
  readonly workspace?: Row;
  readonly today?: string;
  readonly loads?: readonly GoldenLoad[];
  readonly derived?: Readonly<Partial<Record<DerivedId, readonly Row[]>>>;
  readonly question: Row;
  readonly rows: readonly ExpectedRow[];
  readonly total?: readonly ExpectedRow[];
  readonly notes?: readonly string[];
}

const FOLDER = join(import.meta.dirname, "../golden");

export function goldenCases(): readonly GoldenCase[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith(".yaml"))
    .sort()
    .map((file) => ({ name: file.replace(".yaml", ""), ...parse(readFileSync(join(FOLDER, file), "utf8")) }));
}

export function goldenSqlPath(name: string): string {
  return join(FOLDER, `${name}.sql`);
}

export function goldenSql(name: string): string | null {
  return existsSync(goldenSqlPath(name)) ? readFileSync(goldenSqlPath(name), "utf8") : null;
}

/** The inventory that loads and derived rows would have given; loads are numbered from `first`. */
export function inventoryOf({ loads = [], derived = {} }: GoldenCase, first: number, buildNo: number): Inventory {
  const visible = loads.map((load, index): VisiblePart => {
    const { date, dateTo, preAggregated } = fact(load.fact);
    const days = partOf(load.fact, load.rows, date, dateTo ?? date);
    return {
      ...days,
      from: load.from ?? days.from,
      to: load.to ?? days.to,
      grain: preAggregated ? (load.grain ?? "") : "",
      loadNo: first + index,
      system: load.system ?? "example",
      connection: load.connection ?? "main",
      hidden: load.hidden ?? [],
    };
  });
  return {
    visible,
    buildNo,
    derived: Object.entries(derived).map(([table, rows]) => {
      const { date } = DERIVED[table as DerivedId];
      return partOf(table as DerivedId, rows, date, date);
    }),
    dataVersion: "golden",
    loads: visible.map((part) => ({
      loadNo: part.loadNo,
      loadId: `load-${part.loadNo}`,
      system: part.system,
      connection: part.connection,
      preset: "example",
      file: `${part.fact}.csv`,
      sha256: `${part.loadNo}`.padStart(64, "0"),
      committedAt: "2027-01-01T00:00:00.000Z",
      rowsRead: part.rows,
      rowsLoaded: part.rows,
      rowsQuarantined: 0,
      rowsSkipped: 0,
      parts: [part],
    })),
  };
}

function partOf(table: FactId | DerivedId, rows: readonly Row[], from: string | null, to: string | null): LoadedPart {
  const days = (column: string | null): string[] =>
    rows
      .map((row) => String(row[column ?? ""] ?? ""))
      .filter(Boolean)
      .sort();
  const texts = (column: string): string[] => [
    ...new Set(rows.map((row) => String(row[column] ?? "")).filter(Boolean)),
  ];
  const holding = (...kinds: string[]): string[] =>
    Object.entries(columnsOf(table))
      .filter(([name, kind]) => kinds.includes(kind) && rows.some((row) => row[name] != null && row[name] !== ""))
      .map(([name]) => name);
  return {
    fact: table,
    grain: "",
    scope: "",
    from: days(from)[0] ?? null,
    to: days(to).at(-1) ?? null,
    rows: rows.length,
    dimensions: holding("dim"),
    attributes: [...new Set(rows.flatMap((row) => Object.keys((row.attributes ?? {}) as Row)))],
    currencies: texts("currency"),
    platforms: texts("platform"),
    measures: holding("int", "decimal", "money", "flag"),
  };
}

export async function insertRows(engine: Engine, golden: GoldenCase, first: number, buildNo: number): Promise<void> {
  for (const [index, load] of (golden.loads ?? []).entries()) {
    const grain = fact(load.fact).preAggregated ? { grain: load.grain ?? "" } : {};
    const rows = load.rows.map((row, line) => ({
      system: load.system ?? "example",
      connection: load.connection ?? "main",
      external_id: `${load.fact}-${line}`,
      raw_row: line + 2,
      ...grain,
      ...row,
      load_no: first + index,
    }));
    await engine.insert(load.fact, rows);
  }
  for (const [table, rows] of Object.entries(golden.derived ?? {}))
    await engine.insert(
      table,
      rows.map((row) => ({ ...row, build_no: buildNo })),
    );
}

export function planOf(golden: GoldenCase, catalogue: Catalogue, inventory: Inventory) {
  return planQuestion({
    question: questionSchema.parse(golden.question),
    catalogue,
    workspace: workspaceSchema.parse(golden.workspace ?? {}),
    inventory,
    today: golden.today ?? "2027-01-15",
  });
}

/** The answer in the words of the case's file, with only what the file speaks of. */
export function spoken(answer: Answer, golden: GoldenCase): Pick<GoldenCase, "rows" | "total" | "notes"> {
  const tell = (rows: readonly AnswerRow[], expected: readonly ExpectedRow[]): readonly ExpectedRow[] =>
    rows.map((row, index) => pick(row, expected[index]));
  return {
    rows: tell(answer.rows, golden.rows),
    ...(golden.total === undefined ? {} : { total: tell(answer.total, golden.total) }),
    ...(golden.notes === undefined ? {} : { notes: answer.notes.map(({ code }) => code) }),
  };
}

function pick(row: AnswerRow, expected: ExpectedRow | undefined): ExpectedRow {
  const rounded = (value: number): number => Number(value.toPrecision(6));
  const number = (value: number | null): number | null => (value === null ? null : rounded(value));
  const { previous, interval, n } = row;
  return {
    ...(expected?.kpi === undefined ? {} : { kpi: row.kpi }),
    ...(expected?.period === undefined ? {} : { period: row.period.label }),
    ...(expected?.by === undefined ? {} : { by: row.by }),
    value: number(row.value),
    ...(row.state === "ok" && expected?.state === undefined ? {} : { state: row.state }),
    ...(expected?.reason === undefined || row.reason === undefined ? {} : { reason: row.reason.code }),
    ...(expected?.says === undefined || row.reason === undefined ? {} : { says: row.reason.text }),
    ...(expected?.n === undefined || n === undefined ? {} : { n }),
    ...(expected?.interval === undefined || interval === undefined
      ? {}
      : { interval: [rounded(interval[0]), rounded(interval[1])] }),
    ...(previous === undefined
      ? {}
      : {
          previous: {
            value: number(previous.value),
            change: number(previous.change),
            ...(expected?.previous?.period === undefined ? {} : { period: previous.period.label }),
          },
        }),
  };
}
