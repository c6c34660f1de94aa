import { afterAll, beforeAll } from "vitest";
import type { Engine } from "../../src/engine/engine.ts";
import { migrate } from "../../src/engine/migrate.ts";
import { runBuild } from "../../src/ingest/load/rebuild-derived.ts";
import { columnsOf, type DerivedId, FACT_IDS, type FactId } from "../../src/model/facts.ts";
import type { VisiblePart } from "../../src/model/inventory.ts";
import { type Workspace, workspaceSchema } from "../../src/model/workspace.ts";
import { deriveStatements } from "../../src/sql/derive/index.ts";
import { embeddedOpener } from "../support/engines.ts";

/** A fact row with what matters to the case; `load` counts the case's loads from 1, and is 1 when left out. */
export type FactRow = Readonly<Record<string, unknown>> & { readonly load?: number };
export type Facts = Readonly<Partial<Record<FactId, readonly FactRow[]>>>;

export interface Build {
  readonly buildNo: number;
  /** Number of the case's first load; its loads follow each other. */
  readonly firstLoad: number;
  readonly visible: readonly VisiblePart[];
  /** Rows of a derived table, as text of the columns asked for, sorted. */
  readonly rows: (table: DerivedId, columns: string, where?: string) => Promise<string[]>;
}

export interface Options {
  readonly workspace?: Partial<Workspace>;
  /** The case's loads that are not visible, from 1. */
  readonly hiddenLoads?: readonly number[];
}

/** One embedded warehouse per test file; every case loads under numbers of its own and builds from its own loads. */
export function deriving(): {
  readonly engine: () => Engine;
  readonly build: (facts: Facts, options?: Options) => Promise<Build>;
} {
  const open = embeddedOpener();
  let engine: Engine;
  let loads = 0;
  let builds = 0;
  beforeAll(async () => {
    engine = await open();
    await migrate(engine);
  });
  afterAll(async () => {
    await engine?.close();
  });
  const build = async (facts: Facts, { workspace, hiddenLoads = [] }: Options = {}): Promise<Build> => {
    const firstLoad = loads + 1;
    const parts = new Map<string, VisiblePart>();
    for (const fact of FACT_IDS) {
      const given = facts[fact] ?? [];
      const rows = given.map(({ load = 1, ...values }, index) => {
        const loadNo = firstLoad + load - 1;
        loads = Math.max(loads, loadNo);
        if (!hiddenLoads.includes(load)) parts.set(`${fact} ${loadNo}`, partOf(fact, loadNo));
        return {
          system: "crm",
          connection: "main",
          external_id: `${fact}-${index + 1}`,
          raw_row: index + 1,
          ...values,
          load_no: loadNo,
        };
      });
      if (rows.length > 0)
        await engine.insert(
          fact,
          rows.map((row) => complete(fact, row)),
        );
    }
    builds += 1;
    const buildNo = builds;
    const visible = [...parts.values()];
    const context = { buildNo, visible, workspace: workspaceSchema.parse(workspace ?? {}) };
    await runBuild(engine, deriveStatements(context));
    return {
      buildNo,
      firstLoad,
      visible,
      rows: async (table, columns, where = "1") => {
        const texts = await engine.query<{ row: string }>(
          `SELECT arrayStringConcat([${columns
            .split(" ")
            .map((column) => `ifNull(toString(\`${column}\`), '-')`)
            .join(", ")}], ' ') AS row FROM ${table} WHERE build_no = ${buildNo} AND (${where}) ORDER BY row`,
        );
        return texts.map(({ row }) => row);
      },
    };
  };
  return { engine: () => engine, build };
}

/** "p lead 2026-01-05; p mql 2026-01-20" → transitions of person p. */
export function stageEntries(text: string): FactRow[] {
  return text
    .split(";")
    .map((part) => part.trim().split(/\s+/))
    .map(([person_id = "", stage = "", date = ""]) => ({
      external_id: `${person_id}/${stage}/${date}`,
      person_id,
      stage,
      date,
      evidence: "transition",
    }));
}

function partOf(fact: FactId, loadNo: number): VisiblePart {
  return {
    ...{ fact, grain: "", scope: "", from: null, to: null, rows: 1 },
    ...{ dimensions: [], attributes: [], currencies: [], platforms: [] },
    ...{ loadNo, system: "crm", connection: "main", hidden: [] },
  } as VisiblePart;
}

/** A misspelt column would otherwise be an engine error far from the case. */
function complete(fact: FactId, row: Readonly<Record<string, unknown>>): object {
  const known = [...Object.keys(columnsOf(fact)), "system", "connection", "external_id", "raw_row", "load_no"];
  const unknown = Object.keys(row).filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Error(`${fact} has no column ${unknown.join(", ")}`);
  return row;
}
