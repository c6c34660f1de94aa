import type { Engine } from "../../engine/engine.ts";
import type { LoadedPart } from "../../model/inventory.ts";
import { cellsOfRow } from "../../sql/load/text-cells.ts";
import type { CompiledFact } from "./compile-table.ts";
import { type CompiledTable, rowsOf } from "./compiled-table.ts";
import { type LoadReplacement, loadReplacements } from "./load-replacements.ts";
import type { PlannedLoad } from "./plan-load.ts";

/** A row as it stands in the file, and what becomes of it. */
export interface SeenRow {
  readonly line: number;
  readonly verdict: "data" | "quarantined" | "skipped" | "total";
  /** The file's column that is wrong; "" where the whole row is, or nothing. */
  readonly column: string;
  readonly code: string;
  readonly reason: string;
  /** Cells of e-mail addresses, names and phone numbers are keyed hashes already. */
  readonly cells: readonly string[];
}

/** Rows of a fact that the first rows give. */
export interface SeenFact {
  readonly fact: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly line: number; readonly values: readonly (string | null)[] }[];
}

export interface SeenMapping {
  readonly fact: string;
  readonly column: string;
  readonly expression: string;
  /** Titles of the file's columns that it reads. */
  readonly titles: readonly string[];
}

/** One table of a file, seen before it is loaded. */
export interface SeenTable {
  readonly layout: string;
  readonly section: string | null;
  readonly header: readonly string[];
  /** Places in the header of cells that are kept apart as personal data. */
  readonly personal: readonly number[];
  readonly mapping: readonly SeenMapping[];
  /** The first rows, whatever becomes of them. */
  readonly rows: readonly SeenRow[];
  /** The first rows that would be quarantined. */
  readonly rejects: readonly SeenRow[];
  readonly facts: readonly SeenFact[];
}

/** What a person wants to see before a file counts. */
export interface LoadLook {
  readonly tables: readonly SeenTable[];
  /** What is loaded and would be replaced or updated. */
  readonly replaces: readonly LoadReplacement[];
}

const FIRST_ROWS = 20;
const FIRST_REJECTS = 50;

/** Looks at a load that is mapped and not committed: mapping, first rows, rejects, and what it would replace. */
export async function lookAtLoad(engine: Engine, load: PlannedLoad, connection: string, parts: readonly LoadedPart[]) {
  const tables: SeenTable[] = [];
  for (const table of load.tables) tables.push(await seenTable(engine, load.loadNo, table));
  return { tables, replaces: await loadReplacements(engine, load, connection, parts) } satisfies LoadLook;
}

async function seenTable(engine: Engine, loadNo: number, compiled: CompiledTable): Promise<SeenTable> {
  const { input, header, lines, columns } = compiled;
  const { table } = input;
  const place = new Map(columns.stored.map((position, index) => [position, index]));
  const all = `load_no = ${loadNo} AND line BETWEEN ${lines[0]} AND ${lines[1]}`;
  const seen = (where: string, limit: number) => seenRows(engine, loadNo, cellsOfRow(table.delimiter), where, limit);
  const rows = await seen(all, FIRST_ROWS);
  const rejects = await seen(rowsOf(lines, loadNo, "quarantined"), FIRST_REJECTS);
  const shown = rows.filter(({ verdict }) => verdict === "data").map(({ line }) => line);
  const facts: SeenFact[] = [];
  for (const compiledFact of compiled.facts) facts.push(await seenFact(engine, loadNo, compiledFact, shown));
  return {
    layout: table.layout.id,
    section: table.section,
    header,
    personal: table.fields.flatMap((field, position) =>
      field !== null && columns.personal.has(field) ? (place.get(position) ?? []) : [],
    ),
    mapping: compiled.facts.flatMap(({ fact, mapping, sources }) =>
      Object.entries(mapping.set).map(([column, expression]) => ({
        fact,
        column,
        expression,
        titles: (sources.get(column)?.fields ?? fieldsIn(expression)).flatMap(
          (field) => table.header[table.fields.indexOf(field)] ?? [],
        ),
      })),
    ),
    rows,
    rejects,
    facts,
  };
}

/** The `[fields]` of an expression, for attributes, whose compiled rows are joined into one. */
function fieldsIn(expression: string): string[] {
  return [...expression.matchAll(/\[([a-z][a-z0-9_]*)\]/g)].map((match) => match[1] ?? "");
}

async function seenRows(
  engine: Engine,
  loadNo: number,
  cells: string,
  where: string,
  limit: number,
): Promise<SeenRow[]> {
  const rows = await engine.query<{
    line: string;
    verdict: SeenRow["verdict"];
    cells: string[];
    wrong: string;
    code: string;
    why: string;
  }>(
    `SELECT seen.line AS line, seen.verdict AS verdict, seen.cells AS cells, told.column AS wrong, told.code AS code, told.reason AS why
     FROM (SELECT line, toString(verdict) AS verdict, ${cells} AS cells FROM raw_row WHERE ${where} ORDER BY line LIMIT ${limit}) AS seen
     LEFT JOIN (SELECT line, column, code, reason FROM quarantine WHERE load_no = ${loadNo}) AS told ON told.line = seen.line
     ORDER BY line`,
  );
  return rows.map(({ line, verdict, cells, wrong, code, why }) => ({
    line: Number(line),
    verdict,
    column: wrong,
    code,
    reason: why,
    cells,
  }));
}

async function seenFact(
  engine: Engine,
  loadNo: number,
  { fact, columns }: CompiledFact,
  lines: readonly number[],
): Promise<SeenFact> {
  const names = columns.map(({ name }) => name);
  if (lines.length === 0) return { fact, columns: names, rows: [] };
  const values = names.map((name) => `CAST(toString(\`${name}\`) AS Nullable(String))`);
  const rows = await engine.query<{ line: string; values: (string | null)[] }>(
    `SELECT raw_row AS line, [${values.join(", ")}] AS values FROM ${fact}
     WHERE load_no = ${loadNo} AND raw_row IN (${lines.join(", ")}) ORDER BY raw_row LIMIT ${FIRST_ROWS * 2}`,
  );
  return { fact, columns: names, rows: rows.map((row) => ({ line: Number(row.line), values: row.values })) };
}
